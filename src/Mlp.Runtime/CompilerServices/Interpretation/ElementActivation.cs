using System;

namespace Mlp.CompilerServices;

/// <summary>An activation of each value by itself, for whole samples: g on the way forward, ⊙ g′ on the way back.</summary>
internal abstract class ElementActivation
{
    /// <summary>g(z) = z.</summary>
    internal static readonly ElementActivation Identity = new ElementActivation<ElementFunctions.Identity>(default);

    /// <summary>Whether slopes must be kept on the way forward: they are functions of z, which g overwrites.</summary>
    internal abstract bool KeepsSlopes { get; }

    /// <summary>The activation of a name, with its number or without.</summary>
    /// <param name="text">The name.</param>
    /// <param name="isDeterministic">Whether nothing may be fused.</param>
    /// <exception cref="ArgumentException">No activation of one value is called so, or it has no such number.</exception>
    internal static ElementActivation Of(string text, bool isDeterministic) => isDeterministic
        ? ElementActivations<DeterministicLanes<float, ScalarLanes>>.Of(text)
        : ElementActivations<ScalarLanes>.Of(text);

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
    /// <typeparam name="TLanes">The operations on a float.</typeparam>
    internal abstract OutputInterpreter WithLoss<TLanes>(ElementLoss loss)
        where TLanes : struct, ILanes<float>;
}
