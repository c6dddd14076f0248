using System.Linq;
using Mlp.Generator.Emission.Text;
using Mlp.Generator.Emission.Vectors;
using Mlp.Generator.Planning.Steps;

namespace Mlp.Generator.Emission.Steps;

/// <summary>
/// Writes Σ δ hᵀ and Σ δ with samples in lanes: dot products over the samples, four neighbours of the destination reduced
/// across lanes together.
/// </summary>
internal sealed class LaneDotWriter(SourceWriter writer, VectorDialect dialect)
{
    public void WriteMethod(string name, LaneDot dot, int layer)
    {
        string across = dot.InputsTogether ? "inputs" : "outputs";
        writer.Line($"/// <summary>Layer {layer}: Σ δ hᵀ added onto the weights or their gradient, four {across} reduced together.</summary>");
        writer.Line("[MethodImpl(AggressiveOptimization)]");
        using (writer.Block($"private static void {name}(ref {Real.Type} deltas, ref {Real.Type} inputs, ref {Real.Type} weights, int columns)"))
        {
            writer.Line($"const int Stride = {CSharpLiteral.Int(dot.Stride)};");
            WriteGroups(dot.Rows, "row", (rows, row) => WriteNeighbours(dot, rows, row));
        }

        writer.Line();
    }

    /// <summary>b += Σ δ.</summary>
    public void WriteBiases(string name, BiasSum.OfLanes sum, int layer)
    {
        writer.Line($"/// <summary>Layer {layer}: Σ δ over the samples, added onto the biases or their gradient [Lu 14, corrected to the sum].</summary>");
        writer.Line("[MethodImpl(AggressiveOptimization)]");
        using (writer.Block($"private static void {name}(ref {Real.Type} deltas, ref {Real.Type} biases, int columns)"))
        {
            writer.Line($"const int Stride = {CSharpLiteral.Int(sum.Stride)};");
            WriteGroups(sum.Outputs, "next", (count, first) => WriteBiasGroup(count, sum.Outputs.Step, first));
        }

        writer.Line();
    }

    private static string Sum(int row, int neighbour) => $"sum{CSharpLiteral.Int(row)}{(char)('a' + neighbour)}";

    private static string RowOffset(int row) => row == 0 ? "column" : row == 1 ? "Stride + column" : $"({CSharpLiteral.Int(row)} * Stride) + column";

    private void WriteNeighbours(LaneDot dot, int rows, string row) =>
        WriteGroups(dot.Neighbours, "next", (count, first) => WriteTile(dot, rows, row, count, first));

    /// <summary>A loop of whole groups, and a last one that is less.</summary>
    private void WriteGroups(Split split, string variable, System.Action<int, string> write)
    {
        if (split.Whole > 0)
        {
            using (writer.Block($"for (int {variable} = 0; {variable} < {CSharpLiteral.Int(split.Whole)}; {variable} += {CSharpLiteral.Int(split.Step)})"))
            {
                write(split.Step, variable);
            }
        }

        if (split.Rest > 0)
        {
            writer.Line();
            using (writer.Braces())
            {
                writer.Line($"const int {variable} = {CSharpLiteral.Int(split.Whole)};");
                write(split.Rest, variable);
            }
        }
    }

    private void WriteTile(LaneDot dot, int rows, string row, int count, string first)
    {
        (string along, string across) = dot.InputsTogether ? ("deltas", "inputs") : ("inputs", "deltas");
        int rowStride = dot.InputsTogether ? dot.OutputStride : dot.InputStride;
        string left = along.Substring(0, along.Length - 1);
        string right = across.Substring(0, across.Length - 1);
        writer.Line($"ref {Real.Type} {left} = ref At(ref {along}, {row} * Stride);");
        writer.Line($"ref {Real.Type} {right} = ref At(ref {across}, {first} * Stride);");
        writer.Line($"ref {Real.Type} weight = ref At(ref weights, ({row} * {CSharpLiteral.Int(rowStride)}) + {first});");
        for (int index = 0; index < rows; index++)
        {
            for (int neighbour = 0; neighbour < count; neighbour++)
            {
                writer.Line($"var {Sum(index, neighbour)} = {dialect.Zero};");
            }
        }

        writer.Line();
        using (writer.Block($"for (int column = 0; column < columns; column += {CSharpLiteral.Int(dialect.Lanes)})"))
        {
            for (int neighbour = 0; neighbour < count; neighbour++)
            {
                writer.Line($"var {right}{(char)('a' + neighbour)} = {dialect.Load(right, RowOffset(neighbour))};");
            }

            for (int index = 0; index < rows; index++)
            {
                writer.Line($"var {left}{CSharpLiteral.Int(index)} = {dialect.Load(left, RowOffset(index))};");
                for (int neighbour = 0; neighbour < count; neighbour++)
                {
                    string sum = Sum(index, neighbour);
                    writer.Line($"{sum} = {dialect.MultiplyAdd(left + CSharpLiteral.Int(index), $"{right}{(char)('a' + neighbour)}", sum)};");
                }
            }
        }

        writer.Line();
        for (int index = 0; index < rows; index++)
        {
            WriteAdded(count, dot.Together, "weight", CSharpLiteral.Int(index * rowStride), neighbour => Sum(index, neighbour));
        }
    }

    private void WriteBiasGroup(int count, int together, string first)
    {
        writer.Line($"ref {Real.Type} delta = ref At(ref deltas, {first} * Stride);");
        for (int neighbour = 0; neighbour < count; neighbour++)
        {
            writer.Line($"var {Sum(0, neighbour)} = {dialect.Zero};");
        }

        using (writer.Block($"for (int column = 0; column < columns; column += {CSharpLiteral.Int(dialect.Lanes)})"))
        {
            for (int neighbour = 0; neighbour < count; neighbour++)
            {
                writer.Line($"{Sum(0, neighbour)} += {dialect.Load("delta", RowOffset(neighbour))};");
            }
        }

        writer.Line();
        writer.Line($"ref {Real.Type} bias = ref At(ref biases, {first});");
        WriteAdded(count, together, "bias", "0", neighbour => Sum(0, neighbour));
    }

    /// <summary>Four sums across lanes, or fewer, added onto neighbours in memory.</summary>
    private void WriteAdded(int count, int together, string reference, string offset, System.Func<int, string> sum)
    {
        string reduced = dialect.SumTogether([.. Enumerable.Range(0, count).Select(sum)]);
        writer.Line(count == together
            ? VectorDialect.StoreFour($"{VectorDialect.LoadFour(reference, offset)} + {reduced}", reference, offset)
            : VectorDialect.StoreFirstOfFour($"{VectorDialect.LoadFirstOfFour(reference, offset, count)} + {reduced}", reference, offset, count));
    }
}
