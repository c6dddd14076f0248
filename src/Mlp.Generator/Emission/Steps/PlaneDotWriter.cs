using System.Linq;
using Mlp.Generator.Emission.Text;
using Mlp.Generator.Emission.Vectors;
using Mlp.Generator.Planning.Steps;

namespace Mlp.Generator.Emission.Steps;

/// <summary>Writes Σ δ hᵀ of a convolution over planes: loops around the runtime's tiles of dot products.</summary>
internal sealed class PlaneDotWriter(SourceWriter writer, VectorDialect dialect)
{
    public void WriteMethod(PlaneDot dot)
    {
        writer.Line("/// <summary>Σ δ hᵀ over positions and samples, added onto the weights or their gradient, neighbouring filters reduced together.</summary>");
        writer.Line("[MethodImpl(Kernel)]");
        using (writer.Block($"internal static void {dialect.ShortName}(ref {Real.Type} deltas, ref {Real.Type} inputs, ref {Real.Type} weights)"))
        {
            StepLoops.Nest(
                writer, dot.Nest, () => WriteGroups(dot), axis => [("inputs", axis.Left), ("deltas", axis.Right), ("weights", axis.Result)]);
        }

        writer.Line();
    }

    private void WriteGroups(PlaneDot dot)
    {
        if (dialect.IsDeterministic)
        {
            WriteInTurn(dot);
            return;
        }

        StepLoops.Groups(
            writer, dot.Rows, "row", (rows, row) => StepLoops.Groups(writer, dot.Neighbours, "next", (count, first) => WriteTile(dot, rows, row, count, first)));
    }

    /// <summary>All rows and neighbours at once, sample after sample.</summary>
    private void WriteInTurn(PlaneDot dot)
    {
        PlaneWalk walk = dot.Walk;
        int[] operands = [dot.Row.Result, walk.Lines, walk.LeftLine, walk.RightLine, walk.Turns, walk.LeftTurn, walk.RightTurn, walk.Columns, walk.Samples];
        writer.Line($"DeterministicPlanes.AddProducts<{dialect.Words}>(");
        writer.Line($"    ref inputs, {CSharpLiteral.Int(dot.Row.Left)}, {CSharpLiteral.Int(dot.Row.Count)}, ref deltas, {CSharpLiteral.Int(dot.FilterStride)}, {CSharpLiteral.Int(dot.Filters)},");
        writer.Line($"    ref weights, {string.Join(", ", operands.Select(CSharpLiteral.Int))});");
    }

    private void WriteTile(PlaneDot dot, int rows, string row, int count, string first)
    {
        string Int(int number) => CSharpLiteral.Int(number);
        PlaneWalk walk = dot.Walk;
        writer.Line($"PlaneDots.Rows{Int(rows)}<{dialect.Words}>(");
        writer.Line($"    ref At(ref inputs, {row} * {Int(dot.Row.Left)}), {Int(dot.Row.Left)}, ref At(ref deltas, {first} * {Int(dot.FilterStride)}), {Int(dot.FilterStride)},");
        writer.Line($"    ref At(ref weights, ({row} * {Int(dot.Row.Result)}) + {first}), {Int(dot.Row.Result)}, {Int(count)},");
        writer.Line($"    {Int(walk.Lines)}, {Int(walk.LeftLine)}, {Int(walk.RightLine)}, {Int(walk.Turns)}, {Int(walk.LeftTurn)}, {Int(walk.RightTurn)}, {Int(walk.Columns)});");
    }
}
