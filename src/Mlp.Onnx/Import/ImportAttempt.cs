using System;
using System.Collections.Generic;
using System.Linq;
using Mlp.Onnx.Graph;
using Mlp.Onnx.Import.Values;

namespace Mlp.Onnx.Import;

/// <summary>All tensors of a graph as outputs, under one reading of what the first dimensions of its inputs are.</summary>
internal sealed class ImportAttempt
{
    /// <summary>The tensors that may be outputs, by name.</summary>
    public Dictionary<string, OnnxOutput> Outputs { get; } = [];

    /// <summary>The nodes at which the faults are, by the names of tensors.</summary>
    public Dictionary<string, OnnxNode> Causes { get; } = [];

    /// <summary>The tensors in the order of computation.</summary>
    public required IReadOnlyList<string> Order { get; init; }

    /// <summary>Goes through a graph.</summary>
    /// <param name="graph">The graph.</param>
    /// <param name="allowDouble">Whether float64 and integers are taken as floats.</param>
    /// <param name="takesBaked">Whether the first dimension of inputs is a batch where it is a number above 1.</param>
    public static ImportAttempt Of(OnnxGraph graph, bool allowDouble, bool takesBaked)
    {
        var context = new ImportContext(graph, allowDouble);
        GraphWalk walk = GraphWalk.Through(context, takesBaked);
        var assembly = new NetworkAssembly(context);
        var nearest = new NearestNetworks(graph);
        var said = new Dictionary<string, OnnxValue>(graph.Described);
        HashSet<string> finals = [];
        foreach (OnnxValue output in graph.Outputs.Where(output => finals.Add(output.Name)))
        {
            said[output.Name] = output;
        }

        var attempt = new ImportAttempt { Order = [.. walk.Order.Where(name => walk.Values[name] is not (ConstantValue or ShapeValue))] };

        // The file may name an input as an output, or what nobody makes.
        HashSet<string> known = [.. attempt.Order];
        string[] others = [.. finals.Where(name => !known.Contains(name) && walk.Values.GetValueOrDefault(name) is not (ConstantValue or ShapeValue))];
        foreach (string name in attempt.Order.Concat(others))
        {
            TensorValue? value = walk.Values.GetValueOrDefault(name);
            OnnxOutput output = OutputOf(said, assembly, name, value, finals.Contains(name));
            if (value is RefusedValue { Cause: { } cause })
            {
                attempt.Causes.Add(name, cause);
            }

            attempt.Outputs.Add(name, output.Fault is { } fault ? output with { Fault = nearest.Hinted(name, fault, attempt.Causes.GetValueOrDefault(name)) } : output);
            nearest.Add(name, output.Network is not null);
        }

        return attempt;
    }

    private static OnnxOutput OutputOf(Dictionary<string, OnnxValue> said, NetworkAssembly assembly, string name, TensorValue? value, bool isFinal)
    {
        string shape = value is Signal { Head: null } signal ? $"[{ShapeText.WithoutBatch(signal.Layout)}]" : SaidShape(said.GetValueOrDefault(name));
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
    private static string SaidShape(OnnxValue? said) =>
        said?.Dimensions is { } dimensions
            ? $"[{string.Join(", ", dimensions.Skip(1).Select(static dimension => dimension.Extent is { } extent ? FormattableString.Invariant($"{extent}") : dimension.Symbol.Length > 0 ? dimension.Symbol : "?"))}]"
            : "?";
}
