namespace Mlp.Training;

/// <summary>The network's own training step, which updates in place and stores no gradient: the fastest way on one thread.</summary>
/// <typeparam name="TNetwork">The network.</typeparam>
internal sealed class DirectStepper<TNetwork>(INetwork<TNetwork> network, MinibatchReader batches) : IStepper
    where TNetwork : INetwork<TNetwork>
{
    public TakenStep Step(int start, int count, double learningRate)
    {
        Minibatch batch = batches.Read(start, count);
        return new TakenStep(network.TrainStep(batch.Inputs, batch.Targets, (float)learningRate), learningRate);
    }
}
