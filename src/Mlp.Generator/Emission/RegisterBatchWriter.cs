using System;
using System.Collections.Generic;
using System.Linq;
using Mlp.Generator.Emission.Activations;
using Mlp.Generator.Emission.Vectors;
using Mlp.Generator.Model;
using Mlp.Generator.Planning;

namespace Mlp.Generator.Emission;

/// <summary>Writes the prediction of a batch with samples in lanes and the whole network in registers.</summary>
internal sealed class RegisterBatchWriter(SourceWriter writer, VectorDialect dialect, NetworkPlan plan, RegisterBatchPlan batch)
{
    private const int Four = 4;

    private readonly NetworkModel _model = plan.Model;
    private readonly string _samples = CSharpLiteral.Int(batch.Samples);
    private readonly string _inputs = CSharpLiteral.Int(plan.Model.InputSize);
    private readonly string _outputs = CSharpLiteral.Int(plan.Model.OutputSize);

    /// <summary>What the names of locals end in, one for each vector of samples that go together.</summary>
    private readonly string[] _endings = [.. Enumerable.Range(0, batch.Vectors).Select(vector => batch.Vectors == 1 ? "" : ((char)('a' + vector)).ToString())];

    public void WriteForwardBatch()
    {
        writer.Line($"/// <summary>n samples, {_samples} at a time; the last ones go through a copy, so that nothing outside the spans is touched.</summary>");
        writer.Line("[MethodImpl(AggressiveOptimization)]");
        using (writer.Block($"internal static void ForwardBatch(ref {Real.Type} parameters, ref {Real.Type} inputs, ref {Real.Type} outputs, int samples)"))
        {
            writer.Line($"int groups = samples / {_samples};");
            writer.Line($"int rest = samples % {_samples};");
            using (writer.Block("if (groups > 0)"))
            {
                writer.Line("ForwardGroups(ref parameters, ref inputs, ref outputs, groups);");
            }

            writer.Line();
            using (writer.Block("if (rest > 0)"))
            {
                string whole = $"groups * {_samples}";
                writer.Line($"ForwardRest(ref parameters, ref Add(ref inputs, {whole} * {_inputs}), ref Add(ref outputs, {whole} * {_outputs}), rest);");
            }
        }

        writer.Line();
        WriteGroups();
        WriteRest();
    }

    private void WriteGroups()
    {
        writer.Line($"/// <summary>{_samples} samples at a time: all layers in registers, weights broadcast from memory.</summary>");
        writer.Line("[MethodImpl(AggressiveOptimization)]");
        using (writer.Block($"private static void ForwardGroups(ref {Real.Type} parameters, ref {Real.Type} inputs, ref {Real.Type} outputs, int groups)"))
        {
            if (batch.Vectors > 1)
            {
                writer.Line($"{dialect.Type} parameter;");
            }

            using (writer.Block("for (; groups > 0; groups--)"))
            {
                string[] values = WriteLoad();
                for (int layer = 1; layer <= _model.Layers.Count; layer += 2)
                {
                    values = layer < _model.Layers.Count ? WritePair(layer, values) : WriteLast(values);
                }

                WriteOutput(values);
                WriteStore(values);
                writer.Line($"inputs = ref Add(ref inputs, {_samples} * {_inputs});");
                writer.Line($"outputs = ref Add(ref outputs, {_samples} * {_outputs});");
            }
        }

        writer.Line();
    }

    private void WriteRest()
    {
        writer.Line("/// <summary>Fewer samples than go together.</summary>");
        writer.Line("[MethodImpl(AggressiveOptimization)]");
        using (writer.Block($"private static void ForwardRest(ref {Real.Type} parameters, ref {Real.Type} inputs, ref {Real.Type} outputs, int samples)"))
        {
            writer.Lines(
                $"Span<{Real.Type}> rows = stackalloc {Real.Type}[{_samples} * {_inputs}];",
                $"Span<{Real.Type}> results = stackalloc {Real.Type}[{_samples} * {_outputs}];",
                $"MemoryMarshal.CreateReadOnlySpan(ref inputs, samples * {_inputs}).CopyTo(rows);",
                "ForwardGroups(ref parameters, ref MemoryMarshal.GetReference(rows), ref MemoryMarshal.GetReference(results), 1);",
                $"results.Slice(0, samples * {_outputs}).CopyTo(MemoryMarshal.CreateSpan(ref outputs, samples * {_outputs}));");
        }

        writer.Line();
    }

