using System;
using System.Collections.Generic;
using Mlp.Testing.Reference;

namespace Mlp.Testing.Tests;

/// <summary>Every hidden activation with every allowed pair of output and loss, and reproducible data for each.</summary>
internal static class ReferenceGrid
{
    public static readonly string[] Hidden =
    [
        Activation.Identity, Activation.ReLU, Activation.LeakyReLU, Activation.ELU, Activation.SiLU, Activation.GELU,
        Activation.Softplus, Activation.Sigmoid, Activation.Tanh, Activation.ArcTan,
        Activation.SELU, Activation.ReLU6, Activation.HardSigmoid, Activation.HardSwish, Activation.Mish, Activation.Softsign,
        "LeakyReLU(0.1)", "LeakyReLU(1.25)", "ELU(0.5)", "ELU(1.2)", "Tanh, LeakyReLU(0.25)", "GELU, ReLU",
    ];

    public static readonly (string Output, string Loss)[] Outputs =
    [
        (Activation.Identity, Loss.SquaredError), (Activation.ReLU, Loss.SquaredError), (Activation.LeakyReLU, Loss.SquaredError),
        (Activation.ELU, Loss.SquaredError), (Activation.SiLU, Loss.SquaredError), (Activation.GELU, Loss.SquaredError),
        (Activation.Softplus, Loss.SquaredError), (Activation.Sigmoid, Loss.SquaredError), (Activation.Tanh, Loss.SquaredError),
        (Activation.ArcTan, Loss.SquaredError), (Activation.SELU, Loss.SquaredError), (Activation.ReLU6, Loss.SquaredError), (Activation.HardSigmoid, Loss.SquaredError),
        (Activation.HardSwish, Loss.SquaredError), (Activation.Mish, Loss.SquaredError), (Activation.Softsign, Loss.SquaredError),
        ("LeakyReLU(3)", Loss.SquaredError), ("ELU(0.5)", Loss.SquaredError), (Activation.Exp, Loss.SquaredError), (Activation.Softmax, Loss.SquaredError),
        (Activation.Sigmoid, Loss.BinaryCrossEntropy), (Activation.Softmax, Loss.CrossEntropy),
        (Activation.Exp, Loss.PoissonNegativeLogLikelihood),
    ];

    public static IEnumerable<object[]> All()
    {
        foreach (string hidden in Hidden)
        {
            foreach ((string output, string loss) in Outputs)
            {
                yield return [hidden, output, loss];
            }
        }
    }

    /// <summary>A network with uniform random parameters, biases included.</summary>
    public static ReferenceNetwork Network(int[] sizes, string hidden, string output, string loss, Random random) =>
        WithParameters(new ReferenceNetwork(sizes, hidden, output, loss), random);

    /// <inheritdoc cref="Network(int[], string, string, string, Random)"/>
    public static ReferenceNetwork Network(NetworkDescription description, Random random) => WithParameters(new ReferenceNetwork(description), random);

    /// <summary>Inputs in [−1, 1]; with kinks, only samples that stay clear of them.</summary>
    public static float[] Inputs(ReferenceNetwork network, int samples, Random random)
    {
        var inputs = new List<float>();
        while (inputs.Count < samples * network.InputSize)
        {
            float[] sample = Uniform(network.InputSize, -1, 1, random);
            if (IsClearOfKinks(network, sample))
            {
                inputs.AddRange(sample);
            }
        }

        return [.. inputs];
    }

    /// <summary>Targets that lie in the domain of every loss.</summary>
    public static float[] Targets(ReferenceNetwork network, int samples, Random random) =>
        Uniform(samples * network.OutputSize, 0, 1, random);

    /// <summary>Numbers in a range.</summary>
    public static float[] Uniform(int count, double from, double to, Random random)
    {
        float[] values = new float[count];
        for (int i = 0; i < count; i++)
        {
            values[i] = (float)(from + ((to - from) * random.NextDouble()));
        }

        return values;
    }

    private static ReferenceNetwork WithParameters(ReferenceNetwork network, Random random)
    {
        for (int i = 0; i < network.Parameters.Length; i++)
        {
            network.Parameters[i] = (float)((random.NextDouble() * 2) - 1);
        }

        return network;
    }

    private static bool IsClearOfKinks(ReferenceNetwork network, float[] sample)
    {
        SampleTrace trace = network.Propagate(sample);
        for (int t = 0; t < network.Layers.Count; t++)
        {
            if (network.Layers[t].IsNearKink(trace.Values[t], trace.Sums[t]))
            {
                return false;
            }
        }

        return true;
    }
}
