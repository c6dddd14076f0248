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
        var tensors = new NetworkTensor[2 * network.Layers.Count];
        var names = new HashSet<string>(StringComparer.Ordinal);
        int offset = 0;
        for (int index = 0; index < tensors.Length; index++)
        {
            LayerDescription layer = network.Layers[index / 2];
            bool isBias = index % 2 == 1;
            bool isAbsent = isBias && !layout.HasBiases;
            string name = isAbsent ? FormattableString.Invariant($"the biases of layer {index / 2}") : layout.NameOf(network, index / 2, isBias);
            if (string.IsNullOrEmpty(name) || name == SafetensorsHeader.MetadataKey || name.StartsWith(NetworkSignature.PrefixText, StringComparison.Ordinal) || !UnicodeText.IsWellFormed(name) || (!isAbsent && !names.Add(name)))
            {
                throw new ArgumentException(
                    FormattableString.Invariant($"The layout names a tensor of layer {index / 2} (counted from 0) \"{DataSchema.Shown(name)}\", but names must differ, have a letter or more, be Unicode, not be \"__metadata__\" and not begin with \"mlp.\"."),
                    "options");
            }

            tensors[index] = new NetworkTensor(name, layer.Outputs, isBias ? 1 : layer.Inputs, isBias, offset, layout.Transposed && !isBias, IsAbsent: isAbsent);
            offset = ArrayLength.Of(offset + ((long)layer.Outputs * (isBias ? 1 : layer.Inputs)), "The tensors of the network", "declare smaller layers");
        }

        return tensors;
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
                tensor.Outputs,
                tensor.Inputs,
                tensor.IsBias,
                ArrayLength.Of(tensor.Offset + ((place + 1L) * parameters), "The tensors of the network with what its optimizer remembers", "leave OptimizerState out", "options"),
                Transposed: false,
                moment))),
        ];
    }

    /// <summary>The number of values of all tensors together.</summary>
    internal static int Count(ReadOnlySpan<NetworkTensor> tensors) => tensors.IsEmpty ? 0 : tensors[^1].Offset + tensors[^1].Count;
}
