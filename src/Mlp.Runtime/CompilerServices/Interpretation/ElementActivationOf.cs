using System;

namespace Mlp.CompilerServices;

/// <summary>The loops of one activation.</summary>
/// <typeparam name="TFunction">The activation.</typeparam>
/// <param name="function">The activation with its numbers.</param>
internal sealed class ElementActivation<TFunction>(TFunction function) : ElementActivation
    where TFunction : struct, IElementFunction
{
    /// <inheritdoc/>
    internal override bool KeepsSlopes => TFunction.SlopeNeedsSum;

    /// <summary>The activation of one number.</summary>
    internal TFunction Function => function;

    // g(z) = z changes nothing, and no factor of 1 is applied.
    private static bool IsIdentity => typeof(TFunction) == typeof(ElementFunctions.Identity);

    /// <inheritdoc/>
    internal override void Apply(Span<float> values)
    {
        if (IsIdentity)
        {
            return;
        }

        for (int index = 0; index < values.Length; index++)
        {
            values[index] = function.Value(values[index]);
        }
    }

    /// <inheritdoc/>
    internal override void ApplyKeepingSlopes(Span<float> values, Span<float> slopes)
    {
        for (int index = 0; index < values.Length; index++)
        {
            float z = values[index];
            float value = function.Value(z);
            slopes[index] = function.Slope(TFunction.SlopeNeedsSum ? z : value);
            values[index] = value;
        }
    }

    /// <inheritdoc/>
    internal override void MultiplyBySlopes(Span<float> errors, ReadOnlySpan<float> values, ReadOnlySpan<float> slopes)
    {
        if (IsIdentity)
        {
            return;
        }

        for (int index = 0; index < errors.Length; index++)
        {
            errors[index] *= TFunction.SlopeNeedsSum ? slopes[index] : function.Slope(values[index]);
        }
    }

    /// <inheritdoc/>
    internal override OutputInterpreter WithLoss<TLanes>(ElementLoss loss) => new ElementOutput<TFunction, TLanes>(this, loss);
}
