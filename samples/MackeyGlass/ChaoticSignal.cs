namespace Mlp.Samples;

/// <summary>
/// The signal of Mackey and Glass: dx/dt = 0.2 x(t − τ) / (1 + x(t − τ)¹⁰) − 0.1 x(t), the density of blood cells in a body that answers late
/// [Mackey and Glass 1977]. With τ = 17 it is chaotic: a small difference grows, so that the far future cannot be foretold, but the nearer one can.
/// </summary>
/// <remarks>
/// As usual where forecasts of it are compared: x(0) = 1.2 and x(t) = 0 before it, integrated by the fourth-order method of Runge and Kutta with a
/// step of 0.1, and one value kept for each unit of time [Jang 1993].
/// </remarks>
internal static class ChaoticSignal
{
    private const double FirstValue = 1.2;
    private const double Step = 0.1;
    private const int StepsPerValue = 10;
    private const int Delay = 17 * StepsPerValue;

    /// <summary>x at 0, 1, 2 …; the same bits on every machine, for nothing but sums, products and quotients goes into it.</summary>
    public static float[] Draw(int count)
    {
        int steps = count * StepsPerValue;
        double[] x = new double[steps + 1];
        double[] slopes = new double[steps + 1];
        float[] values = new float[count];
        x[0] = FirstValue;
        for (int step = 0; step < steps; step++)
        {
            if (step % StepsPerValue == 0)
            {
                values[step / StepsPerValue] = (float)x[step];
            }

            // What was τ before the step, its middle and its end. In the middle it is the cubic through values and slopes on both sides.
            int past = step - Delay;
            double atStart = past < 0 ? 0 : x[past];
            double atEnd = past < 0 ? 0 : x[past + 1];
            double inMiddle = past < 0 ? 0 : ((atStart + atEnd) / 2) + (Step / 8 * (slopes[past] - slopes[past + 1]));
            slopes[step] = Slope(x[step], atStart);
            double second = Slope(x[step] + (Step / 2 * slopes[step]), inMiddle);
            double third = Slope(x[step] + (Step / 2 * second), inMiddle);
            double fourth = Slope(x[step] + (Step * third), atEnd);
            x[step + 1] = x[step] + (Step / 6 * (slopes[step] + (2 * second) + (2 * third) + fourth));
        }

        return values;
    }

    private static double Slope(double x, double past)
    {
        double square = past * past;
        double eighth = square * square * square * square;
        return (0.2 * past / (1 + (eighth * square))) - (0.1 * x);
    }
}
