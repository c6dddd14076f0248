using System;

namespace Mlp.CompilerServices;

/// <summary>Softmax with squared error: ℓ = ½ Σ (ŷ − y)², through the whole Jacobian ∂ℓ/∂z = (diag(ŷ) − ŷŷᵀ)(ŷ − y).</summary>
/// <typeparam name="TLanes">The operations on a float.</typeparam>
internal sealed class SquaredSoftmaxOutput<TLanes> : OutputInterpreter
    where TLanes : struct, ILanes<float>
{
    /// <inheritdoc/>
    internal override void Predict(Span<float> sums) => Softmax.Apply<TLanes>(sums);

    /// <inheritdoc/>
    internal override float TurnIntoErrors(Span<float> sums, SampleTarget target, float scale)
    {
        Softmax.Apply<TLanes>(sums);
        float loss = 0;
        float product = 0;
        for (int output = 0; output < sums.Length; output++)
        {
            float error = sums[output] - target.OneHot(output);
            loss += error * error * 0.5f;
            product += error * sums[output];
        }

        for (int output = 0; output < sums.Length; output++)
        {
            float prediction = sums[output];
            sums[output] = prediction * (prediction - target.OneHot(output) - product) * scale;
        }

        return loss;
    }

    /// <inheritdoc/>
    internal override void TurnIntoErrors(Span<float> sums, ReadOnlySpan<float> outputErrors) => Softmax.SendBack<TLanes>(sums, outputErrors);
}
