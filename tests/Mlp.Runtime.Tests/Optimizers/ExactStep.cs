using System;

namespace Mlp.Runtime.Tests.Optimizers;

/// <summary>
/// One parameter's step in double, from the floats that it starts with; beside each value what it would be if nothing cancelled, which
/// is what rounding errors are in proportion to.
/// </summary>
internal readonly record struct ExactStep(
    (double Value, double Magnitude) Parameter, (double Value, double Magnitude) First, (double Value, double Magnitude) Second)
{
    public static ExactStep Of(string kind, OptimizerRun before, int index, double weightDecay, double l1)
    {
        double size = OptimizerRun.Step.Size;
        double weight = before.Parameters[index];
        (double Value, double Magnitude) first = Given(before.Moments[index]);
        (double Value, double Magnitude) second = Given(before.Moments[before.Floats + index]);
        double coupled = kind == "AdamW" ? 0 : weightDecay * weight;
        double g = before.Gradient[index] + coupled + (l1 * Math.Sign(weight));
        double gSize = Math.Abs(before.Gradient[index]) + Math.Abs(coupled) + l1;
        (double Value, double Magnitude) direction;
        switch (kind)
        {
            case "SGD":
                direction = (g, gSize);
                break;
            case "Momentum" or "Nesterov":
                first = ((OptimizerRun.Momentum * first.Value) + g, (OptimizerRun.Momentum * first.Magnitude) + gSize);
                direction = kind == "Momentum"
                    ? first
                    : (g + (OptimizerRun.Momentum * first.Value), gSize + (OptimizerRun.Momentum * first.Magnitude));
                break;
            case "RMSProp":
                first = Mean(first, OptimizerRun.Rho, (g * g, gSize * gSize));
                direction = Over((g, gSize), Math.Sqrt(first.Value) + OptimizerRun.Epsilon);
                break;
            default:
                second = Mean(second, OptimizerRun.Beta2, (g * g, gSize * gSize));
                first = Mean(first, OptimizerRun.Beta1, (g, gSize));
                direction = Over(first, (Math.Sqrt(second.Value) * OptimizerRun.Step.RootScale) + OptimizerRun.Epsilon);
                break;
        }

        double apart = kind == "AdamW" ? OptimizerRun.Step.LearningRate * weightDecay * weight : 0;
        double magnitude = Math.Abs(weight) + Math.Abs(apart) + (size * direction.Magnitude);
        return new ExactStep((weight - apart - (size * direction.Value), magnitude), first, second);
    }

    private static (double Value, double Magnitude) Given(float value) => (value, Math.Abs(value));

    private static (double Value, double Magnitude) Mean((double Value, double Magnitude) mean, double kept, (double Value, double Magnitude) added) =>
        ((kept * mean.Value) + ((1 - kept) * added.Value), mean.Magnitude + added.Magnitude * (1 - kept));

    private static (double Value, double Magnitude) Over((double Value, double Magnitude) of, double root) => (of.Value / root, of.Magnitude / root);
}
