using System;
using System.Collections.Generic;
using System.Linq;
using Mlp.Training;
using Spectre.Console;

namespace Mlp.Samples;

/// <summary>The held-out accuracies of both networks for many seeds: one split of so few images says little.</summary>
internal static class SeedTable
{
    /// <summary>Trains and measures with the seeds 0, 1, 2 …, each with splits, initial parameters and an order of its own.</summary>
    public static void Show(IAnsiConsole console, Dataset digits, int seeds)
    {
        List<(double Dense, double Convolutional)> accuracies = [];
        for (int seed = 0; seed < seeds; seed++)
        {
            DigitParts images = DigitParts.Of(digits, (ulong)seed);
            accuracies.Add((
                DigitTraining.Dense(images, (ulong)seed, Unwatched).Report.Accuracy,
                DigitTraining.Convolutional(images, (ulong)seed, Unwatched).Report.Accuracy));
        }

        Table table = new Table().RoundedBorder().AddColumns("seed", "dense", "convolutional");
        for (int seed = 0; seed < seeds; seed++)
        {
            table.AddRow($"{seed}", $"{accuracies[seed].Dense:F4}", $"{accuracies[seed].Convolutional:F4}");
        }

        table.AddRow("mean", $"{accuracies.Average(pair => pair.Dense):F4}", $"{accuracies.Average(pair => pair.Convolutional):F4}");
        console.Write(table);
    }

    private static TrainingResult Unwatched(int epochs, Func<IProgress<EpochReport>?, TrainingResult> train) => train(null);
}
