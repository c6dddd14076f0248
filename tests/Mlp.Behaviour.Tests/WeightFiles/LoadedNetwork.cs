using System;
using System.IO;
using Mlp.Testing.WeightFiles;

namespace Mlp.Behaviour.Tests.WeightFiles;

/// <summary>A network with weights from a file, and the way back to one.</summary>
/// <param name="Instance">The network.</param>
/// <param name="Save">Gives the bytes of a file of its weights.</param>
internal sealed record LoadedNetwork(NetworkInstance Instance, Func<WeightFileOptions, byte[]> Save)
{
    /// <summary>A network of any type.</summary>
    public static LoadedNetwork Of<TNetwork>(TNetwork network)
        where TNetwork : INetwork<TNetwork> => new(
            new NetworkInstance<TNetwork>(network),
            options =>
            {
                using var stream = new MemoryStream();
                network.SaveWeights(stream, options);
                return stream.ToArray();
            });

    /// <summary>What it answers to the case's samples, one after the other.</summary>
    public float[] Forward(WeightFileCase file)
    {
        (int inputs, int outputs) = (file.Sizes[0], file.Sizes[^1]);
        float[] result = new float[file.Outputs.Length];
        for (int sample = 0; sample < result.Length / outputs; sample++)
        {
            Instance.Forward(file.Inputs.AsSpan(sample * inputs, inputs), result.AsSpan(sample * outputs, outputs));
        }

        return result;
    }

    /// <summary>What it answers to the case's samples at once.</summary>
    public float[] ForwardBatch(WeightFileCase file)
    {
        float[] result = new float[file.Outputs.Length];
        Instance.ForwardBatch(file.Inputs, result);
        return result;
    }
}
