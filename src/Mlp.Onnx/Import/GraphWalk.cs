using System;
using System.Collections.Generic;
using System.Linq;
using Mlp.Onnx.Graph;
using Mlp.Onnx.Import.Operators;
using Mlp.Onnx.Import.Values;

namespace Mlp.Onnx.Import;

/// <summary>Goes once through all nodes, in an order in which each finds its inputs, and learns what is known of every tensor.</summary>
internal sealed class GraphWalk
{
    // A formula is looked at again with every step more; a longer one is made layers.
    private const int LongestFormula = 32;

    private readonly ImportContext _context;
    private readonly Dictionary<string, TensorValue> _values = [];

    private GraphWalk(ImportContext context) => _context = context;

    /// <summary>What is known of each tensor.</summary>
    public IReadOnlyDictionary<string, TensorValue> Values => _values;

    /// <summary>The tensors that nodes make, in the order of computation.</summary>
    public List<string> Order { get; } = [];

    /// <summary>Goes through a graph.</summary>
    /// <param name="context">What all nodes share.</param>
    /// <param name="takesBaked">Whether the first dimension of inputs is a batch where it is a number above 1.</param>
    public static GraphWalk Through(ImportContext context, bool takesBaked)
    {
        var walk = new GraphWalk(context);
        foreach ((string name, OnnxTensor tensor) in context.Graph.Initializers)
        {
            walk._values[name] = IsWhole(tensor) ? new ConstantValue(tensor) : new RefusedValue(new OnnxFault(
                OnnxFaultCode.Shape, FormattableString.Invariant($"The tensor \"{name}\" has {tensor.Values.Length + tensor.Strings.Count} values, but dimensions of {ShapeText.Spoken(tensor.Extents)}.")), null);
        }

        foreach (OnnxValue input in context.Graph.Inputs)
        {
            walk._values.TryAdd(input.Name, GraphInputs.Of(context, input, takesBaked));
        }

        walk.Visit();
        return walk;
    }

    private static bool IsWhole(OnnxTensor tensor)
    {
        long count = tensor.Extents.Aggregate(1L, static (product, extent) => extent < 0 || product > int.MaxValue ? -1 : product * extent);
        return count == (tensor.Strings.Count > 0 ? tensor.Strings.Count : tensor.Values.Length) && tensor.Extents.All(static extent => extent >= 0);
    }

    private void Visit()
    {
        IReadOnlyList<OnnxNode> nodes = _context.Graph.Nodes;
        var makers = new Dictionary<string, int>();
        for (int index = 0; index < nodes.Count; index++)
        {
            foreach (string output in nodes[index].Outputs.Where(static name => name.Length > 0))
            {
                makers.TryAdd(output, index);
            }
        }

        int[] missing = new int[nodes.Count];
        var takers = new List<int>[nodes.Count];
        for (int index = 0; index < nodes.Count; index++)
        {
            foreach (string input in nodes[index].Inputs.Where(name => !_values.ContainsKey(name)))
            {
                if (makers.TryGetValue(input, out int maker))
                {
                    missing[index]++;
                    (takers[maker] ??= []).Add(index);
                }
            }
        }

        var ready = new Queue<int>(Enumerable.Range(0, nodes.Count).Where(index => missing[index] == 0));
        while (ready.TryDequeue(out int index))
        {
            Visit(nodes[index]);
            foreach (int taker in takers[index] ?? [])
            {
                if (--missing[taker] == 0)
                {
                    ready.Enqueue(taker);
                }
            }
        }

        foreach (OnnxNode node in nodes.Where((_, index) => missing[index] > 0))
        {
            Keep(node, new RefusedValue(new OnnxFault(OnnxFaultCode.Shape, $"The node {node.Operator} \"{node.Name}\" depends on its own result."), node));
        }
    }

