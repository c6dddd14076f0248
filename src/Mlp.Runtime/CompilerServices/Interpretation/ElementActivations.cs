using System;
using System.Collections.Generic;

namespace Mlp.CompilerServices;

/// <summary>The activations of one value by their names, made of one kind of operations.</summary>
/// <typeparam name="TLanes">The operations on a float.</typeparam>
internal static class ElementActivations<TLanes>
    where TLanes : struct, ILanes<float>
{
    // Names compare without case.
    private static readonly Dictionary<string, ElementActivation> Activations = new(StringComparer.OrdinalIgnoreCase)
    {
        [Activation.Identity] = ElementActivation.Identity,
        [Activation.ReLU] = Fixed<ElementFunctions.Relu<TLanes>>(),
        [Activation.LeakyReLU] = LeakyRelu(0.01f),
        [Activation.ELU] = Elu(1),
        [Activation.SiLU] = Fixed<ElementFunctions.Silu<TLanes>>(),
        [Activation.GELU] = Fixed<ElementFunctions.Gelu<TLanes>>(),
        [Activation.Softplus] = Fixed<ElementFunctions.Softplus<TLanes>>(),
        [Activation.Sigmoid] = Fixed<ElementFunctions.Sigmoid<TLanes>>(),
        [Activation.Tanh] = Fixed<ElementFunctions.Tanh<TLanes>>(),
        [Activation.ArcTan] = Fixed<ElementFunctions.ArcTan<TLanes>>(),
        [Activation.SELU] = Fixed<ElementFunctions.Selu<TLanes>>(),
        [Activation.ReLU6] = Fixed<ElementFunctions.Relu6<TLanes>>(),
        [Activation.HardSigmoid] = Fixed<ElementFunctions.HardSigmoid<TLanes>>(),
        [Activation.HardSwish] = Fixed<ElementFunctions.HardSwish<TLanes>>(),
        [Activation.Mish] = Fixed<ElementFunctions.Mish<TLanes>>(),
        [Activation.Softsign] = Fixed<ElementFunctions.Softsign<TLanes>>(),
        [Activation.Exp] = Fixed<ElementFunctions.Exp<TLanes>>(),
    };

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

    private static ElementActivation Fixed<TFunction>()
        where TFunction : struct, IElementFunction => new ElementActivation<TFunction>(default);

    private static ElementActivation LeakyRelu(float slope) => new ElementActivation<ElementFunctions.LeakyRelu<TLanes>>(new(slope));

    private static ElementActivation Elu(float alpha) => new ElementActivation<ElementFunctions.Elu<TLanes>>(new(alpha));
}
