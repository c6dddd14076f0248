using System;
using System.Runtime.Intrinsics;
using Mlp.Evolution;

namespace Mlp.JitProbe;

/// <summary>Calls every member of a network, with batches of all the sizes that kernels tell apart.</summary>
internal static class Probe
{
    private const float LearningRate = 0.01f;
    private static readonly int[] Batches = [1, 3, 8, 64, 65, 150];
    private static readonly int[] Agents = [1, 16, 37];

    public static void Network<TNetwork>(TNetwork network)
        where TNetwork : INetwork<TNetwork>
    {
        float[] parameters = new float[TNetwork.ParameterCount];
        network.Initialize(7);
        network.CopyParametersTo(parameters);
        network.SetParameters(parameters);
        Require(TNetwork.Summary.Length > 0 && TNetwork.Description.Layers.Count > 0);
        network.Forward(Values(TNetwork.InputSize), new float[TNetwork.OutputSize]);
        network.ForwardBatch([], []);
        TNetwork copy = network.Clone();
        foreach (int samples in Batches)
        {
            float[] inputs = Values(samples * TNetwork.InputSize);
            float[] targets = new float[samples * TNetwork.OutputSize];
            network.ForwardBatch(inputs, targets);
            float loss = network.ComputeLoss(inputs, targets);
            Require(float.IsFinite(loss) && float.IsFinite(network.ComputeGradient(inputs, targets, parameters)));
            copy.ApplyGradient(parameters, LearningRate);
            Require(float.IsFinite(copy.TrainStep(inputs, targets, LearningRate)));
        }

        (float[] sample, float[] target, float[] inputGradient) = (Values(TNetwork.InputSize), new float[TNetwork.OutputSize], new float[TNetwork.InputSize]);
        Require(float.IsFinite(network.ComputeInputGradient(sample, target, inputGradient)));
        network.Backpropagate(sample, target, parameters, inputGradient);
        Require(inputGradient[0] == 0);
    }

    public static void Classifier<TNetwork>(TNetwork network)
        where TNetwork : IClassifier<TNetwork>
    {
        Network(network);
        float[] gradient = new float[TNetwork.ParameterCount];
        foreach (int samples in Batches)
        {
            float[] inputs = Values(samples * TNetwork.InputSize);
            int[] labels = new int[samples];
            for (int sample = 0; sample < samples; sample++)
            {
                labels[sample] = network.Classify(inputs.AsSpan(sample * TNetwork.InputSize, TNetwork.InputSize));
            }

            Require(float.IsFinite(network.ComputeLoss(inputs, labels)));
            Require(float.IsFinite(network.ComputeGradient(inputs, labels, gradient)));
            Require(float.IsFinite(network.ComputeInputGradient(inputs, labels, new float[inputs.Length])));
            Require(float.IsFinite(network.TrainStep(inputs, labels, LearningRate)));
        }
    }

    /// <summary>Steps populations of whole and broken blocks; nothing else of the network is called.</summary>
    public static void Population<TNetwork>()
        where TNetwork : INetwork<TNetwork>, new()
    {
        foreach (int agents in Agents)
        {
            using var population = new Population<TNetwork>(agents, seed: 8);
            Require(population.HasKernels == Vector128.IsHardwareAccelerated);
            float[] outputs = new float[agents * TNetwork.OutputSize];
            population.Step(Values(agents * TNetwork.InputSize), outputs);
            Require(Array.TrueForAll(outputs, float.IsFinite));
        }
    }

    private static float[] Values(int count)
    {
        float[] values = new float[count];
        for (int index = 0; index < count; index++)
        {
            values[index] = MathF.Sin(1.7f * index);
        }

        return values;
    }

    private static void Require(bool condition)
    {
        if (!condition)
        {
            throw new InvalidOperationException("A member gave a value that is none.");
        }
    }
}
