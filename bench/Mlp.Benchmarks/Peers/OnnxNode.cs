using System;
using System.Collections.Generic;
using System.Linq;

namespace Mlp.Benchmarks.Peers;

/// <summary>One operation of an ONNX graph that is a chain.</summary>
/// <param name="Operation">Its name in the standard.</param>
/// <param name="Parameters">The names of the tensors that it takes beside what the node before it gives.</param>
/// <param name="Attributes">How it is done.</param>
internal sealed record OnnxNode(string Operation, IReadOnlyList<string> Parameters, params IReadOnlyList<OnnxAttribute> Attributes)
{
    /// <summary>The operations of a network, in order.</summary>
    public static IEnumerable<OnnxNode> Of(MeasuredNetwork network)
    {
        foreach ((LayerDescription layer, IReadOnlyList<int> arriving) in network.LayersWithArriving())
        {
            if (layer.Kind == LayerKind.Dense && arriving.Count > 1)
            {
                yield return new("Flatten", []);
            }

            yield return Of(layer);
            if (layer.Activation != Activation.Identity)
            {
                yield return new(layer.Activation == Activation.ReLU ? "Relu" : layer.Activation, []);
            }
        }
    }

    /// <summary>The name of a layer's tensor: it is where its layer is in the parameters.</summary>
    public static string NameOf(LayerDescription layer, TensorDescription tensor) => FormattableString.Invariant($"{tensor.Name}{layer.ParameterOffset}");

    private static OnnxNode Of(LayerDescription layer)
    {
        string[] parameters = [.. layer.Tensors.Select(tensor => NameOf(layer, tensor))];
        return layer.Kind switch
        {
            LayerKind.Dense => new("Gemm", parameters, OnnxAttribute.One("transB", 1)),
            LayerKind.Conv => new("Conv", parameters, [.. Windows(layer), OnnxAttribute.One("group", layer.Window!.Groups)]),
            LayerKind.MaxPool => new("MaxPool", parameters, [.. Windows(layer)]),
            _ => throw new ArgumentException($"no operation is written for a layer {layer.Kind}", nameof(layer)),
        };
    }

    private static IEnumerable<OnnxAttribute> Windows(LayerDescription layer)
    {
        WindowDescription window = layer.Window!;
        yield return new("kernel_shape", window.Kernel);
        yield return new("strides", window.Strides);
        yield return new("dilations", window.Dilations);
        yield return new("pads", [.. window.PaddingBefore, .. layer.PaddingAfter()]);
    }
}
