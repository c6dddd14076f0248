using System;
using System.Collections.Generic;

namespace Mlp.CompilerServices;

/// <summary>An activation of each value by itself, for whole samples: g on the way forward, ⊙ g′ on the way back.</summary>
internal abstract class ElementActivation
{
    /// <summary>g(z) = z.</summary>
    internal static readonly ElementActivation Identity = Fixed<ElementFunctions.Identity>();

    // Names compare without case.
    private static readonly Dictionary<string, ElementActivation> Activations = new(StringComparer.OrdinalIgnoreCase)
    {
        [Activation.Identity] = Identity,
        [Activation.ReLU] = Fixed<ElementFunctions.Relu>(),
        [Activation.LeakyReLU] = LeakyRelu(0.01f),
        [Activation.ELU] = Elu(1),
        [Activation.SiLU] = Fixed<ElementFunctions.Silu>(),
        [Activation.GELU] = Fixed<ElementFunctions.Gelu>(),
        [Activation.Softplus] = Fixed<ElementFunctions.Softplus>(),
        [Activation.Sigmoid] = Fixed<ElementFunctions.Sigmoid>(),
        [Activation.Tanh] = Fixed<ElementFunctions.Tanh>(),
        [Activation.ArcTan] = Fixed<ElementFunctions.ArcTan>(),
        [Activation.SELU] = Fixed<ElementFunctions.Selu>(),
        [Activation.ReLU6] = Fixed<ElementFunctions.Relu6>(),
        [Activation.HardSigmoid] = Fixed<ElementFunctions.HardSigmoid>(),
        [Activation.HardSwish] = Fixed<ElementFunctions.HardSwish>(),
        [Activation.Mish] = Fixed<ElementFunctions.Mish>(),
        [Activation.Softsign] = Fixed<ElementFunctions.Softsign>(),
        [Activation.Exp] = Fixed<ElementFunctions.Exp>(),
    };

    /// <summary>Whether slopes must be kept on the way forward: they are functions of z, which g overwrites.</summary>
    internal abstract bool KeepsSlopes { get; }

    // Those that have a number.
    private static readonly Dictionary<string, Func<float, ElementActivation>> Families = new(StringComparer.OrdinalIgnoreCase)
    {
        [Activation.LeakyReLU] = LeakyRelu,
        [Activation.ELU] = Elu,
    };

    /// <summary>The activation of a name, with its number or without.</summary>
    /// <exception cref="ArgumentException">No activation of one value is called so, or it has no such number.</exception>
    internal static ElementActivation Of(string text)
    {
        var name = ActivationName.Of(text);
        if (name.Constant is not { } constant)
        {
            return Activations.TryGetValue(text, out ElementActivation? activation)
                ? activation
                : throw new ArgumentException($"No activation of one value is called \"{text}\"; there are: {string.Join(", ", Activations.Keys)}.", nameof(text));
        }

        if (!Families.TryGetValue(name.Name, out Func<float, ElementActivation>? family))
        {
            throw new ArgumentException($"\"{text}\" is no activation with a number; these have one: {string.Join(", ", Families.Keys)}.", nameof(text));
        }

        return constant > 0 && float.IsFinite(constant)
            ? family(constant)
            : throw new ArgumentException($"The number of \"{text}\" must be above 0 and finite.", nameof(text));
    }

    /// <summary>How many slopes are kept for so many values.</summary>
    internal int KeptFloats(int values) => KeepsSlopes ? values : 0;

    /// <summary>z becomes g(z), and g′(z) is stored where there is room for it: where it must be kept, and there is a way back.</summary>
    internal void Apply(Span<float> values, Span<float> slopes)
    {
        if (slopes.IsEmpty)
        {
            Apply(values);
        }
        else
        {
            ApplyKeepingSlopes(values, slopes);
        }
    }

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

    private static ElementActivation Fixed<TFunction>()
        where TFunction : struct, IElementFunction => new ElementActivation<TFunction>(default);

    private static ElementActivation LeakyRelu(float slope) => new ElementActivation<ElementFunctions.LeakyRelu>(new ElementFunctions.LeakyRelu(slope));

    private static ElementActivation Elu(float alpha) => new ElementActivation<ElementFunctions.Elu>(new ElementFunctions.Elu(alpha));
}
