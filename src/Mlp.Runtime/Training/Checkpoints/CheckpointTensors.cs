using System;
using System.Collections.Generic;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Mlp.Training;

/// <summary>The tensors of a checkpoint besides the best weights, which stand under the names of a weight file; and what network they are of.</summary>
internal static class CheckpointTensors
{
    /// <summary>The parameters that the next epoch begins with.</summary>
    internal const string Parameters = "mlp.training.parameters";

    /// <summary>What the optimizer remembers, a moment a row.</summary>
    internal const string Moments = "mlp.training.moments";

    /// <summary>The parameters that were the best before the best ones.</summary>
    internal const string Previous = "mlp.training.previous";

    /// <summary>The parameters from before the training.</summary>
    internal const string Initial = "mlp.training.initial";

    /// <summary>The reports, an epoch a row.</summary>
    internal const string History = "mlp.training.history";

    /// <summary>A hash of all that a description says of a network: other than its signature it has strides, probabilities and the optimizer too.</summary>
    internal static string DeclarationOf(NetworkDescription network)
    {
        var text = new StringBuilder();
        text.Append(FormattableString.Invariant($"{network.Loss} {network.Optimizer} {network.IsRegularized} {network.IsDeterministic}").ToUpperInvariant());
        foreach (LayerDescription layer in network.Layers)
        {
            text.Append(FormattableString.Invariant($"\n{layer.Kind} {List(layer.InputShape)} {List(layer.OutputShape)} {layer.Activation} {string.Join(' ', layer.Tensors)}").ToUpperInvariant());
            foreach (float constant in layer.Constants)
            {
                text.Append(CultureInfo.InvariantCulture, $" {constant}");
            }

            if (layer.Window is { } window)
            {
                text.Append(CultureInfo.InvariantCulture, $" {List(window.Kernel)} {List(window.Strides)} {List(window.Dilations)} {List(window.PaddingBefore)} {window.Groups}");
            }
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));

        static string List(IReadOnlyList<int> numbers) => string.Join('x', numbers);
    }
}
