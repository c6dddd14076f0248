using System.Collections.Generic;
using System.Linq;
using Mlp.Onnx.Graph;

namespace Mlp.Onnx.Import;

/// <summary>From a graph to networks: for every tensor that is computed, the layers up to it, or why there are none.</summary>
internal static class OnnxImport
{
    /// <summary>What a graph is to a compiler of networks.</summary>
    /// <param name="graph">The graph.</param>
    /// <param name="allowDouble">Whether float64 and integers are taken as floats.</param>
    public static OnnxContents Of(OnnxGraph graph, bool allowDouble)
    {
        ImportAttempt attempt = ImportAttempt.Of(graph, allowDouble, takesBaked: true);
        Dictionary<string, OnnxOutput> outputs = attempt.Outputs;
        if (graph.Inputs.Any(GraphInputs.IsAmbiguous) && outputs.Values.Any(static output => output.Network is null))
        {
            // What looked like a batch may be part of a sample: then more of the file is understood.
            ImportAttempt other = ImportAttempt.Of(graph, allowDouble, takesBaked: false);
            foreach ((string name, OnnxOutput refused) in outputs.Where(static pair => pair.Value.Network is null).ToArray())
            {
                OnnxOutput instead = other.Outputs.GetValueOrDefault(name, refused);
                bool isPast = attempt.Causes.GetValueOrDefault(name)?.Outputs.Any(made => other.Outputs.GetValueOrDefault(made)?.Network is not null) == true;
                outputs[name] = instead.Network is not null || isPast ? instead : refused;
            }
        }

        string[] finals = [.. graph.Outputs.Select(static output => output.Name).Distinct().Where(outputs.ContainsKey)];
        return new OnnxContents(graph.Producer, graph.Opset, [.. finals.Concat(attempt.Order.Except(finals)).Select(name => outputs[name])]);
    }
}
