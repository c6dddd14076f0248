using System.Linq;
using System.Threading.Tasks;
using Shouldly;
using Xunit;

namespace Mlp.Integration.Tests;

/// <summary>The sample UniversalApproximation comes closer to its function the wider its hidden layer is.</summary>
public sealed class UniversalApproximationSampleTests
{
    private static readonly string[] Widths = ["1", "2", "4", "8", "16", "32"];

    [Fact]
    public async Task The_error_falls_with_every_doubling_of_the_width_and_every_width_is_drawn()
    {
        using SampleRun run = await SampleRun.Of("UniversalApproximation");

        double[][] errors = [.. Widths.Select(run.Row)];
        double[] relu = [.. errors.Select(row => row[0])];
        double[] tanh = [.. errors.Select(row => row[1])];
        relu.ShouldBe(relu.OrderDescending());
        tanh.ShouldBe(tanh.OrderDescending());
        relu.Distinct().Count().ShouldBe(Widths.Length);
        tanh.Distinct().Count().ShouldBe(Widths.Length);
        relu[^1].ShouldBeLessThan(relu[0] / 20);
        tanh[^1].ShouldBeLessThan(tanh[0] / 100);
        run.Lines[^1].ShouldBe("the error falls with every doubling: yes");
        string[] texts = [.. run.Picture("universal-approximation.svg").Elements().Where(element => element.Name.LocalName == "text").Select(text => text.Value)];
        Widths.ShouldAllBe(width => texts.Contains("width " + width));
    }
}
