using System.IO;
using Spectre.Console;

namespace Mlp.Samples;

/// <summary>Prints what creatures learn, and what their thinking costs.</summary>
internal static class HeadlessRun
{
    /// <summary>How many times as much as the first generation the last one must eat.</summary>
    public const double LeastRatio = 3;

    private const int Rows = 12;

    /// <summary>Runs it.</summary>
    /// <exception cref="InvalidDataException">They learnt too little.</exception>
    public static void Run(HeadlessOptions options, IAnsiConsole console)
    {
        LearningCurve curve = LearningCurve.Run(options);
        console.WriteLine($"food that a creature eats in a generation of {options.Steps} steps, mean of {options.Creatures} creatures");
        console.Write(TableOf(curve));
        console.WriteLine($"generation {curve.Generations}, times generation 1: {curve.Ratio:F2}");
        if (!(curve.Ratio >= LeastRatio))
        {
            throw new InvalidDataException($"The last generation should eat {LeastRatio} times as much as the first one.");
        }

        console.WriteLine();
        console.WriteLine($"{ThinkingCost.Measure(ThinkingCost.UsualCreatures)}");
    }

    private static Table TableOf(LearningCurve curve)
    {
        Table table = new Table().RoundedBorder().AddColumn("generation", column => column.RightAligned());
        for (int seed = 1; seed <= curve.Means.Length; seed++)
        {
            table.AddColumn($"seed {seed}", column => column.RightAligned());
        }

        table.AddColumn("mean", column => column.RightAligned());
        int apart = int.Max((curve.Generations + Rows - 1) / Rows, 1);
        for (int generation = 1; generation <= curve.Generations; generation++)
        {
            if (generation == 1 || generation % apart == 0 || generation == curve.Generations)
            {
                string[] means = new string[curve.Means.Length];
                for (int seed = 0; seed < means.Length; seed++)
                {
                    means[seed] = $"{curve.Means[seed][generation - 1]:F2}";
                }

                table.AddRow([$"{generation}", .. means, $"{curve.MeanOf(generation):F2}"]);
            }
        }

        return table;
    }
}
