using System.Linq;
using Mlp.Generator.Emission.Activations;
using Mlp.Generator.Emission.Text;
using Mlp.Generator.Emission.Vectors;
using Mlp.Generator.Planning.Steps;
using Mlp.Generator.Planning.Storage;

namespace Mlp.Generator.Emission.Steps;

/// <summary>Writes one layer of one sample as a method with loops, for layers past the unrolling budget.</summary>
internal sealed class SampleLoopWriter(SourceWriter writer, VectorDialect dialect, DotWork dots)
{
    private readonly ActivationFormula _activation = ActivationFormula.Of(dots.Activation);

    public void WriteMethod()
    {
        writer.Line($"/// <summary>{_activation.Around("W x + b")} of one sample, {(dots.Order != WeightOrder.ByOutput ? "outputs" : "inputs")} in lanes.</summary>");
        writer.Line("[MethodImpl(Kernel)]");
        using (writer.Block($"internal static void {dialect.ShortName}(ref {Real.Type} weights, ref {Real.Type} biases, ref {Real.Type} inputs, ref {Real.Type} outputs)"))
        {
            writer.Line($"const int WeightsRow = {CSharpLiteral.Int(dots.Stride)};");
            if (dots.Order != WeightOrder.ByOutput)
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

    private static Expression Row(int index) => Offsets.Rows(index, "WeightsRow");

    private Expression At(int vector) => Expression.Int(vector * dialect.Lanes);

    private string Sum(int index, int chain) => $"sum{CSharpLiteral.Int(index)}{(char)('a' + chain)}";

    private void WriteOutputsInLanes()
    {
        Split vectors = dots.Blocks(dialect.Lanes);
        string width = CSharpLiteral.Int(vectors.Step * dialect.Lanes);
        using (writer.Block($"for (int column = 0; column < {At(vectors.Whole)}; column += {width})"))
        {
            WriteBlock(vectors.Step, "column");
        }

        if (vectors.Rest > 0)
        {
            writer.Line();
            using (writer.Braces())
            {
                WriteBlock(vectors.Rest, At(vectors.Whole));
            }
        }
    }

    private void WriteBlock(int vectors, Expression column)
    {
        int chains = dots.Chains;
        writer.Line($"ref {Real.Type} input = ref inputs;");
        writer.Line($"ref {Real.Type} weight = ref {VectorDialect.Element("weights", dots.Order == WeightOrder.InPanels ? InPanel(vectors, column) : column)};");
        for (int vector = 0; vector < vectors; vector++)
        {
            writer.Line($"var {Sum(vector, 0)} = {dialect.Load("biases", Offsets.Sum(column, At(vector)))};");
            for (int chain = 1; chain < chains; chain++)
            {
                writer.Line($"var {Sum(vector, chain)} = {dialect.Zero};");
            }
        }

        Split inputs = dots.Products(dialect.Lanes);
        string advance = chains == 1 ? "next++" : $"next += {CSharpLiteral.Int(chains)}";
        using (writer.Block($"for (int next = 0; next < {CSharpLiteral.Int(inputs.Whole)}; {advance})"))
        {
            WriteInputs(chains, vectors);
            writer.Line($"input = ref At(ref input, {CSharpLiteral.Int(chains)});");
            writer.Line($"weight = ref At(ref weight, {Row(chains)});");
        }

        writer.Line();
        WriteInputs(inputs.Rest, vectors, "Rest");
        for (int vector = 0; vector < vectors; vector++)
        {
            Chains.WriteJoined(writer, chains, chain => Sum(vector, chain));
            writer.Line(dialect.Store(_activation.Value(dialect, Sum(vector, 0)), "outputs", Offsets.Sum(column, At(vector))));
        }
    }

    /// <summary>Where the weights of an output stand: behind those of the panels before, and in their row of a panel.</summary>
    private Expression InPanel(int vectors, Expression column)
    {
        string inputs = CSharpLiteral.Int(dots.Inputs);
        if (vectors * dialect.Lanes == dots.Panel)
        {
            return Expression.Operation($"{column} * {inputs}");
        }

        string within = CSharpLiteral.Int(dots.Panel - 1);
        return Expression.Operation($"(({column} & ~{within}) * {inputs}) + ({column} & {within})");
    }

    private void WriteInputs(int count, int vectors, string ending = "")
    {
        for (int chain = 0; chain < count; chain++)
        {
            string value = $"input{CSharpLiteral.Int(chain)}{ending}";
            writer.Line($"var {value} = {dialect.Spread("input", Expression.Int(chain))};");
            for (int vector = 0; vector < vectors; vector++)
            {
                string weight = dialect.Load("weight", Offsets.Sum(Row(chain), At(vector)));
                writer.Line($"{Sum(vector, chain)} = {dialect.MultiplyAdd(weight, value, Sum(vector, chain))};");
            }
        }
    }

    private void WriteInputsInLanes()
    {
        Split outputs = dots.Blocks(dialect.Lanes);
        if (outputs.Whole > 0)
        {
            using (writer.Block($"for (int row = 0; row < {CSharpLiteral.Int(outputs.Whole)}; row += {CSharpLiteral.Int(outputs.Step)})"))
            {
                WriteDots(outputs.Step);
            }
        }

        if (outputs.Rest > 0)
        {
            writer.Line();
            using (writer.Braces())
            {
                writer.Line($"const int row = {CSharpLiteral.Int(outputs.Whole)};");
                WriteDots(outputs.Rest);
            }
        }
    }

    private void WriteDots(int outputs)
    {
        Split inputs = dots.Products(dialect.Lanes);
        Expression full = Expression.Int(inputs.Whole);
        writer.Line($"ref {Real.Type} weight = ref {VectorDialect.Element("weights", "row * WeightsRow")};");
        for (int output = 0; output < outputs; output++)
        {
            writer.Line($"var {Sum(output, 0)} = {dialect.Zero};");
        }

        using (writer.Block($"for (int column = 0; column < {full}; column += {CSharpLiteral.Int(dialect.Lanes)})"))
        {
            WriteProducts(outputs, "column", dialect.Load("inputs", "column"), "input");
        }

        writer.Line();
        if (inputs.Rest != 0)
        {
            WriteProducts(outputs, full, dialect.LoadFirst("inputs", full, inputs.Rest), "inputRest");
        }

        string sums = dialect.SumTogether([.. Enumerable.Range(0, outputs).Select(output => Sum(output, 0))]);
        writer.Line($"var reduced = {sums} + {VectorDialect.LoadFour("biases", "row")};");
        writer.Line(VectorDialect.StoreFour(_activation.Value(dialect, "reduced").Text, "outputs", "row"));
    }

    private void WriteProducts(int outputs, Expression column, string load, string input)
    {
        writer.Line($"var {input} = {load};");
        for (int output = 0; output < outputs; output++)
        {
            string weight = dialect.Load("weight", Offsets.Sum(Row(output), column));
            writer.Line($"{Sum(output, 0)} = {dialect.MultiplyAdd(weight, input, Sum(output, 0))};");
        }
    }
}