    private void Visit(OnnxNode node)
    {
        TensorValue?[] inputs = new TensorValue?[node.Inputs.Count];
        for (int index = 0; index < inputs.Length; index++)
        {
            if (node.Inputs[index].Length == 0)
            {
                continue;
            }

            if (!_values.TryGetValue(node.Inputs[index], out TensorValue? value))
            {
                value = new RefusedValue(new OnnxFault(OnnxFaultCode.Shape, $"The node {node.Operator} \"{node.Name}\" takes \"{node.Inputs[index]}\", which no node makes."), node);
            }

            if (value is RefusedValue refused)
            {
                Keep(node, Worse(node, refused));
                return;
            }

            inputs[index] = value;
        }

        // Inputs that are left out at the end are no inputs.
        int count = inputs.Length;
        while (count > 0 && inputs[count - 1] is null)
        {
            count--;
        }

        try
        {
            Keep(node, Lowered(new NodeCall(node, inputs[..count], _context)));
        }
        catch (Refusal refusal)
        {
            Keep(node, new RefusedValue(refusal.Fault, node));
        }
    }

    /// <summary>What an input is refused for may be helped; an operator that is not supported may not, so that is said.</summary>
    private RefusedValue Worse(OnnxNode node, RefusedValue refused) => refused.Cause is null && !IsSupported(node)
        ? new RefusedValue(UnsupportedOperators.Of(new NodeCall(node, [], _context)).Fault, node)
        : refused;

    private static bool IsSupported(OnnxNode node) => node.Domain.Length > 0
        ? SignalOperators.Classic.ContainsKey(node.Operator)
        : SignalOperators.All.ContainsKey(node.Operator) || ConstantOperators.All.ContainsKey(node.Operator);

    private TensorValue[] Lowered(NodeCall call)
    {
        OnnxNode node = call.Node;
        if (node.Domain.Length > 0)
        {
            return node.Domain != SignalOperators.ClassicDomain ? throw call.Refuse(OnnxFaultCode.Version, $"is of the domain \"{node.Domain}\", whose operators are not known")
                : SignalOperators.Classic.TryGetValue(node.Operator, out var classic) ? classic(call)
                : throw UnsupportedOperators.Of(call);
        }

        bool isConstant = Enumerable.Range(0, call.Count).All(input => call.Input(input) is null or ConstantValue);
        if (isConstant && ConstantOperators.All.TryGetValue(node.Operator, out var fold))
        {
            return [fold(call)];
        }

        bool isShape = Enumerable.Range(0, call.Count).All(input => call.Input(input) is null or ConstantValue or ShapeValue);
        return !isConstant && isShape
            ? ShapeOperators.All.TryGetValue(node.Operator, out var compute)
                ? [compute(call)]
                : throw call.Refuse(OnnxFaultCode.DynamicDimension, $"computes with the size of the batch, which {node.Operator} is not supported for")
            : SignalOperators.All.TryGetValue(node.Operator, out var lower) ? lower(call)
            : throw UnsupportedOperators.Of(call);
    }

    private void Keep(OnnxNode node, params TensorValue[] results)
    {
        for (int index = 0; index < node.Outputs.Count; index++)
        {
            string name = node.Outputs[index];
            if (name.Length == 0)
            {
                continue;
            }

            TensorValue value = index < results.Length ? Shortened(results[index], node)
                : results is [RefusedValue refused] ? refused
                : new RefusedValue(new OnnxFault(OnnxFaultCode.Operator, FormattableString.Invariant($"The node {node.Operator} \"{node.Name}\" (opset {_context.Graph.Opset}) makes \"{name}\" beside its result, which is not supported.")), node);
            if (_values.TryAdd(name, value))
            {
                Order.Add(name);
            }
        }
    }

    private TensorValue Shortened(TensorValue value, OnnxNode node)
    {
        if (value is not Signal { Padding: null } signal || signal.Expression.Depth <= LongestFormula)
        {
            return value;
        }

        try
        {
            return signal.Shortened(_context.Chains.Lowered(signal.Chain, signal.Expression));
        }
        catch (Refusal refusal)
        {
            return new RefusedValue(refusal.Fault, node);
        }
    }
}
