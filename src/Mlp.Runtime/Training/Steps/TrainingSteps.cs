using System;
using Mlp.CompilerServices;

namespace Mlp.Training;

/// <summary>How the steps of a training are taken: chosen once, by what the options ask for.</summary>
/// <typeparam name="TNetwork">The network.</typeparam>
internal sealed class TrainingSteps<TNetwork> : IDisposable
    where TNetwork : INetwork<TNetwork>
{
    private readonly SlicedBatchLoss<TNetwork>? _sliced;

    /// <param name="network">The network.</param>
    /// <param name="batches">The samples to learn from.</param>
    /// <param name="batchSize">The most samples of a batch.</param>
    /// <param name="options">What is asked for.</param>
    internal TrainingSteps(INetwork<TNetwork> network, MinibatchReader batches, int batchSize, TrainerOptions options)
    {
        if (options.NeedsGradient || options.LineSearch is not null)
        {
            Meter = new GradientMeter(TNetwork.ParameterCount, options.MeasureGradients ? TNetwork.Description.Layers : [], options);
        }

        // Pieces of a batch are told where in it they stand; the network's own calls begin at its first sample.
        bool hasPieces = batches.MostRows < batchSize && network is ISlicedTraining && TNetwork.Description.DrawsMasks;
        _sliced = hasPieces || BatchSlices.AreNeeded(network, options) ? new SlicedBatchLoss<TNetwork>(network, batches, batchSize, options.DegreeOfParallelism) : null;
        var whole = new WholeBatchLoss<TNetwork>(network, batches);
        Losses = _sliced ?? (IBatchLoss)whole;
        Stepper = (Meter, _sliced, options.LineSearch) switch
        {
            ({ } meter, _, { } search) => new LineSearchStepper<TNetwork>(network, Losses, meter, search),
            ({ } meter, _, _) => new GradientStepper<TNetwork>(network, Losses, meter, options.WeightDecay > 0 ? new WeightDecay<TNetwork>(options.WeightDecay) : null),
            (_, { } sliced, _) => new SlicedStepper<TNetwork>(sliced),
            _ => new DirectStepper<TNetwork>(whole),
        };
    }

    /// <summary>Takes the steps.</summary>
    internal IStepper Stepper { get; }

    /// <summary>The loss without a step.</summary>
    internal IBatchLoss Losses { get; }

    /// <summary>Measures the steps' gradients; none where nobody asks for them.</summary>
    internal GradientMeter? Meter { get; }

    /// <summary>Ends the threads, if there are any.</summary>
    public void Dispose() => _sliced?.Dispose();
}
