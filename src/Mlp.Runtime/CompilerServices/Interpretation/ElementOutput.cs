using System;

namespace Mlp.CompilerServices;

/// <summary>An output stage where each output has an activation and a term of the loss by itself.</summary>
/// <remarks>For the canonical pairs ∂ℓ/∂z = ŷ − y [NPFL129]; squared error has the factor g′(z) too, which is 1 for the identity.</remarks>
/// <typeparam name="TFunction">The activation.</typeparam>
/// <typeparam name="TLanes">The operations on a float.</typeparam>
/// <param name="activation">Its loops.</param>
/// <param name="loss">The loss.</param>
internal sealed class ElementOutput<TFunction, TLanes>(ElementActivation<TFunction> activation, ElementLoss loss) : OutputInterpreter
    where TFunction : struct, IElementFunction
    where TLanes : struct, ILanes<float>
{
    /// <inheritdoc/>
    internal override void Predict(Span<float> sums) => activation.Apply(sums);

    /// <inheritdoc/>
    internal override float TurnIntoErrors(Span<float> sums, SampleTarget target, float scale)
    {
        bool isCanonical = loss != ElementLoss.SquaredError || typeof(TFunction) == typeof(ElementFunctions.Identity);
        float total = 0;
        for (int output = 0; output < sums.Length; output++)
        {
            float z = sums[output];
            float y = target.Number(output);
            float prediction = activation.Function.Value(z);
            float error = prediction - y;
            total += loss switch
            {
                ElementLoss.SquaredError => error * error * 0.5f,
                ElementLoss.BinaryCrossEntropy => VectorMath.SoftplusOf<float, TLanes>(z) - (z * y),
                _ => prediction - (z * y),
            };
            float slope = isCanonical ? 1 : activation.Function.Slope(TFunction.SlopeNeedsSum ? z : prediction);
            sums[output] = error * slope * scale;
        }

        return total;
    }

    /// <inheritdoc/>
    internal override void TurnIntoErrors(Span<float> sums, ReadOnlySpan<float> outputErrors)
    {
        for (int output = 0; output < sums.Length; output++)
        {
            float z = sums[output];
            sums[output] = outputErrors[output] * activation.Function.Slope(TFunction.SlopeNeedsSum ? z : activation.Function.Value(z));
        }
    }
}
