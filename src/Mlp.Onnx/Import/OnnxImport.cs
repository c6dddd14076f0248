using System.Collections.Generic;
using System.Linq;
using Mlp.Onnx.Graph;
using Mlp.Onnx.Import.Values;

namespace Mlp.Onnx.Import;

/// <summary>From a graph to networks: for every tensor that is computed, the layers up to it, or why there are none.</summary>
internal static class OnnxImport
{
    /// <summary>What a graph is to a compiler of networks.</summary>
    /// <param name="graph">The graph.</param>
    /// <param name="allowDouble">Whether float64 and integers are taken as floats.</param>
    public static OnnxContents Of(OnnxGraph graph, bool allowDouble)
    {
        Dictionary<string, OnnxOutput> outputs = Outputs(graph, allowDouble, takesBaked: true, out List<string> order);
        if (graph.Inputs.Any(GraphInputs.IsAmbiguous) && outputs.Values.Any(static output => output.Network is null))
        {
            // What looked like a batch is part of a sample.
            foreach ((string name, OnnxOutput other) in Outputs(graph, allowDouble, takesBaked: false, out _))
            {
                if (other.Network is not null && outputs.TryGetValue(name, out OnnxOutput? refused) && refused.Network is null)
                {
                    outputs[name] = other;
                }
            }
        }

        string[] finals = [.. graph.Outputs.Select(static output => output.Name).Distinct().Where(outputs.ContainsKey)];
        return new OnnxContents(graph.Producer, graph.Opset, [.. finals.Concat(order.Except(finals)).Select(name => outputs[name])]);
    }

    private static Dictionary<string, OnnxOutput> Outputs(OnnxGraph graph, bool allowDouble, bool takesBaked, out List<string> order)
    {
        var context = new ImportContext(graph, allowDouble);
        GraphWalk walk = GraphWalk.Through(context, takesBaked);
        var assembly = new NetworkAssembly(context);
        var nearest = new NearestNetworks(graph);
        HashSet<string> finals = [.. graph.Outputs.Select(static output => output.Name)];
        var outputs = new Dictionary<string, OnnxOutput>();
        order = [.. walk.Order.Where(name => walk.Values[name] is not (ConstantValue or ShapeValue))];
        foreach (string name in order.Concat(finals.Where(name => !walk.Values.TryGetValue(name, out TensorValue? value) || (value is Signal or RefusedValue && !walk.Order.Contains(name)))).ToArray())
        {
            OnnxOutput output = OutputOf(graph, assembly, name, walk.Values.GetValueOrDefault(name), finals.Contains(name));
            outputs[name] = output with { Fault = output.Fault is { } fault ? nearest.Hinted(name, fault, (walk.Values.GetValueOrDefault(name) as RefusedValue)?.Cause) : null };
            nearest.Add(name, output.Network is not null);
        }

        return outputs;
    }

    private static OnnxOutput OutputOf(OnnxGraph graph, NetworkAssembly assembly, string name, TensorValue? value, bool isFinal)
    {
        string shape = value is Signal { Head: HeadKind.None } signal ? $"[{ShapeText.WithoutBatch(signal.Layout)}]" : SaidShape(graph, name);
        try
        {
            return value switch
            {
                Signal computed => new OnnxOutput(name, isFinal, shape, assembly.Of(name, computed), null),
                RefusedValue refused => new OnnxOutput(name, isFinal, shape, null, refused.Fault),
                _ => new OnnxOutput(name, isFinal, shape, null, new OnnxFault(OnnxFaultCode.NoSuchOutput, $"The file names the output \"{name}\", but no node makes it.")),
            };
        }
        catch (Refusal refusal)
        {
            return new OnnxOutput(name, isFinal, shape, null, refusal.Fault);
        }
    }

    /// <summary>The shape that the file says.</summary>
    private static string SaidShape(OnnxGraph graph, string name)
    {
        OnnxValue? said = graph.Outputs.FirstOrDefault(output => output.Name == name) ?? graph.Described.GetValueOrDefault(name);
        return said?.Dimensions is { } dimensions
            ? $"[{string.Join(", ", dimensions.Skip(1).Select(static dimension => dimension.Extent is { } extent ? FormattableText.Of($"{extent}") : dimension.Symbol.Length > 0 ? dimension.Symbol : "?"))}]"
            : "?";
    }
}
