using System;
using System.Collections.Generic;
using System.Linq;
using Mlp.Text;
using Mlp.Training;
using Mlp.Validation;

namespace Mlp.Serialization;

/// <summary>The tensors of a network under the names of a layout, in canonical order.</summary>
internal static class NetworkTensors
{
    /// <summary>Lists them.</summary>
    /// <exception cref="ArgumentException">The layout gives a name that cannot be.</exception>
    internal static NetworkTensor[] Of(NetworkDescription network, WeightLayout layout)
    {
        var tensors = new List<NetworkTensor>();
        Func<int, bool, string> nameOf = layout.NamesOf(network);
        LayoutLayer[] layers = WeightLayout.LayersOf(network);
        var names = new HashSet<string>(StringComparer.Ordinal);
        int offset = 0;
        foreach ((int layer, TensorDescription tensor) in network.Layers.SelectMany((layer, index) => layer.Tensors.Select(tensor => (index, tensor))))
        {
            bool isAbsent = tensor.IsBias && !layout.HasBiases;
            string name = isAbsent ? FormattableString.Invariant($"the biases of layer {layer}") : nameOf(layer, tensor.IsBias);
            if (string.IsNullOrEmpty(name) || name == SafetensorsHeader.MetadataKey || name.StartsWith(NetworkSignature.PrefixText, StringComparison.Ordinal) || !UnicodeText.IsWellFormed(name) || (!isAbsent && !names.Add(name)))
            {
                throw new ArgumentException(
                    FormattableString.Invariant($"The layout names a tensor of layer {layer} (counted from 0) \"{DataSchema.Shown(name)}\", but names must differ, have a letter or more, be Unicode, not be \"__metadata__\" and not begin with \"mlp.\"."),
                    "options");
            }

            int end = ArrayLength.Of(offset + LengthOf(tensor), "The tensors of the network", "declare smaller layers");
            int[] extents = [.. tensor.Extents];
            var order = FileOrder.Of(layers[layer], extents, tensor.IsBias ? [] : ArrivingAt(network, layers, layer), layout.Transposed);
            tensors.Add(new NetworkTensor(name, extents, tensor.IsBias, offset, order, layout.Transposed, IsAbsent: isAbsent));
            offset = end;
        }

        return [.. tensors];
    }

    /// <summary>Lists them with the moments of the network's optimizer, whose names and orientation are always those of PyTorch.</summary>
    /// <param name="weights">The tensors under the names of a layout.</param>
    /// <param name="network">The network.</param>
    internal static NetworkTensor[] WithMoments(NetworkTensor[] weights, NetworkDescription network)
    {
        int parameters = Count(weights);
        string[] moments = OptimizerMoments.Of(network.Optimizer);
        return
        [
            .. weights,
            .. moments.SelectMany((moment, place) => Of(network, WeightLayout.PyTorch).Select(tensor => new NetworkTensor(
                $"{OptimizerMoments.PrefixText}{moment}.{tensor.Name}",
                tensor.Extents,
                tensor.IsBias,
                ArrayLength.Of(tensor.Offset + ((place + 1L) * parameters), "The tensors of the network with what its optimizer remembers", "leave OptimizerState out", "options"),
                tensor.Order,
                Transposed: false,
                moment))),
        ];
    }

    /// <summary>The shape that is flattened into what arrives at a layer whose weights follow it; empty where there is none.</summary>
    private static int[] ArrivingAt(NetworkDescription network, LayoutLayer[] layers, int layer) =>
        layer > 0 && layers[layer].FollowsValues ? [.. network.Layers[LayoutNames.SourceOf(layers, layer)].OutputShape] : [];

    /// <summary>Those of a list that are parameters: all but what an optimizer remembers.</summary>
    internal static NetworkTensor[] Parameters(NetworkTensor[] tensors) => [.. tensors.Where(static tensor => tensor.Moment is null)];

    // More than an array has is told by who adds it up.
    private static long LengthOf(TensorDescription tensor) => tensor.Extents.Aggregate(1L, static (product, extent) => Math.Min(product * extent, int.MaxValue));

    /// <summary>The number of values of all tensors together.</summary>
    internal static int Count(ReadOnlySpan<NetworkTensor> tensors) => tensors.IsEmpty ? 0 : tensors[^1].Offset + tensors[^1].Count;
}
