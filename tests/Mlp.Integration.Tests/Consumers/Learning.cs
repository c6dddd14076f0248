using System;
using System.Globalization;
using Mlp;

namespace Consumers;

/// <summary>Trains any network a little and says how it went.</summary>
internal static class Learning
{
    private const int Samples = 32;
    private const int Steps = 200;
    private const float LearningRate = 0.1f;

    /// <summary>Learns one-hot targets, or one smooth target, and prints the loss before and after.</summary>
    public static void Fit<TNetwork>(TNetwork network)
        where TNetwork : INetwork<TNetwork>
    {
        float[] inputs = Inputs(TNetwork.InputSize);
        float[] targets = new float[Samples * TNetwork.OutputSize];
        for (int sample = 0; sample < Samples; sample++)
        {
            float value = inputs[sample * TNetwork.InputSize];
            if (TNetwork.OutputSize == 1)
            {
                targets[sample] = 0.5f + (0.4f * value);
            }
            else
            {
                targets[(sample * TNetwork.OutputSize) + (value > 0f ? 1 : 0)] = 1f;
            }
        }

        float first = network.ComputeLoss(inputs, targets);
        for (int step = 0; step < Steps; step++)
        {
            network.TrainStep(inputs, targets, LearningRate);
        }

        Print(typeof(TNetwork).Name, "loss", first, network.Clone().ComputeLoss(inputs, targets));
    }

    /// <summary>Learns the sign of the first input and prints the accuracy before and after.</summary>
    public static void Classify<TNetwork>(TNetwork network)
        where TNetwork : IClassifier<TNetwork>
    {
        float[] inputs = Inputs(TNetwork.InputSize);
        int[] labels = new int[Samples];
        for (int sample = 0; sample < Samples; sample++)
        {
            labels[sample] = inputs[sample * TNetwork.InputSize] > 0f ? 1 : 0;
        }

        float first = Accuracy(network, inputs, labels);
        for (int step = 0; step < Steps; step++)
        {
            network.TrainStep(inputs, labels, LearningRate);
        }

        Print(typeof(TNetwork).Name, "accuracy", first, Accuracy(network, inputs, labels));
    }

    private static float Accuracy<TNetwork>(TNetwork network, float[] inputs, int[] labels)
        where TNetwork : IClassifier<TNetwork>
    {
        int right = 0;
        for (int sample = 0; sample < labels.Length; sample++)
        {
            right += network.Classify(inputs.AsSpan(sample * TNetwork.InputSize, TNetwork.InputSize)) == labels[sample] ? 1 : 0;
        }

        return (float)right / labels.Length;
    }

    private static float[] Inputs(int size)
    {
        float[] inputs = new float[Samples * size];
        for (int index = 0; index < inputs.Length; index++)
        {
            inputs[index] = MathF.Sin(1.7f * index);
        }

        return inputs;
    }

    private static void Print(string network, string measure, float first, float last) =>
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{network}: {measure} {first:F4} -> {last:F4}"));
}
