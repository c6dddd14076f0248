using System;
using System.Collections.Generic;
using System.Globalization;

namespace Mlp.Lockstep;

/// <summary>
/// What the ten networks compute, as hashes: a line for each network with its name and the hashes of single predictions, of a batch, of a loss with its
/// gradient, and of the parameters after twenty steps. Nothing but arithmetic goes into them, so that a program on any platform can print the same lines.
/// </summary>
public static class LockstepHashes
{
    private const int Samples = 70;
    private const int Steps = 20;

    // As many as make a chunk and a rest, of which the last are fewer than a vector.
    private const int Minibatch = 70;

    private static readonly (string Name, Func<string> Of)[] Networks =
    [
        ("Policy", Line<Policy>),
        ("Flowers", Line<Flowers>),
        ("Houses", Line<Houses>),
        ("Digits", Line<Digits>),
        ("Alarm", Line<Alarm>),
        ("Arrivals", Line<Arrivals>),
        ("Medley", Line<Medley>),
        ("Regulariser", Line<Regulariser>),
        ("Shapes", Line<Shapes>),
        ("Chain", Line<Chain>),
    ];

    /// <summary>The lines, in the order of the networks.</summary>
    public static IEnumerable<string> Lines()
    {
        foreach ((string name, Func<string> of) in Networks)
        {
            yield return $"{name} {of()}";
        }
    }

    private static string Line<TNetwork>()
        where TNetwork : class, INetwork<TNetwork>, new()
    {
        var network = new TNetwork();
        network.Initialize(7);
        float[] inputs = Inputs(Samples * TNetwork.InputSize, seed: 1);
        float[] targets = Targets(TNetwork.Description.Layers[^1].Activation, TNetwork.OutputSize);

        float[] single = new float[Samples * TNetwork.OutputSize];
        for (int sample = 0; sample < Samples; sample++)
        {
            network.Forward(
                inputs.AsSpan(sample * TNetwork.InputSize, TNetwork.InputSize), single.AsSpan(sample * TNetwork.OutputSize, TNetwork.OutputSize));
        }

        float[] batch = new float[single.Length];
        network.ForwardBatch(inputs, batch);

        float[] gradient = new float[TNetwork.ParameterCount + 2];
        gradient[^1] = network.ComputeLoss(inputs, targets);
        gradient[^2] = network.ComputeGradient(inputs, targets, gradient.AsSpan(0, TNetwork.ParameterCount));

        float[] trained = new float[TNetwork.ParameterCount + Steps];
        for (int step = 0; step < Steps; step++)
        {
            // Every size of a minibatch from 51 to 70.
            int count = Minibatch - step;
            trained[TNetwork.ParameterCount + step] = network.TrainStep(inputs.AsSpan(0, count * TNetwork.InputSize), targets.AsSpan(0, count * TNetwork.OutputSize), 0.01f);
        }

        network.CopyParametersTo(trained.AsSpan(0, TNetwork.ParameterCount));
        return $"{Hash(single)} {Hash(batch)} {Hash(gradient)} {Hash(trained)}";
    }

    /// <summary>Numbers from −1 to 1, exact in 24 bits.</summary>
    private static float[] Inputs(int count, ulong seed)
    {
        float[] numbers = new float[count];
        ulong state = seed;
        for (int index = 0; index < count; index++)
        {
            state = unchecked((state * 6364136223846793005) + 1442695040888963407);
            numbers[index] = ((int)(state >> 40) - (1 << 23)) / (float)(1 << 23);
        }

        return numbers;
    }

    /// <summary>Targets that the loss of an output allows.</summary>
    private static float[] Targets(string output, int size)
    {
        float[] targets = Inputs(Samples * size, seed: 2);
        for (int sample = 0; sample < Samples; sample++)
        {
            for (int index = 0; index < size; index++)
            {
                ref float target = ref targets[(sample * size) + index];
                target = output switch
                {
                    Activation.Softmax => index == sample % size ? 1 : 0,
                    Activation.Sigmoid => sample % 3 == 0 ? 1 : 0,
                    Activation.Exp => sample % 5,
                    _ => target,
                };
            }
        }

        return targets;
    }

    /// <summary>FNV-1a over the bytes of the numbers, the lowest byte of each first.</summary>
    private static string Hash(ReadOnlySpan<float> numbers)
    {
        ulong hash = 14695981039346656037;
        foreach (float number in numbers)
        {
            uint bits = BitConverter.SingleToUInt32Bits(number);
            for (int shift = 0; shift < 32; shift += 8)
            {
                hash = unchecked((hash ^ ((bits >> shift) & 0xFF)) * 1099511628211);
            }
        }

        return hash.ToString("x16", CultureInfo.InvariantCulture);
    }
}
