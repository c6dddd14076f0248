using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.RegularExpressions;
using System.Threading.Tasks;
using Shouldly;
using Xunit;

namespace Mlp.Integration.Tests;

/// <summary>The samples run, and reach what they are there to show.</summary>
public sealed partial class SampleTests
{
    private const int Seeds = 10;
    private const double LeastAccuracy = 0.95;

    [Fact]
    public async Task Iris_prints_its_table_a_falling_loss_and_the_time_of_a_prediction()
    {
        ChildRun run = await ChildRun.Start([BuiltFiles.Sample("Iris")]);

        run.ExitCode.ShouldBe(0, run.Output);
        run.Output.ShouldContain("ReLU");
        run.Output.ShouldContain("Softmax");
        run.Output.ShouldContain("131", Case.Sensitive, "the table counts the parameters");
        double[] losses = [.. Loss().Matches(run.Output).Select(match => Number(match))];
        losses.Length.ShouldBeGreaterThan(1);
        losses[^1].ShouldBeLessThan(losses[0]);
        run.Output.ShouldMatch(@"a prediction takes \d+(\.\d+)? ns");
        AccuracyOf(run).ShouldBeGreaterThanOrEqualTo(LeastAccuracy);
    }

    [Fact]
    public async Task Iris_names_unseen_flowers_from_any_start()
    {
        var accuracies = new List<double>();
        for (int seed = 0; seed < Seeds; seed++)
        {
            ChildRun run = await ChildRun.Start([BuiltFiles.Sample("Iris"), seed.ToString(CultureInfo.InvariantCulture)]);
            run.ExitCode.ShouldBe(0, run.Output);
            accuracies.Add(AccuracyOf(run));
        }

        accuracies.Average().ShouldBeGreaterThanOrEqualTo(LeastAccuracy, string.Join(", ", accuracies));
    }

    [Fact]
    public async Task Iris_gives_the_same_result_for_the_same_seed()
    {
        ChildRun[] runs = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => ChildRun.Start([BuiltFiles.Sample("Iris"), "3"])));

        WithoutTime(runs[0]).ShouldBe(WithoutTime(runs[1]));
    }

    [Fact]
    public async Task Xor_converges_from_every_start()
    {
        ChildRun run = await ChildRun.Start([BuiltFiles.Sample("Xor")]);

        run.ExitCode.ShouldBe(0, run.Output);
        run.Lines[^1].ShouldBe("converged: 10 of 10");
    }

    private static double AccuracyOf(ChildRun run)
    {
        Match last = Accuracy().Match(run.Lines[^1]);
        last.Success.ShouldBeTrue(run.Output);
        return Number(last);
    }

    private static IEnumerable<string> WithoutTime(ChildRun run) => run.Lines.Where(line => !line.Contains("ns:", StringComparison.Ordinal));

    private static double Number(Match match) => double.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^epoch +\d+ +loss (\d+\.\d+)", RegexOptions.Multiline)]
    private static partial Regex Loss();

    [GeneratedRegex(@"^accuracy: ([01]\.\d{3})$")]
    private static partial Regex Accuracy();
}
