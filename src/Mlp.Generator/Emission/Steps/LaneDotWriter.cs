using Mlp.Generator.Emission.Text;
using Mlp.Generator.Emission.Vectors;
using Mlp.Generator.Planning.Steps;

namespace Mlp.Generator.Emission.Steps;

/// <summary>
/// Writes Σ δ hᵀ with samples in lanes: dot products over the samples, four neighbours of the destination reduced across lanes
/// together, in the runtime's tiles.
/// </summary>
internal sealed class LaneDotWriter(SourceWriter writer, VectorDialect dialect)
{
    public void WriteMethod(LaneDot dot)
    {
        string across = dot.InputsTogether ? "inputs" : "outputs";
        writer.Line($"/// <summary>Σ δ hᵀ added onto the weights or their gradient, four {across} reduced together.</summary>");
        writer.Line("[MethodImpl(Kernel)]");
        using (writer.Block($"internal static void {dialect.ShortName}(ref {Real.Type} deltas, ref {Real.Type} inputs, ref {Real.Type} weights, int columns)"))
        {
            writer.Line($"const int Stride = {CSharpLiteral.Int(dot.Stride)};");
            StepLoops.Groups(writer, dot.Rows, "row", (rows, row) => WriteNeighbours(dot, rows, row));
        }

        writer.Line();
    }

    private void WriteNeighbours(LaneDot dot, int rows, string row) =>
        StepLoops.Groups(writer, dot.Neighbours, "next", (count, first) => WriteTile(dot, rows, row, count, first));

    private void WriteTile(LaneDot dot, int rows, string row, int count, string first)
    {
        (string along, string across) = dot.InputsTogether ? ("deltas", "inputs") : ("inputs", "deltas");
        string rowStride = CSharpLiteral.Int(dot.InputsTogether ? dot.OutputStride : dot.InputStride);
        writer.Line($"LaneDots.Rows{CSharpLiteral.Int(rows)}<{dialect.Words}>(");
        writer.Line($"    ref At(ref {along}, {row} * Stride), ref At(ref {across}, {first} * Stride), ref At(ref weights, ({row} * {rowStride}) + {first}),");
        writer.Line($"    {rowStride}, Stride, {CSharpLiteral.Int(count)}, columns);");
    }
}
