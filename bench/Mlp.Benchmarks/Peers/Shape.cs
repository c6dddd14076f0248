using System.Collections.Generic;

namespace Mlp.Benchmarks.Peers;

/// <summary>A network's layer sizes and activations.</summary>
/// <param name="Sizes">Inputs, hidden layers, outputs.</param>
/// <param name="Hidden">The activation of hidden layers.</param>
/// <param name="Output">The activation of the last layer.</param>
internal sealed record Shape(IReadOnlyList<int> Sizes, string Hidden, string Output)
{
    /// <summary>The sizes joined by hyphens.</summary>
    public string Name { get; } = string.Join('-', Sizes);

    /// <summary>The number of inputs.</summary>
    public int Inputs => Sizes[0];

    /// <summary>The number of outputs.</summary>
    public int Outputs => Sizes[^1];

    /// <summary>The name with the activations.</summary>
    public string Title => Output == "Identity" ? $"{Name} {Hidden.ToLowerInvariant()}" : $"{Name} {Hidden} {Output.ToLowerInvariant()}";

    /// <summary>The number of weights, biases apart.</summary>
    public long Weights
    {
        get
        {
            long sum = 0;
            for (int layer = 1; layer < Sizes.Count; layer++)
            {
                sum += (long)Sizes[layer - 1] * Sizes[layer];
            }

            return sum;
        }
    }

    /// <inheritdoc/>
    public override string ToString() => Title;
}
