using System;
using Mlp.Serving;
using Mlp.Training;

namespace Mlp.Samples;

/// <summary>Trains on the iris data and saves what a service needs: weights, scaler, class names and a canary, in one file and one step.</summary>
internal static class IrisTraining
{
    public static void Run(string path, ulong seed)
    {
        (Dataset training, Dataset heldOut) = IrisFile.Read().Split(heldOutFraction: 1.0 / 3, seed);
        StandardScaler scaler = StandardScaler.Fit(training);
        var network = new IrisNet(seed) { Scaler = scaler, ClassNames = training.ClassNames };
        Trainer.Fit(network, scaler.Transform(training), new() { Epochs = 200, BatchSize = 10, LearningRate = 0.05, Seed = seed }).ThrowIfDiverged();
        Dataset unseen = scaler.Transform(heldOut);
        network.SaveWeights(path, new() { Scaler = scaler, ClassNames = training.ClassNames, Canary = Canary.Record(network, unseen.Features(0)) });
        Console.WriteLine($"written: {path}");
        Console.WriteLine(FormattableString.Invariant($"accuracy: {network.Accuracy(unseen):F3}"));
    }
}
