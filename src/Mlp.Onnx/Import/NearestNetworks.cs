using System.Collections.Generic;
using System.Linq;
using Mlp.Onnx.Graph;

namespace Mlp.Onnx.Import;

/// <summary>Knows the last tensor before each that is a network: what one may take instead.</summary>
internal sealed class NearestNetworks
{
    private readonly Dictionary<string, OnnxNode> _makers = [];
    private readonly Dictionary<string, string?> _nearest = [];

    /// <summary>Of a graph.</summary>
    public NearestNetworks(OnnxGraph graph)
    {
        foreach (OnnxNode node in graph.Nodes)
        {
            foreach (string output in node.Outputs)
            {
                _makers.TryAdd(output, node);
            }
        }
    }

    /// <summary>Learns of a tensor; those that it is made of come first.</summary>
    public void Add(string name, bool isNetwork) => _nearest[name] = isNetwork ? name : Before(_makers.GetValueOrDefault(name));

    /// <summary>A fault with the advice to take another tensor, if there is one.</summary>
    /// <param name="name">The tensor.</param>
    /// <param name="fault">Its fault.</param>
    /// <param name="cause">The node at which the fault is; null for the one that makes the tensor.</param>
    public OnnxFault Hinted(string name, OnnxFault fault, OnnxNode? cause) => Before(cause ?? _makers.GetValueOrDefault(name)) is { } nearest
        ? fault with { Message = $"{fault.Message} Output = \"{nearest}\" takes the network up to there." }
        : fault;

    private string? Before(OnnxNode? node) => node?.Inputs.Select(_nearest.GetValueOrDefault).FirstOrDefault(static nearest => nearest is not null);
}
