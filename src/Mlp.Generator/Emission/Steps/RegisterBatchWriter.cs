using System;
using System.Collections.Generic;
using System.Linq;
using Mlp.Generator.Emission.Activations;
using Mlp.Generator.Emission.Heads;
using Mlp.Generator.Emission.Text;
using Mlp.Generator.Emission.Vectors;
using Mlp.Generator.Model;
using Mlp.Generator.Planning.Orders;
using Mlp.Generator.Planning.Storage;

namespace Mlp.Generator.Emission.Steps;

/// <summary>Writes the prediction of a batch with samples in lanes and the whole network in registers.</summary>
internal sealed class RegisterBatchWriter(SourceWriter writer, VectorDialect dialect, NetworkModel model, RegisterBatchPlan batch)
{
    private const int Four = 4;

    private readonly string _samples = CSharpLiteral.Int(batch.Samples);
    private readonly string _inputs = CSharpLiteral.Int(model.InputSize);
    private readonly string _outputs = CSharpLiteral.Int(model.OutputSize);

    /// <summary>Whether parameters are those of the unit that the loop is at.</summary>
    private bool _isInLoop;

    /// <summary>What the names of locals end in, one for each vector of samples that go together.</summary>
    private readonly string[] _endings = [.. Enumerable.Range(0, batch.Vectors).Select(vector => batch.Vectors == 1 ? "" : ((char)('a' + vector)).ToString())];

    /// <summary>The type of a group of samples.</summary>
    /// <param name="name">Its name.</param>
    public void WriteType(string name)
    {
        writer.Line($"/// <summary>{_samples} samples at a time: all layers in registers, weights broadcast from memory.</summary>");
        using IDisposable type = writer.Block($"internal readonly struct {name} : ISampleGroups");
        writer.Lines(
            $"public static int InputSize => {_inputs};",
            $"public static int OutputSize => {_outputs};",
            $"public static int GroupSamples => {_samples};",
            "",
            "[MethodImpl(Kernel)]");
        using (writer.Block($"public static void Forward(ref {Real.Type} parameters, ref {Real.Type} inputs, ref {Real.Type} outputs, int groups)"))
        {
            if (batch.Vectors > 1)
            {
                writer.Line($"{dialect.Type} parameter;");
            }

            using (writer.Block("for (; groups > 0; groups--)"))
            {
                string[] values = WriteLoad();
                foreach (RegisterGroup group in batch.Groups)
                {
                    values = group.Second is { } second ? WritePair(group, second, values) : WriteLast(group.First, values);
                }

                WriteOutput(values);
                WriteStore(values);
                writer.Line($"inputs = ref At(ref inputs, {_samples} * {_inputs});");
                writer.Line($"outputs = ref At(ref outputs, {_samples} * {_outputs});");
            }
        }

        writer.Line();
    }

    /// <summary>Rows of inputs to a vector for each feature, four at a time.</summary>
    private string[] WriteLoad()
    {
        writer.Line("// x, a feature in a vector");
        string[] features = [.. Enumerable.Range(0, model.InputSize).Select(feature => "input" + CSharpLiteral.Int(feature))];
        ForEachFour(features, (vector, place, four) =>
        {
            IEnumerable<string> columns = four.Select(name => $"out {dialect.Type} {name}{_endings[vector]}")
                .Concat(Enumerable.Repeat($"out {dialect.Type} _", Four - four.Length));
            writer.Line($"VectorLanes.LoadColumns(ref {VectorDialect.Element("inputs", place)}, {_inputs}, {CSharpLiteral.Int(four.Length)}, {string.Join(", ", columns)});");
        });
        writer.Line();
        return features;
    }

    private void WriteStore(string[] outputs) => ForEachFour(outputs, (vector, place, four) =>
    {
        IEnumerable<string> columns = four.Select(name => name + _endings[vector]).Concat(Enumerable.Repeat(dialect.Zero, Four - four.Length));
        writer.Line($"VectorLanes.StoreColumns(ref {VectorDialect.Element("outputs", place)}, {_outputs}, {CSharpLiteral.Int(four.Length)}, {string.Join(", ", columns)});");
    });

    /// <summary>Columns of rows in memory, four at a time, for each vector of samples.</summary>
    private void ForEachFour(string[] columns, Action<int, string, string[]> body)
    {
        for (int vector = 0; vector < batch.Vectors; vector++)
        {
            for (int first = 0; first < columns.Length; first += Four)
            {
                string place = CSharpLiteral.Int((vector * dialect.Lanes * columns.Length) + first);
                body(vector, place, [.. columns.Skip(first).Take(Four)]);
            }
        }
    }

    /// <summary>Two layers: each output of the first, when it is had, goes into all sums of the second.</summary>
    private string[] WritePair(RegisterGroup group, RegisterLayer second, string[] inputs)
    {
        RegisterLayer first = group.First;
        writer.Line($"// {model.LayerFormula(first.Number)}; {model.LayerFormula(second.Number)}: an output of the first at a time");
        string[] sums = Names(second);
        for (int output = 0; output < sums.Length; output++)
        {
            WriteBias(second, output, sums[output]);
        }

        if (group.IsLooped)
        {
            WriteUnits(first, second, inputs, sums);
        }
        else
        {
            string[] hidden = Names(first);
            for (int unit = 0; unit < hidden.Length; unit++)
            {
                WriteUnit(first, second, unit, hidden[unit], inputs, sums);
            }
        }

        foreach (string sum in sums)
        {
            WriteActivation(second.Activation, sum);
        }

        writer.Line();
        return sums;
    }

