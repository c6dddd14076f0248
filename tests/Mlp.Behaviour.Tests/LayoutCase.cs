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
        new(WeightLayout.Keras, true, (network, layer, isBias) => KerasName(network, layer) + (isBias ? "/bias" : network.Layers[layer].Kind == "PReLU" ? "/alpha" : "/kernel")),
        new(WeightLayout.ScikitLearn, true, ScikitLearnName),
        Custom((layer, isBias) => $"fc{layer}.{(isBias ? 'b' : 'w')}", byInput: false),
        Custom((layer, isBias) => $"λ \"{layer}\" {isBias}", byInput: true),
    ];

    private static LayoutCase Custom(Func<int, bool, string> name, bool byInput) =>
        new(WeightLayout.Custom(name, byInput), byInput, (_, layer, isBias) => name(layer, isBias));

    // nn.Sequential counts the activations too, but for those that nobody writes, and what flattens a shape or stands behind a mean over all positions.
    private static int Module(NetworkDescription network, int layer)
    {
        var modules = new List<string>();
        for (int index = 0; index <= layer; index++)
        {
            LayerDescription own = network.Layers[index];
            bool flattens = index > 0 && network.Layers[index - 1].OutputShape.Count > 1 && (own.Kind == "Dense" || own.InputShape.Count == 1);
            modules.AddRange(flattens ? ["Flatten", own.Kind] : [own.Kind]);
            if (index < layer)
            {
                modules.AddRange(own.Kind == "GlobalAveragePool" ? ["Flatten"] : []);
                modules.AddRange(own.Kind is "Dense" or "Conv" && own.Activation != Activation.Identity ? [own.Activation] : []);
            }
        }

        return modules.Count - 1;
    }

    private static string ScikitLearnName(NetworkDescription network, int layer, bool isBias)
    {
        LayerDescription[] before = [.. network.Layers.Take(layer)];
        return network.Layers[layer].Kind == "PReLU"
            ? $"slopes_.{before.Count(other => other.Kind == "PReLU")}"
            : $"{(isBias ? "intercepts_" : "coefs_")}.{before.Count(other => other.Kind is "Dense" or "Conv")}";
    }

    private static string KerasName(NetworkDescription network, int layer)
    {
        string Own(LayerDescription described) => described.Kind switch
        {
            "Conv" => described.InputShape.Count == 3 ? "conv2d" : "conv1d",
            "PReLU" => "p_re_lu",
            _ => described.Kind,
        };

        string name = Own(network.Layers[layer]);
        int before = network.Layers.Take(layer).Count(other => Own(other) == name);
        return name.ToLowerInvariant() + (before == 0 ? "" : $"_{before}");
    }
}
