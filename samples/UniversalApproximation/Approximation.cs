using System.Linq;
using Mlp.Training;

namespace Mlp.Samples;

/// <summary>The best of a few trainings of one network.</summary>
/// <param name="Width">The number of hidden units.</param>
/// <param name="Error">The root mean squared error over the interval, between the points of training too.</param>
/// <param name="Values">The network's values at the points of <see cref="Fine"/>.</param>
internal sealed record Approximation(int Width, double Error, float[] Values)
{
    private const int Starts = 4;
    private const int Epochs = 20_000;

    private static readonly Dataset Coarse = Target.Sample(128);

    /// <summary>What errors are measured on and curves drawn through.</summary>
    public static Dataset Fine { get; } = Target.Sample(1024);

    /// <summary>Trains copies of a network from a few starts and keeps the best: narrow networks have many local minima.</summary>
    public static Approximation By<TNetwork>(TNetwork network, ulong seed)
        where TNetwork : INetwork<TNetwork> =>
        Enumerable.Range(0, Starts).Select(start => Train(network.Clone(), (seed * Starts) + (ulong)start)).MinBy(result => result.Error)!;

    // One batch of all points, the same for every width. Its gradient has no noise that a long memory (β₁ = 0.99) would carry
    // along, and needs one to cross flat valleys: many wide ReLU units overlap, so that some directions are very flat.
    private static Approximation Train<TNetwork>(TNetwork network, ulong seed)
        where TNetwork : INetwork<TNetwork>
    {
        HiddenUnits.Spread(network, seed);
        Trainer.Fit(network, Coarse, new()
        {
            Epochs = Epochs,
            BatchSize = Coarse.Count,
            Schedule = new CosineSchedule(initialRate: 0.01, Epochs),
        }).ThrowIfDiverged();
        return new Approximation(TNetwork.Description.Layers[0].Outputs, network.EvaluateRegressor(Fine).RootMeanSquaredError, network.Predict(Fine));
    }
}
