using System;
using Mlp.Lockstep;

namespace Mlp.PlatformProbe;

/// <summary>What a network predicts, one sample at a time and in a batch.</summary>
internal static class PredictionProbe
{
    // Two whole groups of sixteen and some more.
    private const int Samples = 37;

    /// <summary>A prediction: inputs, outputs.</summary>
    public delegate void Prediction(ReadOnlySpan<float> inputs, Span<float> outputs);

    /// <summary>Prints its lines.</summary>
    /// <param name="name">What the network is called there.</param>
    /// <param name="inputSize">The number of its inputs.</param>
    /// <param name="outputSize">The number of its outputs.</param>
    /// <param name="forward">Predicts one sample.</param>
    /// <param name="forwardBatch">Predicts a batch.</param>
    public static void Run(string name, int inputSize, int outputSize, Prediction forward, Prediction forwardBatch)
    {
        float[] inputs = new ExactNumbers(seed: 1).Values(Samples * inputSize);
        float[] outputs = new float[Samples * outputSize];
        for (int sample = 0; sample < Samples; sample++)
        {
            forward(inputs.AsSpan(sample * inputSize, inputSize), outputs.AsSpan(sample * outputSize, outputSize));
        }

        ProbeLine.Print(name + ", one by one", outputs);
        forwardBatch(inputs, outputs);
        ProbeLine.Print(name + ", batch", outputs);
    }
}
