using System;

namespace Mlp.CompilerServices;

/// <summary>Softmax with cross-entropy: ℓ = λ + log Σ e^(z−λ) − Σ y·z, ∂ℓ/∂z = ŷ − y [Lu 6, 10, 11].</summary>
/// <typeparam name="TLanes">The operations on a float.</typeparam>
internal sealed class CrossEntropyOutput<TLanes> : OutputInterpreter
    where TLanes : struct, ILanes<float>
{
    /// <inheritdoc/>
    internal override void Predict(Span<float> sums) => Softmax.Apply<TLanes>(sums);

    /// <inheritdoc/>
    internal override float TurnIntoErrors(Span<float> sums, SampleTarget target, float scale)
    {
        float largest = Softmax.Largest(sums);

        // λ − Σ y·z, with each z taken relative to λ: nothing cancels where z is large.
        float distance = target.IsLabel ? -(sums[target.Label] - largest) : Distance(sums, target, largest);
        float total = Softmax.Exponentials<TLanes>(sums, largest);
        for (int output = 0; output < sums.Length; output++)
        {
            sums[output] = ((sums[output] / total) - target.OneHot(output)) * scale;
        }

        return VectorMath.LogOf<float, TLanes>(total) + distance;
    }

    /// <inheritdoc/>
    internal override void TurnIntoErrors(Span<float> sums, ReadOnlySpan<float> outputErrors) => Softmax.SendBack<TLanes>(sums, outputErrors);

    private static float Distance(ReadOnlySpan<float> sums, SampleTarget target, float largest)
    {
        float products = 0;
        float targets = 0;
        for (int output = 0; output < sums.Length; output++)
        {
            float y = target.OneHot(output);
            targets += y;

            // A target of 0 takes no part, also where z is −∞.
            products += y * float.Max(sums[output] - largest, float.MinValue);
        }

        return (largest * (1 - targets)) - products;
    }
}
