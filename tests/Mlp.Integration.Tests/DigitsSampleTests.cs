using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Shouldly;
using Xunit;

namespace Mlp.Integration.Tests;

/// <summary>The sample Digits reads handwriting it has never seen, says how well, and shows what it misreads.</summary>
public sealed class DigitsSampleTests
{
    private const int HeldOut = 449;
    private const double LeastAccuracy = 0.95;

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public async Task It_reads_unseen_digits_from_any_start(int seed)
    {
        using SampleRun run = await SampleRun.Of("Digits", seed);

        run.LastNumber("accuracy").ShouldBeGreaterThanOrEqualTo(LeastAccuracy);
    }

    [Fact]
    public async Task It_draws_its_losses_its_confusion_and_each_misread_image_with_what_was_read()
    {
        using SampleRun run = await SampleRun.Of("Digits");

        string[] losses = Texts(run, "digits-loss.svg");
        ((string[])["Digits", "training", "validation", "epoch", "loss (logarithmic)"]).ShouldAllBe(text => losses.Contains(text));
        string accuracy = run.Lines[^1]["accuracy: ".Length..];
        Texts(run, "digits-confusion.svg").ShouldContain($"accuracy {accuracy} · {HeldOut} samples");
        string[] captions = Texts(run, "digits-misread.svg");
        double misread = (1 - run.LastNumber("accuracy")) * HeldOut;
        captions.ShouldContain($"{misread:F0} of {HeldOut} images misread");
        captions.Count(caption => caption.StartsWith("read ") && caption.Contains(", is ")).ShouldBe((int)double.Round(misread));
        captions.Length.ShouldBe((int)double.Round(misread) + 1);
        run.Output.ShouldNotContain("Unsupported", Case.Insensitive, "Skia speaks where it cannot draw");
    }

    [Fact]
    public async Task Its_confusion_matrix_counts_every_held_out_image()
    {
        using SampleRun run = await SampleRun.Of("Digits");

        run.Lines.Where(line => line.StartsWith('│')).Skip(1)
            .SelectMany(line => line.Split('│')[2..^1])
            .Sum(cell => cell.Trim() == "·" ? 0 : int.Parse(cell))
            .ShouldBe(HeldOut);
    }

    [Fact]
    public async Task It_prints_plain_lines_into_a_file_even_for_a_build_service_that_shows_colours()
    {
        using SampleRun run = await SampleRun.Of("Digits", environment: new Dictionary<string, string?> { ["GITHUB_ACTIONS"] = "true" });

        run.Output.Where(character => char.IsControl(character) && character is not ('\n' or '\r')).ShouldBeEmpty();
    }

    [Fact]
    public async Task It_gives_the_same_result_for_the_same_seed()
    {
        using SampleRun first = await SampleRun.Of("Digits", seed: 3);
        using SampleRun second = await SampleRun.Of("Digits", seed: 3);

        first.LinesWithout(" ms").ShouldBe(second.LinesWithout(" ms"));
        first.Picture("digits-misread.svg").ToString().ShouldBe(second.Picture("digits-misread.svg").ToString());
    }

    private static string[] Texts(SampleRun run, string picture) =>
        [.. run.Picture(picture).Descendants().Where(element => element.Name.LocalName == "text").Select(text => text.Value)];
}
