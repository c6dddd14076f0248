global using Mlp.Crowds;
global using Mlp.Evolution;
global using Mlp.Plots;
global using Mlp.Samples;
global using Mlp.Searching;
global using Mlp.Serving;
global using Mlp.Training;

namespace Documentation;

/// <summary>What the examples of the pages take for granted.</summary>
internal abstract class Surroundings
{
    protected readonly int n = 2;
    protected readonly float[] inputs = new float[2 * IrisNet.InputSize];
    protected readonly int[] labels = new int[2];
    protected readonly float[] targets = new float[2 * IrisNet.OutputSize];
    protected readonly Dataset data = Dataset.FromLabels(new float[3 * IrisNet.InputSize], IrisNet.InputSize, [0, 1, 2]);
    protected readonly Dataset training = Dataset.FromTargets(new float[3 * Price.InputSize], Price.InputSize, [100_000, 200_000, 300_000]);
    protected readonly Dataset heldOut = Dataset.FromTargets(new float[3 * Price.InputSize], Price.InputSize, [100_000, 200_000, 300_000]);
    protected readonly float[] weights = [1, 2, 1];
    protected readonly float[] outputs = new float[2 * IrisNet.OutputSize];
    protected readonly float[] flower = new float[IrisNet.InputSize];
    protected readonly IrisNet network = new(seed: 1);
    protected readonly IrisNet other = new(seed: 2);
    protected readonly Dataset digits = Dataset.FromLabels(new float[3 * NarrowNet.InputSize], NarrowNet.InputSize, [0, 1, 2]);
    protected readonly Dataset seen = Dataset.FromLabels(new float[3 * NarrowNet.InputSize], NarrowNet.InputSize, [0, 1, 2]);
    protected readonly SearchSpace space = SearchSpace.Of<NarrowNet>();
    protected readonly IProgress<SearchProgress> progress = new Progress<SearchProgress>();
    protected readonly CancellationToken cancellationToken = CancellationToken.None;
    protected SearchOptions options = new();
}
