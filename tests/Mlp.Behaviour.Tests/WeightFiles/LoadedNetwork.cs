using System;

namespace Mlp.Behaviour.Tests.WeightFiles;

/// <summary>A network with weights from a file, and the way back to one.</summary>
/// <param name="Instance">The network.</param>
/// <param name="Save">Saves it to a path.</param>
internal sealed record LoadedNetwork(NetworkInstance Instance, Action<string, WeightFileOptions> Save)
{
    /// <summary>The network as the tests hold it.</summary>
    public static LoadedNetwork Of<TNetwork>(TNetwork network)
        where TNetwork : INetwork<TNetwork> => new(new NetworkInstance<TNetwork>(network), (path, options) => network.SaveWeights(path, options));

    /// <summary>What it answers to samples one after the other.</summary>
    public float[] Forward(float[] inputs, int inputSize, int outputSize)
    {
        float[] outputs = new float[inputs.Length / inputSize * outputSize];
        for (int sample = 0; sample < inputs.Length / inputSize; sample++)
        {
            Instance.Forward(inputs.AsSpan(sample * inputSize, inputSize), outputs.AsSpan(sample * outputSize, outputSize));
        }

        return outputs;
    }

    /// <summary>What it answers to samples at once.</summary>
    public float[] ForwardBatch(float[] inputs, int inputSize, int outputSize)
    {
        float[] outputs = new float[inputs.Length / inputSize * outputSize];
        Instance.ForwardBatch(inputs, outputs);
        return outputs;
    }
}
