using System;

namespace Mlp.Training;

/// <summary>A minibatch as any network computes it: all samples in one call, on this thread, a classifier from labels.</summary>
/// <typeparam name="TNetwork">The network.</typeparam>
internal sealed class WholeBatchLoss<TNetwork>(INetwork<TNetwork> network, MinibatchReader batches) : IBatchLoss
    where TNetwork : INetwork<TNetwork>
{
    // Batches have labels only where the network is one.
    private readonly IClassifier? _classifier = network as IClassifier;

    public double Loss(int start, int count)
    {
        Minibatch batch = batches.Read(start, count);
        return batch.Labels.IsEmpty
            ? network.ComputeLoss(batch.Inputs, batch.Targets)
            : _classifier!.ComputeLoss(batch.Inputs, batch.Labels);
    }

    public double Gradient(int start, int count, Span<float> gradient)
    {
        Minibatch batch = batches.Read(start, count);
        return batch.Labels.IsEmpty
            ? network.ComputeGradient(batch.Inputs, batch.Targets, gradient)
            : _classifier!.ComputeGradient(batch.Inputs, batch.Labels, gradient);
    }

    /// <summary>The network's own training step.</summary>
    internal double TrainStep(int start, int count, float learningRate)
    {
        Minibatch batch = batches.Read(start, count);
        return batch.Labels.IsEmpty
            ? network.TrainStep(batch.Inputs, batch.Targets, learningRate)
            : _classifier!.TrainStep(batch.Inputs, batch.Labels, learningRate);
    }
}
