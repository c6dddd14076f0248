using System;
using System.Collections.Generic;

namespace Mlp.CompilerServices;

/// <summary>An activation of each value by itself, for whole samples: g on the way forward, ⊙ g′ on the way back.</summary>
internal abstract class ElementActivation
{
    /// <summary>g(z) = z.</summary>
    internal static readonly ElementActivation Identity = new ElementActivation<ElementFunctions.Identity>();

    // Names compare without case.
    private static readonly Dictionary<string, ElementActivation> Activations = new(StringComparer.OrdinalIgnoreCase)
    {
        [Activation.Identity] = Identity,
        [Activation.ReLU] = new ElementActivation<ElementFunctions.Relu>(),
        [Activation.LeakyReLU] = new ElementActivation<ElementFunctions.LeakyRelu>(),
        [Activation.ELU] = new ElementActivation<ElementFunctions.Elu>(),
        [Activation.SiLU] = new ElementActivation<ElementFunctions.Silu>(),
        [Activation.GELU] = new ElementActivation<ElementFunctions.Gelu>(),
        [Activation.Softplus] = new ElementActivation<ElementFunctions.Softplus>(),
        [Activation.Sigmoid] = new ElementActivation<ElementFunctions.Sigmoid>(),
        [Activation.Tanh] = new ElementActivation<ElementFunctions.Tanh>(),
        [Activation.ArcTan] = new ElementActivation<ElementFunctions.ArcTan>(),
        [Activation.Exp] = new ElementActivation<ElementFunctions.Exp>(),
    };

    /// <summary>Whether slopes must be kept on the way forward: they are functions of z, which g overwrites.</summary>
    internal abstract bool KeepsSlopes { get; }

    /// <summary>The activation of a name.</summary>
    /// <exception cref="ArgumentException">No activation of one value is called so.</exception>
    internal static ElementActivation Of(string name) => Activations.TryGetValue(name, out ElementActivation? activation)
        ? activation
        : throw new ArgumentException($"No activation of one value is called \"{name}\"; there are: {string.Join(", ", Activations.Keys)}.", nameof(name));

    /// <summary>z becomes g(z).</summary>
    internal abstract void Apply(Span<float> values);

    /// <summary>z becomes g(z), and g′(z) is stored.</summary>
    internal abstract void ApplyKeepingSlopes(Span<float> values, Span<float> slopes);

    /// <summary>∂ℓ/∂g(z) becomes ∂ℓ/∂z.</summary>
    /// <param name="errors">The errors.</param>
    /// <param name="values">g(z).</param>
    /// <param name="slopes">What was kept, where slopes are.</param>
    internal abstract void MultiplyBySlopes(Span<float> errors, ReadOnlySpan<float> values, ReadOnlySpan<float> slopes);

    /// <summary>The output stage of this activation with a loss.</summary>
    internal abstract OutputInterpreter WithLoss(ElementLoss loss);
}
