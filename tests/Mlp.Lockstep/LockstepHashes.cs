using System;
using System.Collections.Generic;

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
        float[] inputs = new ExactNumbers(seed: 1).Values(Samples * TNetwork.InputSize);
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
        return $"{BitHash.Of(single)} {BitHash.Of(batch)} {BitHash.Of(gradient)} {BitHash.Of(trained)}";
    }

    /// <summary>Targets that the loss of an output allows.</summary>
    private static float[] Targets(string output, int size)
    {
        float[] targets = new ExactNumbers(seed: 2).Values(Samples * size);
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
}
