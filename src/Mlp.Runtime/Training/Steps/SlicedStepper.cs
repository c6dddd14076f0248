namespace Mlp.Training;

/// <summary>A step in slices of the minibatch and parts of the parameters: on several threads, or with weights.</summary>
/// <typeparam name="TNetwork">The network.</typeparam>
internal sealed class SlicedStepper<TNetwork>(SlicedBatchLoss<TNetwork> batches) : IStepper
    where TNetwork : INetwork<TNetwork>
{
    public TakenStep Step(int start, int count, double learningRate)
    {
        double loss = batches.Gradient(start, count);
        if (double.IsFinite(loss))
        {
            batches.Step((float)learningRate);
        }

        return new TakenStep(loss, learningRate);
    }
}
