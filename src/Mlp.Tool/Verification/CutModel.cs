using System.Collections.Generic;
using System.Linq;
using Google.Protobuf;
using Mlp.Onnx.Protos;

namespace Mlp.Tool.Verification;

/// <summary>A model with nothing in it but what one tensor needs, which is its output: so nobody asks for other inputs.</summary>
internal static class CutModel
{
    /// <summary>Cuts a model.</summary>
    /// <param name="bytes">The model.</param>
    /// <param name="tensor">The tensor.</param>
    /// <returns>The bytes of the model that is left.</returns>
    public static byte[] Of(byte[] bytes, string tensor)
    {
        ModelProto model = ModelProto.Parser.ParseFrom(bytes);
        GraphProto whole = model.Graph;
        Dictionary<string, NodeProto> makers = whole.Node.SelectMany(static node => node.Output.Where(static name => name.Length > 0).Select(name => (name, node)))
            .DistinctBy(static pair => pair.name).ToDictionary(static pair => pair.name, static pair => pair.node);
        HashSet<NodeProto> nodes = new(ReferenceEqualityComparer.Instance);
        HashSet<string> names = [tensor];
        var open = new Queue<string>(names);
        while (open.TryDequeue(out string? name))
        {
            if (makers.TryGetValue(name, out NodeProto? node) && nodes.Add(node))
            {
                foreach (string input in node.Input.Where(names.Add))
                {
                    open.Enqueue(input);
                }
            }
        }

        // A tensor that the file does not call an output is one by its name alone.
        var graph = new GraphProto { Name = whole.Name };
        graph.Node.Add(whole.Node.Where(nodes.Contains));
        graph.Initializer.Add(whole.Initializer.Where(initializer => names.Contains(initializer.Name)));
        graph.SparseInitializer.Add(whole.SparseInitializer.Where(initializer => names.Contains(initializer.Values.Name)));
        graph.Input.Add(whole.Input.Where(input => names.Contains(input.Name)));
        graph.Output.Add(whole.Output.FirstOrDefault(output => output.Name == tensor) ?? new ValueInfoProto { Name = tensor });
        model.Graph = graph;
        return model.ToByteArray();
    }
}
