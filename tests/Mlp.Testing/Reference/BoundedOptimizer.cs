using System;
using static Mlp.Testing.Reference.Rounding;

namespace Mlp.Testing.Reference;

/// <summary>
/// The optimizers with error bounds. Parameters are taken from the network before each step, but moments cannot be: they are
/// the oracle's own from the first step on, and their bounds say how far rounding may have carried the network's away.
/// </summary>
/// <remarks>
/// That makes the bounds tight over any number of steps: an error of a moment decays with it, and an error of a parameter is
/// gone with the next step. Where a gradient is all rounding, a quotient of moments can be anything, but not beyond what
/// Cauchy and Schwarz allow.
/// </remarks>
/// <param name="constants">Which optimizer.</param>
/// <param name="isWeight">For each parameter in canonical order whether it is a weight.</param>
public sealed class BoundedOptimizer(OptimizerConstants constants, bool[] isWeight)
{
    private readonly Bounded[] _first = new Bounded[isWeight.Length];
    private readonly Bounded[] _second = new Bounded[isWeight.Length];
    private int _steps;

    /// <summary>An optimizer of a network's parameters.</summary>
    public BoundedOptimizer(OptimizerConstants constants, ReferenceNetwork network)
        : this(constants, ReferenceOptimizer.WeightsOf(network))
    {
    }

    /// <summary>θ after one more step.</summary>
    /// <param name="parameters">θ before it, which is the network's.</param>
    /// <param name="gradient">The gradient at θ.</param>
    /// <param name="samples">How many samples it is of: a kernel may sum their products onto anything it is added to.</param>
    /// <param name="learningRate">α, in single precision.</param>
    public Bounded[] Step(ReadOnlySpan<double> parameters, BoundedGradient gradient, int samples, double learningRate)
    {
        _steps++;
        var result = new Bounded[parameters.Length];
        for (int i = 0; i < result.Length; i++)
        {
            var weight = Bounded.Exact(parameters[i]);
            Bounded g = gradient.Elements[i];
            double gamma = gradient.GammaOf(i, samples);
            if (isWeight[i])
            {
                (weight, Bounded penalty) = Penalize(parameters[i], learningRate);
                g = Onto(penalty, g, gamma);
            }

            Bounded step = Direction(g, gamma, ref _first[i], ref _second[i]) * Size(learningRate);
            double magnitude = Math.Abs(parameters[i]) + (learningRate * gradient.Magnitudes[i]);
            Bounded moved = constants.Name == "SGD" ? (weight - step).Widened(gamma * magnitude) : weight - step;
            result[i] = moved with { Bound = Checked(moved.Bound, magnitude) };
        }

        return result;
    }

    /// <summary>A weight before the step, and what its penalties add to the gradient.</summary>
    private (Bounded Weight, Bounded Penalty) Penalize(double value, double learningRate)
    {
        var weight = Bounded.Exact(value);
        Bounded l1 = Factor(constants.L1 * Math.Sign(value));
        if (constants.WeightDecay == 0)
        {
            return (weight, l1);
        }

        Bounded decay = Factor(constants.WeightDecay);
        return constants.Name == "AdamW"
            ? (weight * (Bounded.Exact(1) - (Bounded.Exact(learningRate) * decay)), l1)
            : (weight, (decay * weight) + l1);
    }

    private Bounded Direction(Bounded g, double gamma, ref Bounded first, ref Bounded second)
    {
        switch (constants.Name)
        {
            case "SGD":
                return g;
            case "Momentum":
                first = Onto(Factor(constants.Momentum) * first, g, gamma);
                return first;
            case "Nesterov":
                first = Onto(Factor(constants.Momentum) * first, g, gamma);
                return g + (Factor(constants.Momentum) * first);
            case "RMSProp":
                second = (Factor(constants.Rho) * second) + (Factor(1 - constants.Rho) * g * g);
                return Normalized(g, Bounded.Root(second), 1 / Math.Sqrt(1 - constants.Rho));
            case "Adam" or "AdamW":
                first = (Factor(constants.Beta1) * first) + (Factor(1 - constants.Beta1) * g);
                second = (Factor(constants.Beta2) * second) + (Factor(1 - constants.Beta2) * g * g);
                Bounded root = Bounded.Root(second) * Factor(1 / Math.Sqrt(1 - Math.Pow(constants.Beta2, _steps)));
                return Normalized(first, root, LargestOfAdam());
            default:
                throw new InvalidOperationException($"No optimizer is called '{constants.Name}'.");
        }
    }

    /// <summary>α, over 1 − β₁ᵗ where the first moment is to be corrected.</summary>
    private Bounded Size(double learningRate) => constants.Name is "Adam" or "AdamW"
        ? Factor(learningRate / (1 - Math.Pow(constants.Beta1, _steps)))
        : Bounded.Exact(learningRate);

    /// <summary>m / (r + ε), whose size is at most <paramref name="largest"/> whatever the rounding of m and r.</summary>
    private Bounded Normalized(Bounded moment, Bounded root, double largest)
    {
        Bounded quotient = Bounded.Quotient(moment, root + Factor(constants.Epsilon), constants.Epsilon * (1 - Function));
        double farthest = Math.Abs(quotient.Value) + (largest * (1 + 1e-3));
        return quotient with { Bound = Math.Min(quotient.Bound, farthest) };
    }

    /// <summary>
    /// The largest m / √v̂: with m = (1−β₁) Σ β₁ʲ g and v = (1−β₂) Σ β₂ʲ g² it is, by Cauchy and Schwarz,
    /// (1−β₁) √(Σ (β₁²/β₂)ʲ (1−β₂ᵗ) / (1−β₂)).
    /// </summary>
    private double LargestOfAdam()
    {
        (double ratio, double sum, double power) = (constants.Beta1 * constants.Beta1 / constants.Beta2, 0, 1);
        for (int step = 0; step < _steps; step++)
        {
            sum += power;
            power *= ratio;
        }

        return (1 - constants.Beta1) * Math.Sqrt(sum * (1 - Math.Pow(constants.Beta2, _steps)) / (1 - constants.Beta2));
    }

    private static Bounded Factor(double value) => Bounded.Constant(value);

    /// <summary>start + g, where g's products may have been added onto the start one by one.</summary>
    private static Bounded Onto(Bounded start, Bounded g, double gamma) => (start + g).Widened(gamma * (Math.Abs(start.Value) + start.Bound));
}
