using System.Linq;
using Mlp.Generator.Emission.Vectors;
using Mlp.Generator.Planning;

namespace Mlp.Generator.Emission;

/// <summary>
/// Writes Σ δ hᵀ and Σ δ with samples in lanes: dot products over the samples, four neighbours of the destination reduced
/// across lanes together.
/// </summary>
internal sealed class LaneDotWriter(SourceWriter writer, VectorDialect dialect)
{
    private const int Together = 4;

    public void WriteMethod(string name, LaneDot dot, int layer)
    {
        string across = dot.InputsTogether ? "inputs" : "outputs";
        writer.Line($"/// <summary>Layer {layer}: Σ δ hᵀ added onto the weights or their gradient, four {across} reduced together.</summary>");
        writer.Line("[MethodImpl(AggressiveOptimization)]");
        using (writer.Block($"private static void {name}(ref {Real.Type} deltas, ref {Real.Type} inputs, ref {Real.Type} weights, int columns)"))
        {
            writer.Line($"const int Stride = {CSharpLiteral.Int(dot.Stride)};");
            int rows = dot.InputsTogether ? dot.Outputs : dot.Inputs;
            int looped = rows / dot.Along * dot.Along;
            if (looped > 0)
            {
                string header = $"for (int row = 0; row < {CSharpLiteral.Int(looped)}; row += {CSharpLiteral.Int(dot.Along)})";
                using (writer.Block(header))
                {
                    WriteNeighbours(dot, dot.Along, "row");
                }
            }

            if (looped < rows)
            {
                writer.Line();
                using (writer.Braces())
                {
                    writer.Line($"const int row = {CSharpLiteral.Int(looped)};");
                    WriteNeighbours(dot, rows - looped, "row");
                }
            }
        }

        writer.Line();
    }

    /// <summary>b += Σ δ.</summary>
    public void WriteBiases(string name, int outputs, int stride, int layer)
    {
        writer.Line($"/// <summary>Layer {layer}: Σ δ over the samples, added onto the biases or their gradient [Lu 14, corrected to the sum].</summary>");
        writer.Line("[MethodImpl(AggressiveOptimization)]");
        using (writer.Block($"private static void {name}(ref {Real.Type} deltas, ref {Real.Type} biases, int columns)"))
        {
            writer.Line($"const int Stride = {CSharpLiteral.Int(stride)};");
            WriteGroups(outputs, WriteBiasGroup);
        }

        writer.Line();
    }

    private static string Sum(int row, int neighbour) => $"sum{CSharpLiteral.Int(row)}{(char)('a' + neighbour)}";

    private static string RowOffset(int row) => row == 0 ? "column" : row == 1 ? "Stride + column" : $"({CSharpLiteral.Int(row)} * Stride) + column";

    private void WriteNeighbours(LaneDot dot, int rows, string row) =>
        WriteGroups(dot.InputsTogether ? dot.Inputs : dot.Outputs, (count, first) => WriteTile(dot, rows, row, count, first));

    private void WriteGroups(int total, System.Action<int, string> write)
    {
        int looped = total / Together * Together;
        if (looped > 0)
        {
            using (writer.Block($"for (int next = 0; next < {CSharpLiteral.Int(looped)}; next += {CSharpLiteral.Int(Together)})"))
            {
                write(Together, "next");
            }
        }

        if (looped < total)
        {
            writer.Line();
            using (writer.Braces())
            {
                writer.Line($"const int next = {CSharpLiteral.Int(looped)};");
                write(total - looped, "next");
            }
        }
    }

    private void WriteTile(LaneDot dot, int rows, string row, int count, string first)
    {
        (string along, string across) = dot.InputsTogether ? ("deltas", "inputs") : ("inputs", "deltas");
        int rowStride = dot.InputsTogether ? dot.OutputStride : dot.InputStride;
        string left = along.Substring(0, along.Length - 1);
        string right = across.Substring(0, across.Length - 1);
        writer.Line($"ref {Real.Type} {left} = ref Add(ref {along}, {row} * Stride);");
        writer.Line($"ref {Real.Type} {right} = ref Add(ref {across}, {first} * Stride);");
        writer.Line($"ref {Real.Type} weight = ref Add(ref weights, ({row} * {CSharpLiteral.Int(rowStride)}) + {first});");
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
            WriteAdded(count, "weight", CSharpLiteral.Int(index * rowStride), neighbour => Sum(index, neighbour));
        }
    }

    private void WriteBiasGroup(int count, string first)
    {
        writer.Line($"ref {Real.Type} delta = ref Add(ref deltas, {first} * Stride);");
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
        writer.Line($"ref {Real.Type} bias = ref Add(ref biases, {first});");
        WriteAdded(count, "bias", "0", neighbour => Sum(0, neighbour));
    }

    /// <summary>Four sums across lanes, or fewer, added onto neighbours in memory.</summary>
    private void WriteAdded(int count, string reference, string offset, System.Func<int, string> sum)
    {
        string sums = string.Join(", ", Enumerable.Range(0, Together).Select(neighbour => neighbour < count ? sum(neighbour) : dialect.Zero));
        string place = VectorDialect.Element(reference, offset);
        string reduced = $"VectorLanes.SumTogether({sums})";
        writer.Line(count == Together
            ? $"({VectorDialect.LoadFour(reference, offset)} + {reduced}).StoreUnsafe(ref {place});"
            : $"VectorLanes.StoreFirst({VectorDialect.LoadFirstOfFour(reference, offset, count)} + {reduced}, ref {place}, {CSharpLiteral.Int(count)});");
    }
}
