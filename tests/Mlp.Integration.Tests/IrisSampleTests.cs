using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.RegularExpressions;
using System.Threading.Tasks;
using Shouldly;
using Xunit;

namespace Mlp.Integration.Tests;

/// <summary>The sample Iris names flowers it has never seen.</summary>
public sealed partial class IrisSampleTests(SampleRuns runs) : IClassFixture<SampleRuns>
{
    private const int Seeds = 10;
    private const double LeastAccuracy = 0.95;

    [Fact]
    public async Task It_prints_its_table_a_falling_loss_and_the_time_of_a_prediction()
    {
        SampleRun run = await runs.Of("Iris");

        run.Output.ShouldContain("ReLU");
        run.Output.ShouldContain("Softmax");
        run.Output.ShouldContain("131", Case.Sensitive, "the table counts the parameters");
        double[] losses = [.. Loss().Matches(run.Output).Select(match => double.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture))];
        losses.Length.ShouldBeGreaterThan(1);
        losses[^1].ShouldBeLessThan(losses[0]);
        run.Output.ShouldMatch(@"a prediction takes \d+(\.\d+)? ns");
        run.LastNumber("accuracy").ShouldBeGreaterThanOrEqualTo(LeastAccuracy);
    }

    [Fact]
    public async Task It_names_unseen_flowers_from_any_start()
    {
        var accuracies = new List<double>();
        for (int seed = 0; seed < Seeds; seed++)
        {
            SampleRun run = await runs.Of("Iris", seed);
            accuracies.Add(run.LastNumber("accuracy"));
        }

        accuracies.Average().ShouldBeGreaterThanOrEqualTo(LeastAccuracy, string.Join(", ", accuracies));
    }

    [Fact]
    public async Task It_gives_the_same_result_for_the_same_seed()
    {
        SampleRun first = await runs.Of("Iris", seed: 3);
        using SampleRun second = await SampleRun.Of("Iris", seed: 3);

        first.LinesWithout("ns:").ShouldBe(second.LinesWithout("ns:"));
    }

    [GeneratedRegex(@"^epoch +\d+ +loss (\d+\.\d+)", RegexOptions.Multiline)]
    private static partial Regex Loss();
}
