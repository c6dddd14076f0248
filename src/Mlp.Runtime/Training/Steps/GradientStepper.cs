namespace Mlp.Training;

/// <summary>A step with a gradient that is measured, clipped where it is too long, and joined by weight decay where that is asked for, before it is applied.</summary>
/// <typeparam name="TNetwork">The network.</typeparam>
internal sealed class GradientStepper<TNetwork>(INetwork<TNetwork> network, IBatchLoss batches, GradientMeter meter, WeightDecay<TNetwork>? decay) : IStepper
    where TNetwork : INetwork<TNetwork>
{
    public TakenStep Step(int start, int count, double learningRate)
    {
        double loss = batches.Gradient(start, count, meter.Gradient);
        if (!meter.Take(count) || decay?.Take(network, meter.Gradient, (float)learningRate) == false)
        {
            return new TakenStep(double.NaN, learningRate);
        }

        network.ApplyGradient(meter.Gradient, (float)learningRate);
        return new TakenStep(loss, learningRate);
    }
}
