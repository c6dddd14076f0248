using System;
using System.Collections.Generic;
using System.Linq;

namespace Mlp.Behaviour.Tests;

/// <summary>A layout, and its names by what the documentation says of it.</summary>
/// <param name="Layout">The layout.</param>
/// <param name="ByInput">Whether weights stand as [inputs, outputs].</param>
/// <param name="Name">The name of a layer's weights or, where that is true, of its biases.</param>
internal sealed record LayoutCase(WeightLayout Layout, bool ByInput, Func<NetworkDescription, int, bool, string> Name)
{
    public static IReadOnlyList<LayoutCase> All { get; } =
    [
        new(WeightLayout.PyTorch, false, (network, layer, isBias) => $"{Module(network, layer)}.{(isBias ? "bias" : "weight")}"),
        new(WeightLayout.Keras, true, (_, layer, isBias) => (layer == 0 ? "dense/" : $"dense_{layer}/") + (isBias ? "bias" : "kernel")),
        new(WeightLayout.ScikitLearn, true, (_, layer, isBias) => (isBias ? "intercepts_." : "coefs_.") + layer),
        Custom((layer, isBias) => $"fc{layer}.{(isBias ? 'b' : 'w')}", byInput: false),
        Custom((layer, isBias) => $"λ \"{layer}\" {isBias}", byInput: true),
    ];

    private static LayoutCase Custom(Func<int, bool, string> name, bool byInput) =>
        new(WeightLayout.Custom(name, byInput), byInput, (_, layer, isBias) => name(layer, isBias));

    // nn.Sequential counts the activations too, but for those that nobody writes.
    private static int Module(NetworkDescription network, int layer) =>
        layer + network.Layers.Take(layer).Count(before => before.Activation != Activation.Identity);
}
