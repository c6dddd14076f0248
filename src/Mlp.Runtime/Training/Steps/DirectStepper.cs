namespace Mlp.Training;

/// <summary>The network's own training step, which updates in place and stores no gradient: the fastest way on one thread.</summary>
/// <typeparam name="TNetwork">The network.</typeparam>
internal sealed class DirectStepper<TNetwork>(WholeBatchLoss<TNetwork> batches) : IStepper
    where TNetwork : INetwork<TNetwork>
{
    public TakenStep Step(int start, int count, double learningRate) =>
        new(batches.TrainStep(start, count, (float)learningRate), learningRate);
}
