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
    private const int Epochs = 30_000;

    private static readonly Dataset Coarse = Target.Sample(256);

    /// <summary>What errors are measured on and curves drawn through.</summary>
    public static Dataset Fine { get; } = Target.Sample(1024);

    /// <summary>Trains a network from a few starts and keeps the best: narrow networks have many local minima.</summary>
    public static Approximation By<TNetwork>(TNetwork network, Recipe recipe, ulong seed)
        where TNetwork : INetwork<TNetwork> =>
        Enumerable.Range(0, Starts).Select(start => Train(network, recipe, (seed * Starts) + (ulong)start)).MinBy(result => result.Error)!;

    private static Approximation Train<TNetwork>(TNetwork network, Recipe recipe, ulong seed)
        where TNetwork : INetwork<TNetwork>
    {
        int width = TNetwork.Description.Layers[0].Outputs;
        recipe.Initialize(network, seed);
        Trainer.Fit(network, Coarse, new()
        {
            Epochs = Epochs,
            BatchSize = 8,
            Schedule = new CosineSchedule(recipe.LearningRate(width), Epochs),
            Seed = seed,
        });
        return new Approximation(width, network.EvaluateRegressor(Fine).RootMeanSquaredError, network.Predict(Fine));
    }
}
