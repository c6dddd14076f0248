using System;

namespace Mlp.Training;

/// <summary>A minibatch as any network computes it: all samples in one call, on this thread.</summary>
/// <typeparam name="TNetwork">The network.</typeparam>
internal sealed class WholeBatchLoss<TNetwork>(INetwork<TNetwork> network, MinibatchReader batches) : IBatchLoss
    where TNetwork : INetwork<TNetwork>
{
    public double Loss(int start, int count)
    {
        Minibatch batch = batches.Read(start, count);
        return network.ComputeLoss(batch.Inputs, batch.Targets);
    }

    public double Gradient(int start, int count, Span<float> gradient)
    {
        Minibatch batch = batches.Read(start, count);
        return network.ComputeGradient(batch.Inputs, batch.Targets, gradient);
    }
}
