using System.Linq;
using Mlp.Generator.Emission.Activations;
using Mlp.Generator.Emission.Vectors;
using Mlp.Generator.Model;
using Mlp.Generator.Planning;

namespace Mlp.Generator.Emission;

/// <summary>Writes one layer of one sample as a method with loops, for layers past the unrolling budget.</summary>
internal sealed class SampleLoopWriter(SourceWriter writer, VectorDialect dialect, DenseStorage stored, SampleStep step, ActivationKind activation)
{
    private readonly ActivationFormula _activation = ActivationFormula.Of(activation);

    public void WriteMethod(string name, string formula)
    {
        writer.Line($"/// <summary>{formula} of one sample, {(stored.Order == WeightOrder.ByInput ? "outputs" : "inputs")} in lanes.</summary>");
        writer.Line("[MethodImpl(AggressiveOptimization)]");
        using (writer.Block($"private static void {name}(ref {Real.Type} weights, ref {Real.Type} biases, ref {Real.Type} inputs, ref {Real.Type} outputs)"))
        {
            writer.Line($"const int WeightsRow = {CSharpLiteral.Int(stored.Stride)};");
            if (stored.Order == WeightOrder.ByInput)
            {
                WriteOutputsInLanes();
            }
            else
            {
                WriteInputsInLanes();
            }
        }

        writer.Line();
    }

    private static string Row(int index) => Offsets.Rows(index, "WeightsRow");

    private string At(int vector) => CSharpLiteral.Int(vector * dialect.Lanes);

    private string Sum(int index, int chain) => $"sum{CSharpLiteral.Int(index)}{(char)('a' + chain)}";

    private void WriteOutputsInLanes()
    {
        int vectors = Lanes.Vectors(stored.Outputs, dialect.Lanes);
        int looped = vectors / step.BlockVectors * step.BlockVectors;
        string width = CSharpLiteral.Int(step.BlockVectors * dialect.Lanes);
        using (writer.Block($"for (int column = 0; column < {At(looped)}; column += {width})"))
        {
            WriteBlock(step.BlockVectors, "column");
        }

        if (looped < vectors)
        {
            writer.Line();
            using (writer.Braces())
            {
                WriteBlock(vectors - looped, At(looped));
            }
        }
    }

    private void WriteBlock(int vectors, string column)
    {
        int chains = step.Chains;
        writer.Line($"ref {Real.Type} input = ref inputs;");
        writer.Line($"ref {Real.Type} weight = ref {VectorDialect.Element("weights", column)};");
        for (int vector = 0; vector < vectors; vector++)
        {
            writer.Line($"var {Sum(vector, 0)} = {dialect.Load("biases", Offsets.Sum(column, At(vector)))};");
            for (int chain = 1; chain < chains; chain++)
            {
                writer.Line($"var {Sum(vector, chain)} = {dialect.Zero};");
            }
        }

        int looped = stored.Inputs / chains * chains;
        string advance = chains == 1 ? "next++" : $"next += {CSharpLiteral.Int(chains)}";
        using (writer.Block($"for (int next = 0; next < {CSharpLiteral.Int(looped)}; {advance})"))
        {
            WriteInputs(chains, vectors);
            writer.Line($"input = ref Add(ref input, {CSharpLiteral.Int(chains)});");
            writer.Line($"weight = ref Add(ref weight, {Row(chains)});");
        }

        writer.Line();
        WriteInputs(stored.Inputs - looped, vectors, "Rest");
        for (int vector = 0; vector < vectors; vector++)
        {
            Chains.WriteJoined(writer, chains, chain => Sum(vector, chain));
            writer.Line(dialect.Store(_activation.Value(Sum(vector, 0)), "outputs", Offsets.Sum(column, At(vector))));
        }
    }

    private void WriteInputs(int count, int vectors, string ending = "")
    {
        for (int chain = 0; chain < count; chain++)
        {
            string value = $"input{CSharpLiteral.Int(chain)}{ending}";
            writer.Line($"var {value} = {dialect.Broadcast(VectorDialect.Element("input", CSharpLiteral.Int(chain)))};");
            for (int vector = 0; vector < vectors; vector++)
            {
                string weight = dialect.Load("weight", Offsets.Sum(Row(chain), At(vector)));
                writer.Line($"{Sum(vector, chain)} = {dialect.MultiplyAdd(weight, value, Sum(vector, chain))};");
            }
        }
    }

    private void WriteInputsInLanes()
    {
        int block = step.BlockVectors;
        int looped = stored.Outputs / block * block;
        if (looped > 0)
        {
            using (writer.Block($"for (int row = 0; row < {CSharpLiteral.Int(looped)}; row += {CSharpLiteral.Int(block)})"))
            {
                WriteDots(block, "row");
            }
        }

        if (looped < stored.Outputs)
        {
            writer.Line();
            using (writer.Braces())
            {
                writer.Line($"const int row = {CSharpLiteral.Int(looped)};");
                WriteDots(stored.Outputs - looped, "row");
            }
        }
    }

    private void WriteDots(int outputs, string row)
    {
        int full = stored.Inputs / dialect.Lanes;
        int tail = Lanes.Tail(stored.Inputs, dialect.Lanes);
        writer.Line($"ref {Real.Type} weight = ref {VectorDialect.Element("weights", $"{row} * WeightsRow")};");
        for (int output = 0; output < outputs; output++)
        {
            writer.Line($"var {Sum(output, 0)} = {dialect.Zero};");
        }

        using (writer.Block($"for (int column = 0; column < {At(full)}; column += {CSharpLiteral.Int(dialect.Lanes)})"))
        {
            WriteProducts(outputs, "column", dialect.Load("inputs", "column"), "input");
        }

        writer.Line();
        if (tail != 0)
        {
            WriteProducts(outputs, At(full), dialect.LoadFirst("inputs", At(full), tail), "inputRest");
        }

        if (dialect.IsScalar)
        {
            for (int output = 0; output < outputs; output++)
            {
                string place = Offsets.Sum(row, CSharpLiteral.Int(output));
                writer.Line(dialect.Store(_activation.Value($"{Sum(output, 0)} + {dialect.Load("biases", place)}"), "outputs", place));
            }

            return;
        }

        string sums = string.Join(", ", Enumerable.Range(0, 4).Select(output => output < outputs ? Sum(output, 0) : dialect.Zero));
        writer.Line($"var reduced = VectorLanes.SumTogether({sums}) + {VectorDialect.LoadFour("biases", row)};");
        writer.Line($"{_activation.Value("reduced")}.StoreUnsafe(ref {VectorDialect.Element("outputs", row)});");
    }

    private void WriteProducts(int outputs, string column, string load, string input)
    {
        writer.Line($"var {input} = {load};");
        for (int output = 0; output < outputs; output++)
        {
            string weight = dialect.Load("weight", Offsets.Sum(Row(output), column));
            writer.Line($"{Sum(output, 0)} = {dialect.MultiplyAdd(weight, input, Sum(output, 0))};");
        }
    }
}
