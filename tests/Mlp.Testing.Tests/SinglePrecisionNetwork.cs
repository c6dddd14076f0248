using System;
using Mlp.Testing.Reference;
using Mlp.Testing.Reference.Layers;

namespace Mlp.Testing.Tests;

/// <summary>
/// A plain single-precision evaluation of the oracle's network, for tests of the error bounds: what an honest kernel does.
/// Every number is rounded to float, derivatives come from the outputs where kernels take them from there.
/// </summary>
internal sealed class SinglePrecisionNetwork(ReferenceNetwork reference)
{
    private readonly float[] _parameters = Array.ConvertAll(reference.Parameters, value => (float)value);

    public float[] Forward(ReadOnlySpan<float> input) => Propagate(input, out _)[^1];

    public float Gradient(ReadOnlySpan<float> inputs, ReadOnlySpan<float> targets, float[] gradient)
    {
        int n = inputs.Length / reference.InputSize;
        float loss = 0;
        for (int sample = 0; sample < n; sample++)
        {
            ReadOnlySpan<float> target = targets.Slice(sample * reference.OutputSize, reference.OutputSize);
            float[][] h = Propagate(inputs.Slice(sample * reference.InputSize, reference.InputSize), out float[][] z);
            loss += (float)ReferenceLoss.Value(reference.LossName, Widen(z[^1]), Widen(h[^1]), target);
            ReferenceFunction output = reference.Layers[^1].Activation;
            float[] delta = Narrow(ReferenceLoss.Delta(reference.LossName, output, Widen(z[^1]), Widen(h[^1]), target));
            for (int t = reference.Layers.Count - 1; t >= 0; t--)
            {
                var layer = (ReferenceDense)reference.Layers[t];
                float[] back = new float[layer.Inputs];
                for (int o = 0; o < layer.Outputs; o++)
                {
                    for (int i = 0; i < layer.Inputs; i++)
                    {
                        gradient[layer.Weight(o, i)] += delta[o] * h[t][i] / n;
                        back[i] += _parameters[layer.Weight(o, i)] * delta[o];
                    }

                    gradient[layer.Bias(o)] += delta[o] / n;
                }

                for (int i = 0; i < back.Length && t > 0; i++)
                {
                    back[i] *= Derivative(reference.Layers[t - 1].Activation, z[t - 1][i], h[t][i]);
                }

                delta = back;
            }
        }

        return loss / n;
    }

    private static float Derivative(ReferenceFunction g, float z, float a) => g.Name switch
    {
        Activation.Tanh => 1 - (a * a),
        Activation.Sigmoid => a * (1 - a),
        Activation.ELU => a > 0 ? 1 : a + (float)g.Derivative(0),
        Activation.Softplus => 1 - MathF.Exp(-a),
        _ => (float)g.Derivative(z),
    };

    private static double[] Widen(float[] values) => Array.ConvertAll(values, value => (double)value);

    private static float[] Narrow(double[] values) => Array.ConvertAll(values, value => (float)value);

    private float[][] Propagate(ReadOnlySpan<float> input, out float[][] sums)
    {
        float[][] h = new float[reference.Layers.Count + 1][];
        sums = new float[reference.Layers.Count][];
        h[0] = input.ToArray();
        for (int t = 0; t < sums.Length; t++)
        {
            var layer = (ReferenceDense)reference.Layers[t];
            float[] z = new float[layer.Outputs];
            for (int o = 0; o < z.Length; o++)
            {
                for (int i = 0; i < layer.Inputs; i++)
                {
                    z[o] += _parameters[layer.Weight(o, i)] * h[t][i];
                }

                z[o] += _parameters[layer.Bias(o)];
            }

            sums[t] = z;
            h[t + 1] = layer.Activation.IsHorizontal
                ? Narrow(ReferenceFunction.Softmax(Widen(z)))
                : Array.ConvertAll(z, value => (float)layer.Activation.Value(value));
        }

        return h;
    }
}
