using System;
using Mlp.Testing.Reference;

namespace Mlp.Testing.Tests;

/// <summary>A plain single-precision evaluation of the optimizers, for tests of the error bounds: what an honest kernel does.</summary>
internal sealed class SinglePrecisionOptimizer(OptimizerConstants constants, bool[] isWeight)
{
    private readonly float[] _first = new float[isWeight.Length];
    private readonly float[] _second = new float[isWeight.Length];
    private int _steps;

    public void Step(Span<float> parameters, ReadOnlySpan<float> gradient, float rate)
    {
        _steps++;
        (float decay, float l1, bool isDecoupled) = ((float)constants.WeightDecay, (float)constants.L1, constants.Name == "AdamW");
        for (int i = 0; i < parameters.Length; i++)
        {
            (float w, float g) = (parameters[i], gradient[i]);
            if (isWeight[i])
            {
                g += (isDecoupled ? 0 : decay * w) + (l1 * MathF.Sign(w));
                w = isDecoupled ? w * (1 - (rate * decay)) : w;
            }

            parameters[i] = w - Length(g, rate, ref _first[i], ref _second[i]);
        }
    }

    private float Length(float g, float rate, ref float first, ref float second)
    {
        (float momentum, float rho, float epsilon) = ((float)constants.Momentum, (float)constants.Rho, (float)constants.Epsilon);
        switch (constants.Name)
        {
            case "Momentum":
                first = (momentum * first) + g;
                return rate * first;
            case "Nesterov":
                first = (momentum * first) + g;
                return rate * MathF.FusedMultiplyAdd(momentum, first, g);
            case "RMSProp":
                second = (rho * second) + ((float)(1 - constants.Rho) * g * g);
                return rate * g / (MathF.Sqrt(second) + epsilon);
            case "Adam" or "AdamW":
                first = ((float)constants.Beta1 * first) + ((float)(1 - constants.Beta1) * g);
                second = MathF.FusedMultiplyAdd((float)(1 - constants.Beta2), (g * g) - second, second);
                float size = (float)(rate / (1 - Math.Pow(constants.Beta1, _steps)));
                float scale = (float)(1 / Math.Sqrt(1 - Math.Pow(constants.Beta2, _steps)));
                return size * (first / (MathF.FusedMultiplyAdd(MathF.Sqrt(second), scale, epsilon)));
            default:
                return rate * g;
        }
    }
}
