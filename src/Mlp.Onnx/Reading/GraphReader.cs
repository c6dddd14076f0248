using System;
using System.Collections.Generic;
using System.Linq;
using Mlp.Onnx.Graph;
using Mlp.Onnx.Import;
using Mlp.Onnx.Protos;

namespace Mlp.Onnx.Reading;

/// <summary>Makes a graph of what was parsed, and asserts that each tensor is made once, and that nothing is taken that nobody makes.</summary>
/// <param name="tensors">Reads the tensors whose values are in the file.</param>
internal sealed class GraphReader(TensorReader tensors)
{
    /// <summary>Who makes a tensor, in words, by its name.</summary>
    private readonly Dictionary<string, string> _makers = new(StringComparer.Ordinal);

    /// <summary>Reads the graph of a model.</summary>
    /// <param name="model">What was parsed.</param>
    /// <param name="opset">The version of ONNX' own operators.</param>
    /// <param name="metadata">What else stands in the file.</param>
    /// <exception cref="OnnxFileException">It cannot be.</exception>
    internal OnnxGraph Read(ModelProto model, long opset, IReadOnlyDictionary<string, string> metadata)
    {
        GraphProto graph = model.Graph;
        if (graph.SparseInitializer.Count > 0)
        {
            throw new OnnxFileException(
                OnnxFaultCode.Operator,
                $"The tensor {Quoted.Of(graph.SparseInitializer[0].Values?.Name ?? string.Empty)} is a sparse one (sparse_initializer), which is not read: export the model with dense weights.");
        }

        Dictionary<string, OnnxTensor> initializers = Initializers(graph);
        OnnxValue[] inputs = [.. graph.Input.Where(input => !initializers.ContainsKey(input.Name)).Select(ValueReader.Read)];
        foreach (OnnxValue input in inputs)
        {
            Make(input.Name, "the inputs");
        }

        OnnxNode[] nodes = [.. graph.Node.Select(Node)];
        RequireMade(graph);
        var described = new Dictionary<string, OnnxValue>(StringComparer.Ordinal);
        foreach (ValueInfoProto value in graph.ValueInfo)
        {
            described.TryAdd(value.Name, ValueReader.Read(value));
        }

        return new OnnxGraph
        {
            IrVersion = model.IrVersion,
            Opset = opset,
            Producer = $"{model.ProducerName} {model.ProducerVersion}".Trim(),
            Nodes = nodes,
            Initializers = initializers,
            Inputs = inputs,
            Outputs = [.. graph.Output.DistinctBy(static output => output.Name).Select(ValueReader.Read)],
            Described = described,
            Metadata = metadata,
        };
    }

    private Dictionary<string, OnnxTensor> Initializers(GraphProto graph)
    {
        var read = new Dictionary<string, OnnxTensor>(StringComparer.Ordinal);
        foreach (TensorProto tensor in graph.Initializer)
        {
            Make(tensor.Name, "the initializers");
            read.Add(tensor.Name, tensors.Read(tensor, $"The tensor {Quoted.Of(tensor.Name)}"));
        }

        return read;
    }

    private OnnxNode Node(NodeProto node, int index)
    {
        string name = Quoted.Of(node, index);
        var attributes = new Dictionary<string, OnnxAttributeValue>(StringComparer.Ordinal);
        foreach (AttributeProto attribute in node.Attribute)
        {
            if (!attributes.TryAdd(attribute.Name, AttributeReader.Read(attribute, tensors, name)))
            {
                throw new OnnxFileException(OnnxFaultCode.NotOnnx, $"{name} has two attributes of the name {Quoted.Of(attribute.Name)}: the file is damaged. Export it again.");
            }
        }

        foreach (string output in node.Output.Where(static output => output.Length > 0))
        {
            Make(output, name);
        }

        return new OnnxNode(node.Name, node.OpType, OperatorDomain.Of(node.Domain), [.. node.Input], [.. node.Output], attributes);
    }

    private void Make(string tensor, string maker)
    {
        if (tensor.Length == 0)
        {
            throw new OnnxFileException(OnnxFaultCode.Shape, $"A tensor among {maker} has no name, so that nothing can take it: the file is damaged. Export it again.");
        }

        if (!_makers.TryAdd(tensor, maker))
        {
            throw new OnnxFileException(
                OnnxFaultCode.Shape, $"The tensor {Quoted.Of(tensor)} is made twice, by {_makers[tensor]} and by {maker}: the file is damaged. Export it again.");
        }
    }

    private void RequireMade(GraphProto graph)
    {
        for (int index = 0; index < graph.Node.Count; index++)
        {
            foreach (string input in graph.Node[index].Input)
            {
                if (input.Length > 0 && !_makers.ContainsKey(input))
                {
                    throw new OnnxFileException(
                        OnnxFaultCode.Shape,
                        $"{Quoted.Of(graph.Node[index], index)} takes the tensor {Quoted.Of(input)}, which is no input, no initializer, and made by no node: the file is damaged. Export it again.");
                }
            }
        }
    }
}
