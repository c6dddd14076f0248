using System;
using System.Collections.Generic;
using System.Linq;

namespace Mlp;

/// <summary>A tensor of a layer's parameters: its weights, its biases.</summary>
/// <remarks>Its values have the canonical order: row-major, the last extent the fastest. Equal by value.</remarks>
public sealed record TensorDescription
{
    /// <summary>The name of the weights of a layer, as PyTorch has it.</summary>
    public const string Weight = "weight";

    /// <summary>The name of its biases.</summary>
    public const string Bias = "bias";

    /// <summary>Describes a tensor.</summary>
    /// <param name="name">What it is to its layer: <see cref="Weight"/>, <see cref="Bias"/> or another name.</param>
    /// <param name="fanIn">How many inputs each output of the layer is made of: what initial weights are scaled by; 0 for a tensor that starts at 0.</param>
    /// <param name="fanOut">How many outputs each input of the layer has a part in; 0 likewise.</param>
    /// <param name="extents">The sizes of its dimensions, each 1 or more: [out, in] for dense weights, [out] for biases.</param>
    /// <exception cref="ArgumentException">There is no name or no dimension, or a size is below 1.</exception>
    public TensorDescription(string name, int fanIn, int fanOut, params ReadOnlySpan<int> extents)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        if (extents.IsEmpty || extents.ContainsAnyInRange(int.MinValue, 0))
        {
            throw new ArgumentException(
                FormattableString.Invariant($"The tensor \"{name}\" has the extents [{string.Join(", ", extents.ToArray())}], but must have one or more, each 1 or more."), nameof(extents));
        }

        Name = name;
        FanIn = fanIn;
        FanOut = fanOut;
        Extents = Array.AsReadOnly(extents.ToArray());
    }

    /// <summary>What it is to its layer.</summary>
    public string Name { get; }

    /// <summary>How many inputs each output of the layer is made of; 0 for a tensor that starts at 0.</summary>
    public int FanIn { get; }

    /// <summary>How many outputs each input of the layer has a part in; 0 for a tensor that starts at 0.</summary>
    public int FanOut { get; }

    /// <summary>The sizes of its dimensions.</summary>
    public IReadOnlyList<int> Extents { get; }

    /// <summary>Whether it has the layer's biases.</summary>
    public bool IsBias => Name == Bias;

    /// <summary>The number of its values.</summary>
    public int Count => Extents.Aggregate(1, static (product, extent) => product * extent);

    /// <inheritdoc/>
    public bool Equals(TensorDescription? other) =>
        other is not null && Name == other.Name && FanIn == other.FanIn && FanOut == other.FanOut && Extents.SequenceEqual(other.Extents);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Name, FanIn, FanOut, Count);

    /// <summary>Name and extents, as in <c>weight [16, 4]</c>.</summary>
    public override string ToString() => FormattableString.Invariant($"{Name} [{string.Join(", ", Extents)}]");
}
