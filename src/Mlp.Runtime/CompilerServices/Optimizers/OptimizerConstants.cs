using System.ComponentModel;

namespace Mlp.CompilerServices;

/// <summary>The numbers of an optimizer, made ready once for all its steps: see <see cref="OptimizerKernels"/>.</summary>
/// <remarks>Belongs to emitted code of the same version, and may change in any version.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct OptimizerConstants
{
    /// <summary>The numbers as they are declared; 0 for what the optimizer does not have.</summary>
    /// <param name="momentum">What is kept of the velocity, μ: 0 to below 1.</param>
    /// <param name="rho">What is kept of the mean of squares, ρ: 0 to below 1.</param>
    /// <param name="beta1">What is kept of the mean, β₁: 0 to below 1.</param>
    /// <param name="beta2">What is kept of the mean of squares, β₂: 0 to below 1.</param>
    /// <param name="epsilon">What a root is never below, ε: above 0.</param>
    /// <param name="weightDecay">How strongly weights are drawn to zero, λ: 0 or more.</param>
    /// <param name="l1">How strongly their magnitudes are, λ₁: 0 or more.</param>
    /// <param name="isDeterministic">Whether a step has the same bits on every hardware.</param>
    public OptimizerConstants(
        double momentum = 0,
        double rho = 0,
        double beta1 = 0,
        double beta2 = 0,
        double epsilon = 0,
        double weightDecay = 0,
        double l1 = 0,
        bool isDeterministic = false)
    {
        IsDeterministic = isDeterministic;
        Momentum = (float)momentum;
        Rho = (float)rho;
        Beta2 = (float)beta2;
        Epsilon = (float)epsilon;
        WeightDecay = (float)weightDecay;
        L1 = (float)l1;

        // What is left of one is rounded once: of a float close to one little would be left of its digits.
        RestOfRho = (float)(1 - rho);
        RestOfBeta1 = (float)(1 - beta1);
        RestOfBeta2 = (float)(1 - beta2);

        // A number may be too small for a float and yet be there: what it is multiplied with may be infinite.
        HasWeightDecay = weightDecay != 0;
        HasL1 = l1 != 0;
    }

    internal float Momentum { get; }

    internal float Rho { get; }

    internal float RestOfRho { get; }

    internal float RestOfBeta1 { get; }

    internal float Beta2 { get; }

    internal float RestOfBeta2 { get; }

    internal float Epsilon { get; }

    internal float WeightDecay { get; }

    internal float L1 { get; }

    internal bool IsDeterministic { get; }

    internal bool HasWeightDecay { get; }

    internal bool HasL1 { get; }
}
