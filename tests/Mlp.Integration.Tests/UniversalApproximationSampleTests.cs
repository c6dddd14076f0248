using System.Linq;
using System.Threading.Tasks;
using Shouldly;
using Xunit;

namespace Mlp.Integration.Tests;

/// <summary>The sample UniversalApproximation comes closer to its function the wider its hidden layer is.</summary>
public sealed class UniversalApproximationSampleTests
{
    private static readonly string[] Widths = ["1", "2", "4", "8", "16", "32", "64"];

    // The smallest fall of ten seeds at four vector widths is to 0.77.
    private const double Fall = 0.9;

    // Another seed is run ahead of time, where the sample judges itself.
    [Fact]
    public async Task The_error_falls_with_every_doubling_of_the_width_and_every_width_is_drawn()
    {
        using SampleRun run = await SampleRun.Of("UniversalApproximation", seed: 0);

        double[][] errors = [.. Widths.Select(run.Row)];
        double[] relu = [.. errors.Select(row => row[0])];
        double[] sigmoid = [.. errors.Select(row => row[1])];
        relu.Zip(relu.Skip(1)).ShouldAllBe(pair => pair.Second < Fall * pair.First);
        sigmoid.Zip(sigmoid.Skip(1)).ShouldAllBe(pair => pair.Second < Fall * pair.First);
        relu[^1].ShouldBeLessThan(relu[0] / 40);
        sigmoid[^1].ShouldBeLessThan(sigmoid[0] / 500);
        run.Lines[^1].ShouldBe("the error falls with every doubling: yes");
        string[] texts = [.. run.Picture("universal-approximation.svg").Descendants().Where(element => element.Name.LocalName == "text").Select(text => text.Value)];
        Widths.ShouldAllBe(width => texts.Contains("width " + width));
    }
}
