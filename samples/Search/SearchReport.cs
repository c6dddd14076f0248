using System.Globalization;
using System.IO;
using System.Linq;
using Mlp.Plots;
using Mlp.Searching;
using Mlp.Training;
using Spectre.Console;

namespace Mlp.Samples;

/// <summary>What is shown and saved of a search: tables, plots, and how well the best read images that no trial has seen.</summary>
/// <param name="console">Where it prints.</param>
/// <param name="result">The search.</param>
/// <param name="folder">Where it saves.</param>
internal sealed class SearchReport(IAnsiConsole console, SearchResult result, string folder)
{
    private const int Shown = 10;

    /// <summary>Prints the best trials and how the architectures did, and saves the whole table and the weights of the best.</summary>
    public void ShowRanking()
    {
        result.Save(folder);
        console.WriteLine($"the best of {result.Trials.Count} trials:");
        console.Write(RankingTable.Of(result.Ranking.Take(Shown)));
        console.Write(NetworkTable.Of(result.Ranking));
        console.WriteLine($"saved: {folder}, with all trials in results.csv and the weights of the best {result.Kept.Count} in weights");
    }

    /// <summary>Draws the trials by learning rate, by rung and in their order.</summary>
    public void Draw()
    {
        if (result.Trials.Any(trial => double.IsFinite(trial.Score)))
        {
            var plots = new SearchPlots(result);
            Save("learning-rates.svg", plots.LearningRates());
            Save("rungs.svg", plots.Rungs());
            Save("best-so-far.svg", plots.BestSoFar());
        }
    }

    /// <summary>Measures the best network and the ensemble of the best ones.</summary>
    /// <param name="heldOut">Images that no trial has seen.</param>
    public void Measure(Dataset heldOut)
    {
        if (result.Kept.Count == 0)
        {
            console.WriteLine("All trainings have diverged, so there is nothing to measure.");
            return;
        }

        ClassificationReport best = result.Ensemble(1).EvaluateClassifier(heldOut);
        ClassificationReport ensemble = result.Ensemble(result.Kept.Count).EvaluateClassifier(heldOut);
        console.WriteLine();
        console.WriteLine($"{heldOut.Count} images that no trial has seen:");
        Table table = new Table().RoundedBorder().AddColumns("predictor", "accuracy", "misread");
        AddRow($"best: {result.Best.Network}, trial {result.Best.Index}", best);
        AddRow($"ensemble of {result.Kept.Count}", ensemble);
        console.Write(table);

        console.WriteLine(ensemble.ToString());
        File.WriteAllText(Path.Combine(folder, "report.txt"), $"{result.Best}\n\n{best}\n\nensemble of {result.Kept.Count}\n\n{ensemble}\n");
        Save("confusion.svg", ConfusionPlot.Of(ensemble) with { Title = $"Digits, by an ensemble of {result.Kept.Count}: images that it has not seen" });

        void AddRow(string name, ClassificationReport report) => table.AddRow(
            name,
            report.Accuracy.ToString("F4", CultureInfo.InvariantCulture),
            ((int)double.Round((1 - report.Accuracy) * heldOut.Count)).ToString(CultureInfo.InvariantCulture));
    }

    private void Save(string name, NetworkPlot plot)
    {
        string path = Path.Combine(folder, name);
        plot.SaveSvg(path);
        console.WriteLine($"written: {path}");
    }
}
