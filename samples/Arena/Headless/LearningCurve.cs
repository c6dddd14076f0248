using System.Linq;
using System.Threading.Tasks;

namespace Mlp.Samples;

/// <summary>The mean fitness of each generation of some seeds.</summary>
/// <param name="Means">Of each seed, of each generation.</param>
internal sealed record LearningCurve(double[][] Means)
{
    /// <summary>How many times as much as the first generation the last one eats, each the mean of all seeds.</summary>
    public double Ratio => MeanOf(Generations) / MeanOf(1);

    /// <summary>The number of generations.</summary>
    public int Generations => Means[0].Length;

    /// <summary>Lets worlds evolve, of the seeds 1, 2 …, side by side.</summary>
    public static LearningCurve Run(HeadlessOptions options)
    {
        double[][] means = new double[options.Seeds][];
        Parallel.For(0, options.Seeds, seed => means[seed] = RunOne(options, (ulong)seed + 1));
        return new LearningCurve(means);
    }

    /// <summary>The mean fitness of a generation over all seeds.</summary>
    /// <param name="generation">Its number, counted from 1.</param>
    public double MeanOf(int generation) => Means.Average(means => means[generation - 1]);

    private static double[] RunOne(HeadlessOptions options, ulong seed)
    {
        using var colony = new Colony(options.Creatures, seed, options.Steps);
        double[] means = new double[options.Generations];
        for (int generation = 0; generation < means.Length;)
        {
            if (colony.Advance())
            {
                means[generation++] = colony.Last.Mean;
            }
        }

        return means;
    }
}