    /// <summary>A loop over the outputs of the first layer: its weights, its biases and those of the second move on together.</summary>
    private void WriteUnits(RegisterLayer first, RegisterLayer second, string[] inputs, string[] sums)
    {
        (TensorStorage Tensor, int Stride)[] moved = [(first.Biases, 1), (first.Weights, first.OutputStride), (second.Weights, second.InputStride)];
        foreach ((TensorStorage tensor, _) in moved)
        {
            writer.Line($"ref {Real.Type} {UnitOf(tensor)} = ref {VectorDialect.Element("parameters", PlaceNames.Of(tensor))};");
        }

        using (writer.Block($"for (int unit = 0; unit < {CSharpLiteral.Int(first.Outputs)}; unit++)"))
        {
            _isInLoop = true;
            WriteUnit(first, second, 0, UnitName(first), inputs, sums);
            _isInLoop = false;
            foreach ((TensorStorage tensor, int stride) in moved)
            {
                writer.Line($"{UnitOf(tensor)} = ref At(ref {UnitOf(tensor)}, {CSharpLiteral.Int(stride)});");
            }
        }
    }

    private void WriteUnit(RegisterLayer first, RegisterLayer second, int unit, string hidden, string[] inputs, string[] sums)
    {
        WriteSum(first, unit, hidden, inputs);
        WriteActivation(first.Activation, hidden);
        for (int output = 0; output < sums.Length; output++)
        {
            WriteProduct(second, output, unit, hidden, sums[output]);
        }
    }

    /// <summary>The last layer of an odd number of them.</summary>
    private string[] WriteLast(RegisterLayer layer, string[] inputs)
    {
        writer.Line($"// {model.LayerFormula(layer.Number)}");
        string[] sums = Names(layer);
        for (int output = 0; output < sums.Length; output++)
        {
            WriteSum(layer, output, sums[output], inputs);
        }

        writer.Line();
        return sums;
    }

    private void WriteSum(RegisterLayer layer, int output, string sum, string[] inputs)
    {
        WriteBias(layer, output, sum);
        for (int input = 0; input < inputs.Length; input++)
        {
            WriteProduct(layer, output, input, inputs[input], sum);
        }
    }

    private void WriteBias(RegisterLayer layer, int output, string sum) =>
        WriteShared(layer.Biases, output, (bias, ending) => $"var {sum}{ending} = {bias};");

    private void WriteProduct(RegisterLayer layer, int output, int input, string value, string sum) =>
        WriteShared(
            layer.Weights,
            (output * layer.OutputStride) + (input * layer.InputStride),
            (weight, ending) => $"{sum}{ending} = {dialect.MultiplyAdd(value + ending, weight, sum + ending)};");

    /// <summary>What is done with one parameter for each vector of samples; it is loaded once.</summary>
    private void WriteShared(TensorStorage tensor, int offset, Func<string, string, string> statement)
    {
        string value = _isInLoop
            ? dialect.Spread(UnitOf(tensor), Expression.Int(offset))
            : dialect.Spread("parameters", Offsets.Sum(PlaceNames.Of(tensor), Expression.Int(offset)));
        if (batch.Vectors > 1)
        {
            writer.Line($"parameter = {value};");
            value = "parameter";
        }

        foreach (string ending in _endings)
        {
            writer.Line(statement(value, ending));
        }
    }

    private void WriteActivation(ActivationModel activation, string name)
    {
        foreach (string ending in activation == ActivationKind.Identity ? [] : _endings)
        {
            writer.Line($"{name}{ending} = {ActivationFormula.Of(activation).Value(dialect, name + ending)};");
        }
    }

    private void WriteOutput(string[] logits)
    {
        writer.Line($"// ŷ = {ActivationFormula.Of(model.Head.Activation).Around("z")}");
        if (model.Head.Activation != ActivationKind.Softmax)
        {
            foreach (string logit in logits)
            {
                WriteActivation(model.Head.Activation, logit);
            }

            return;
        }

        foreach (string ending in _endings)
        {
            new LaneSoftmaxWriter(writer, dialect, logits.Length, ending).Write(output => logits[output] + ending);
            for (int output = 0; output < logits.Length; output++)
            {
                writer.Line($"{logits[output]}{ending} = {LaneSoftmaxWriter.Probability(dialect, output, ending)};");
            }
        }
    }

    private static string[] Names(RegisterLayer layer) =>
        [.. Enumerable.Range(0, layer.Outputs).Select(output => UnitName(layer) + CSharpLiteral.Int(output))];

    private static string UnitName(RegisterLayer layer) => layer.IsLast ? "output" : $"hidden{CSharpLiteral.Int(layer.Number)}Unit";

    /// <summary>The reference to a tensor's parameters of the unit that a loop is at.</summary>
    private static string UnitOf(TensorStorage tensor)
    {
        string name = PlaceNames.Of(tensor);
        return char.ToLowerInvariant(name[0]) + name.Substring(1);
    }
}
