using System;

namespace Mlp.CompilerServices;

/// <summary>The output stage: the last layer's activation and the loss, both computed from the last layer's sums z.</summary>
internal abstract class OutputInterpreter
{
    /// <summary>The output stage of an activation and a loss.</summary>
    /// <param name="activation">The activation.</param>
    /// <param name="loss">The loss.</param>
    /// <param name="isDeterministic">Whether nothing may be fused.</param>
    /// <exception cref="ArgumentException">There is no such activation or loss, or they do not go together.</exception>
    internal static OutputInterpreter Of(string activation, string loss, bool isDeterministic) => isDeterministic
        ? Of<DeterministicLanes<float, ScalarLanes>>(activation, loss)
        : Of<ScalarLanes>(activation, loss);

    /// <summary>z becomes ŷ.</summary>
    internal abstract void Predict(Span<float> sums);

    /// <summary>z becomes <paramref name="scale"/> · ∂ℓ/∂z.</summary>
    /// <returns>ℓ.</returns>
    internal abstract float TurnIntoErrors(Span<float> sums, SampleTarget target, float scale);

    /// <summary>z becomes ∂L/∂z, whatever the loss L is that the caller has in mind.</summary>
    /// <param name="sums">z.</param>
    /// <param name="outputErrors">∂L/∂ŷ.</param>
    internal abstract void TurnIntoErrors(Span<float> sums, ReadOnlySpan<float> outputErrors);

    private static OutputInterpreter Of<TLanes>(string activation, string loss)
        where TLanes : struct, ILanes<float>
    {
        bool Is(string name, string wanted) => string.Equals(name, wanted, StringComparison.OrdinalIgnoreCase);

        if (Is(activation, Activation.Softmax) && (Is(loss, Loss.CrossEntropy) || Is(loss, Loss.SquaredError)))
        {
            return Is(loss, Loss.CrossEntropy) ? new CrossEntropyOutput<TLanes>() : new SquaredSoftmaxOutput<TLanes>();
        }

        ElementLoss? term = Is(loss, Loss.SquaredError) ? ElementLoss.SquaredError
            : Is(activation, Activation.Sigmoid) && Is(loss, Loss.BinaryCrossEntropy) ? ElementLoss.BinaryCrossEntropy
            : Is(activation, Activation.Exp) && Is(loss, Loss.PoissonNegativeLogLikelihood) ? ElementLoss.PoissonNegativeLogLikelihood
            : null;
        return term is { } known
            ? ElementActivations<TLanes>.Of(activation).WithLoss<TLanes>(known)
            : throw new ArgumentException($"The output \"{activation}\" does not go with the loss \"{loss}\"; {nameof(Loss.SquaredError)} goes with every output.", nameof(loss));
    }
}
