using System;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using System.Xml.Linq;
using Shouldly;
using Xunit;

namespace Mlp.Integration.Tests;

/// <summary>The sample Search finds a network that reads unseen digits, shows how, and goes on where it was stopped.</summary>
public sealed class SearchSampleTests(SearchRun search) : IClassFixture<SearchRun>
{
    private const int HeldOut = 449;

    // Halving with a factor of 3 lets 9 trials begin, 3 go on and 1 end.
    private const int Halved = SearchRun.Trials - 1;

    [Fact]
    public void It_measures_the_best_network_and_the_ensemble_on_images_that_no_trial_has_seen()
    {
        double[] accuracies =
        [
            .. search.Run.Lines.Where(line => line.StartsWith("│ best: ", StringComparison.Ordinal) || line.StartsWith("│ ensemble of 5", StringComparison.Ordinal))
                .Select(line => double.Parse(line.Split('│', StringSplitOptions.TrimEntries)[2], CultureInfo.InvariantCulture)),
        ];

        accuracies.Length.ShouldBe(2, search.Run.Output);
        accuracies.ShouldAllBe(accuracy => accuracy > 0.94 && accuracy <= 1);
        string report = File.ReadAllText(search.Written("report.txt"));
        report.ShouldContain("ensemble of 5");
        report.Split('\n').Count(line => line.Contains("accuracy", StringComparison.Ordinal) && line.EndsWith($" {HeldOut}", StringComparison.Ordinal)).ShouldBe(2);
    }

    [Fact]
    public void It_saves_every_trial_and_the_weights_of_the_best()
    {
        string[][] table = [.. File.ReadLines(search.Written("results.csv")).Select(line => line.Split(','))];
        int stop = Array.IndexOf(table[0], "stop");
        int rank = Array.IndexOf(table[0], "rank");

        table.Length.ShouldBe(SearchRun.Trials + 1);
        table[1..].Count(trial => trial[stop] == "Halved").ShouldBe(Halved);
        string[] kept = [.. table[1..].Where(trial => int.Parse(trial[rank], CultureInfo.InvariantCulture) <= 5).Select(trial => $"trial-{trial[0]}.safetensors")];
        Directory.GetFiles(search.Written("weights")).Select(Path.GetFileName).ShouldBe(kept, ignoreOrder: true);
    }

    [Fact]
    public void It_draws_trials_by_rate_by_rung_and_in_their_order()
    {
        Texts("learning-rates.svg").ShouldContain("learning rate (logarithmic)");
        Texts("rungs.svg").ShouldContain("4 epochs: 6 trials");
        Texts("rungs.svg").ShouldContain("12 epochs: 2 trials");
        Texts("rungs.svg").ShouldContain("36 epochs: 1 trials");
        Texts("best-so-far.svg").ShouldContain("best so far");
        Texts("confusion.svg").ShouldContain(text => text.EndsWith($"{HeldOut} samples", StringComparison.Ordinal));
    }

    [Fact]
    public void It_prints_plain_lines_into_a_file()
    {
        search.Run.Output.Where(character => char.IsControl(character) && character is not ('\n' or '\r')).ShouldBeEmpty();
        search.Run.Lines.ShouldContain(line => line.StartsWith($"{SearchRun.Trials} of {SearchRun.Trials} trials, {Halved} of them stopped early", StringComparison.Ordinal));
    }

    [Fact]
    public async Task It_is_stopped_by_Ctrl_C_and_goes_on_to_the_same_table()
    {
        if (OperatingSystem.IsWindows())
        {
            return; // there is no signal to send to another process
        }

        DirectoryInfo folder = Directory.CreateTempSubdirectory("mlp-search-");
        using var stopped = SearchProcess.Start(SearchRun.In(folder.FullName));
        await stopped.WaitFor($" of {SearchRun.Trials} trials, ");
        stopped.PressControlC();

        (await stopped.ExitCode()).ShouldBe(3, stopped.Output);
        stopped.Output.ShouldContain($"Stopped. What is done is kept: the same command goes on with the search \"digits-{SearchRun.Trials}-1\".");
        string table = Path.Combine(folder.FullName, $"digits-{SearchRun.Trials}-1", "results.csv");
        string before = await File.ReadAllTextAsync(table);

        ChildRun resumed = await ChildRun.Start([BuiltFiles.Sample("Search"), .. SearchRun.In(folder.FullName)]);

        resumed.ExitCode.ShouldBe(0, resumed.Output);
        string after = await File.ReadAllTextAsync(table);
        after.ShouldNotBe(before);
        after.ShouldBe(await File.ReadAllTextAsync(search.Written("results.csv")));
        folder.Delete(recursive: true);
    }

    [Theory]
    [InlineData("--trials is 0, but must be a whole number from 1 to 100000.", "--trials", "0")]
    [InlineData("--workers is 0, but must be 1 or more; with --cluster it may be 0.", "--workers", "0")]
    [InlineData("--dashboard is 70000, but must be a port from 1 to 65535, such as 5005.", "worker", "Host=localhost", "--dashboard", "70000")]
    [InlineData("--cluster is missing: give the connection string of the cluster's database. A search without a cluster is a folder in output/searches.", "list")]
    [InlineData("Unknown option 'trails'.", "--trails", "9")]
    public async Task It_says_in_a_line_what_is_wrong_with_an_argument(string message, params string[] arguments)
    {
        ChildRun run = await ChildRun.Start([BuiltFiles.Sample("Search"), .. arguments]);

        run.ExitCode.ShouldBe(2, run.Output);
        run.Lines.ShouldBe([message]);
    }

    private string[] Texts(string picture) =>
        [.. XElement.Load(search.Written(picture)).Descendants().Where(element => element.Name.LocalName == "text").Select(text => text.Value)];
}
