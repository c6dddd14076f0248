using System;
using System.Linq;
using Mlp.Training;
using Mlp.Lockstep;

namespace Mlp.PlatformProbe;

/// <summary>What a network that learns computes, before and after it has learned.</summary>
internal static class NetworkProbe
{
    private const int Samples = 37;
    private const int Steps = 10;
    private const float LearningRate = 0.01f;

    /// <summary>Prints its lines.</summary>
    /// <param name="name">What it is called there.</param>
    /// <param name="network">The network, whose parameters change.</param>
    public static void Run<TNetwork>(string name, TNetwork network)
        where TNetwork : class, INetwork<TNetwork>
    {
        var numbers = new ExactNumbers(seed: 1);
        float[] inputs = numbers.Values(Samples * TNetwork.InputSize);
        float[] targets = numbers.Choices(Samples, TNetwork.OutputSize);
        ProbeLine.Print(name + ", initial parameters", Parameters(network));
        PredictionProbe.Run(name, TNetwork.InputSize, TNetwork.OutputSize, network.Forward, network.ForwardBatch);

        float[] gradient = new float[TNetwork.ParameterCount];
        float loss = network.ComputeGradient(inputs, targets, gradient);
        ProbeLine.Print(name + ", loss and gradient", [loss, .. gradient]);
        float[] inputGradient = new float[inputs.Length];
        network.ComputeInputGradient(inputs, targets, inputGradient);
        ProbeLine.Print(name + ", gradient of the inputs", inputGradient);

        float[] losses = [.. Enumerable.Range(0, Steps).Select(_ => network.TrainStep(inputs, targets, LearningRate))];
        ProbeLine.Print(name + ", losses of steps", losses);
        ProbeLine.Print(name + ", parameters after steps", Parameters(network));

        // An option that needs the gradient by itself.
        Dataset data = Dataset.FromTargets(inputs, TNetwork.InputSize, targets, TNetwork.OutputSize);
        var options = new TrainerOptions { Epochs = 2, BatchSize = 8, LearningRate = LearningRate, ClipNorm = 1, Seed = 5 };
        Trainer.Fit(network, data, options);
        ProbeLine.Print(name + ", parameters after training", Parameters(network));

        // A browser has no second thread.
        if (!OperatingSystem.IsBrowser())
        {
            Trainer.Fit(network, data, options with { DegreeOfParallelism = 2 });
            ProbeLine.Print(name + ", parameters after training on two threads", Parameters(network));
        }
    }

    private static float[] Parameters<TNetwork>(TNetwork network)
        where TNetwork : class, INetwork<TNetwork>
    {
        float[] parameters = new float[TNetwork.ParameterCount];
        network.CopyParametersTo(parameters);
        return parameters;
    }
}
