using System;
using Mlp.Training;

namespace Mlp.Samples;

/// <summary>Trains the two networks on the same images.</summary>
internal static class DigitTraining
{
    // Optimizers, decays, rates, batches and epochs of both are from small grids, chosen over splits of twenty and thirty other seeds (of
    // the same images, there are no more). The images held out here say nothing about when to stop or what to keep.
    private const int DenseEpochs = 60;
    private const int ConvEpochs = 12;
    private const int Patience = 20;

    /// <summary>Runs a training of so many epochs; whoever watches it gives it a progress to report to.</summary>
    public delegate TrainingResult Watch(int epochs, Func<IProgress<EpochReport>?, TrainingResult> train);

    /// <summary>The network that sees 64 numbers.</summary>
    public static DigitReader<DigitNet> Dense(DigitParts images, ulong seed, Watch watch) =>
        Train(new DigitNet(seed), images.Standardize(), DenseEpochs, initialRate: 0.01, seed, watch);

    /// <summary>The network that sees an image.</summary>
    public static DigitReader<ConvDigitNet> Convolutional(DigitParts images, ulong seed, Watch watch) =>
        Train(new ConvDigitNet(seed), images, ConvEpochs, initialRate: 0.004, seed, watch);

    private static DigitReader<TNetwork> Train<TNetwork>(TNetwork network, DigitParts images, int epochs, double initialRate, ulong seed, Watch watch)
        where TNetwork : IClassifier<TNetwork>
    {
        var options = new TrainerOptions
        {
            Epochs = epochs,
            BatchSize = 16,
            Schedule = new CosineSchedule(initialRate, epochs),
            Validation = images.Validation,
            Patience = Patience,
            Seed = seed,
        };
        TrainingResult training = watch(epochs, progress => Trainer.Fit(network, images.Training, options, progress)).ThrowIfDiverged();
        return new DigitReader<TNetwork>(network, training, network.EvaluateClassifier(images.HeldOut), network.Classify(images.HeldOut));
    }
}