    /// <summary>Rows of inputs to a vector for each feature, four at a time.</summary>
    private string[] WriteLoad()
    {
        writer.Line("// x, a feature in a vector");
        string[] features = [.. Enumerable.Range(0, _model.InputSize).Select(feature => "input" + CSharpLiteral.Int(feature))];
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
    private string[] WritePair(int layer, string[] inputs)
    {
        writer.Line($"// {_model.LayerFormula(layer)}; {_model.LayerFormula(layer + 1)}: an output of the first at a time");
        string[] sums = Names(layer + 1);
        for (int output = 0; output < sums.Length; output++)
        {
            WriteBias(layer + 1, output, sums[output]);
        }

        string[] hidden = Names(layer);
        for (int unit = 0; unit < hidden.Length; unit++)
        {
            WriteSum(layer, unit, hidden[unit], inputs);
            WriteActivation(_model.Layers[layer - 1].Activation, hidden[unit]);
            for (int output = 0; output < sums.Length; output++)
            {
                WriteProduct(layer + 1, output, unit, hidden[unit], sums[output]);
            }
        }

        foreach (string sum in sums)
        {
            WriteActivation(_model.Layers[layer].Activation, sum);
        }

        writer.Line();
        return sums;
    }

    /// <summary>The last layer of an odd number of them.</summary>
    private string[] WriteLast(string[] inputs)
    {
        int layer = _model.Layers.Count;
        writer.Line($"// {_model.LayerFormula(layer)}");
        string[] sums = Names(layer);
        for (int output = 0; output < sums.Length; output++)
        {
            WriteSum(layer, output, sums[output], inputs);
        }

        writer.Line();
        return sums;
    }

    private void WriteSum(int layer, int output, string sum, string[] inputs)
    {
        WriteBias(layer, output, sum);
        for (int input = 0; input < inputs.Length; input++)
        {
            WriteProduct(layer, output, input, inputs[input], sum);
        }
    }

    private void WriteBias(int layer, int output, string sum) =>
        WriteShared("Biases", layer, output, (bias, ending) => $"var {sum}{ending} = {bias};");

    private void WriteProduct(int layer, int output, int input, string value, string sum)
    {
        DenseStorage stored = plan.Storage.Layers[layer - 1];
        int offset = (output * stored.OutputStride) + (input * stored.InputStride);
        WriteShared("Weights", layer, offset, (weight, ending) => $"{sum}{ending} = {dialect.MultiplyAdd(value + ending, weight, sum + ending)};");
    }

    /// <summary>What is done with one parameter for each vector of samples; it is loaded once.</summary>
    private void WriteShared(string kind, int layer, int offset, Func<string, string, string> statement)
    {
        string start = kind + CSharpLiteral.Int(layer);
        string value = dialect.Broadcast(VectorDialect.Element("parameters", Offsets.Sum(start, CSharpLiteral.Int(offset))));
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

    private void WriteActivation(ActivationKind activation, string name)
    {
        foreach (string ending in activation == ActivationKind.Identity ? [] : _endings)
        {
            writer.Line($"{name}{ending} = {ActivationFormula.Of(activation).Value(name + ending)};");
        }
    }

    private void WriteOutput(string[] logits)
    {
        writer.Line($"// ŷ = {ActivationFormula.Of(_model.Head.Activation).Around("z")}");
        if (_model.Head.Activation != ActivationKind.Softmax)
        {
            foreach (string logit in logits)
            {
                WriteActivation(_model.Head.Activation, logit);
            }

            return;
        }

        foreach (string ending in _endings)
        {
            new LaneSoftmaxWriter(writer, dialect, logits.Length, ending).Write(output => logits[output] + ending);
            for (int output = 0; output < logits.Length; output++)
            {
                writer.Line($"{logits[output]}{ending} = {LaneSoftmaxWriter.Probability(output, ending)};");
            }
        }
    }

    private string[] Names(int layer)
    {
        string name = layer == _model.Layers.Count ? "output" : $"hidden{CSharpLiteral.Int(layer)}Unit";
        return [.. Enumerable.Range(0, _model.Layers[layer - 1].Outputs).Select(output => name + CSharpLiteral.Int(output))];
    }
}
