using System.Collections.Generic;
using System.Linq;

namespace Mlp.Onnx.Import.Layers;

/// <summary>Layers as the runtime describes them.</summary>
internal static class LayerDescriptions
{
    /// <summary>The description of a layer.</summary>
    /// <param name="layer">The layer, on a shape.</param>
    /// <param name="offset">Where its parameters start.</param>
    public static LayerDescription Of(LayerDraft layer, int offset)
    {
        (IReadOnlyList<int> input, IReadOnlyList<int> output) = (layer.Input!, layer.Output!);
        (int inputs, int outputs) = (LayerDraft.SizeOf(input), LayerDraft.SizeOf(output));
        var description = new LayerDescription(layer.Kind, inputs, outputs, layer.Activation, offset);
        if (layer.Kind == LayerDraft.Dense)
        {
            return description;
        }

        int taps = layer.Window?.Kernel.Aggregate(1, static (product, extent) => product * extent) ?? 1;
        int channels = layer.Kind == LayerDraft.Conv ? input[^1] / layer.Window!.Groups : 1;
        return description with
        {
            InputShape = input,
            OutputShape = output,
            Window = layer.Window,
            Constants = [.. layer.Constants.Select(static number => (float)number)],
            Tensors = layer.Kind switch
            {
                LayerDraft.Conv =>
                [
                    new TensorDescription(TensorDescription.Weight, channels * taps, output[^1] / layer.Window!.Groups * taps, [output[^1], channels, .. layer.Window.Kernel]),
                    new TensorDescription(TensorDescription.Bias, 0, 0, output[^1]),
                ],
                ElementLayers.PReLU => [new TensorDescription(TensorDescription.Weight, 0, 0, input[^1])],
                _ => [],
            },
            OperationsPerSample = layer.Kind switch
            {
                LayerDraft.Conv => 2L * outputs * channels * taps,
                "MaxPool" or "AveragePool" => (long)outputs * taps,
                "GlobalAveragePool" => inputs,
                LayerDraft.Affine or ElementLayers.PReLU => 2L * inputs,
                _ => 0,
            },
        };
    }
}
