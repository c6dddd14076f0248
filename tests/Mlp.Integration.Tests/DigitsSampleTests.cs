using System;
using System.Globalization;
using System.Linq;
using System.Threading.Tasks;
using System.Xml.Linq;
using Shouldly;
using Xunit;

namespace Mlp.Integration.Tests;

/// <summary>The sample Digits reads handwriting it has never seen with two networks, says how well, and shows what they misread and what one has learnt.</summary>
public sealed class DigitsSampleTests(DigitsRuns runs) : IClassFixture<DigitsRuns>
{
    private const int HeldOut = 449;
    private const int Filters = 16;
    private const int Taps = 9;
    private const double LeastDense = 0.95;

    // The mean of ten seeds is 0.989 at every width of vectors; the worst of forty seeds is 0.978.
    private const double LeastConvolutional = 0.97;

    private static readonly string[] Networks = ["dense", "convolutional"];

    [Fact]
    public void It_reads_unseen_digits()
    {
        Accuracy(runs.First, "dense").ShouldBeGreaterThanOrEqualTo(LeastDense);
        Accuracy(runs.First, "convolutional").ShouldBeGreaterThanOrEqualTo(LeastConvolutional);
    }

    [Fact]
    public async Task It_measures_many_seeds_when_asked_and_reads_unseen_digits_from_any_start()
    {
        ChildRun run = await ChildRun.Start([BuiltFiles.Sample("Digits"), "seeds", "3"]);

        run.ExitCode.ShouldBe(0, run.Output);
        string[][] rows = [.. run.Lines.Where(line => line.StartsWith('│')).Skip(1).Select(line => line.Split('│', StringSplitOptions.TrimEntries)[1..^1])];
        rows.Select(row => row[0]).ShouldBe(["0", "1", "2", "mean"]);
        double[][] accuracies = [.. rows.Select(row => row[1..].Select(cell => double.Parse(cell, CultureInfo.InvariantCulture)).ToArray())];
        accuracies[0].ShouldBe(Networks.Select(network => Accuracy(runs.First, network)), tolerance: 0.0006);
        accuracies[^1].ShouldBe(Networks.Select((_, network) => accuracies[..^1].Average(row => row[network])), tolerance: 0.0002);
        accuracies[..^1].ShouldAllBe(row => row[0] >= LeastDense && row[1] >= LeastConvolutional);
        accuracies[0].ShouldNotBe(accuracies[1]);
    }

    [Theory]
    [InlineData("dense", "digits", "Digits", "Digits: images that it has not seen")]
    [InlineData("convolutional", "digits-conv", "Digits, by convolutions", "Digits, by convolutions: images that it has not seen")]
    public void It_draws_losses_confusion_and_each_misread_image_with_what_was_read(string network, string file, string title, string confusion)
    {
        string[] losses = Texts($"{file}-loss.svg");
        ((string[])[title, "training", "validation", "epoch", "loss (logarithmic)"]).ShouldAllBe(text => losses.Contains(text));
        double accuracy = Accuracy(runs.First, network);
        string[] confusions = Texts($"{file}-confusion.svg");
        confusions.ShouldContain(confusion);
        confusions.ShouldContain(string.Create(CultureInfo.InvariantCulture, $"accuracy {accuracy:F3} · {HeldOut} samples"));
        string[] captions = Texts($"{file}-misread.svg");
        int misread = (int)double.Round((1 - accuracy) * HeldOut);
        captions.ShouldContain($"{misread} of {HeldOut} images misread");
        captions.Count(caption => caption.StartsWith("read ") && caption.Contains(", is ")).ShouldBe(misread);
        captions.Length.ShouldBe(misread + 1);
        runs.First.Output.ShouldNotContain("Unsupported", Case.Insensitive, "Skia speaks where it cannot draw");
    }

    [Fact]
    public void It_draws_the_learnt_filters_with_a_number_and_a_colour_for_each_weight()
    {
        XElement[] elements = [.. runs.First.Picture("digits-conv-filters.svg").Descendants()];
        string[] texts = [.. elements.Where(element => element.Name.LocalName == "text").Select(text => text.Value)];
        double[] weights = [.. texts.Where(text => text[0] is '+' or '−').Select(text => double.Parse(text.Replace('−', '-'), CultureInfo.InvariantCulture))];

        // Frames are squares too, without a fill.
        string[] fills = [.. elements.Where(element => element.Name.LocalName == "rect" && Length(element, "width") is var width && Math.Abs(width - Length(element, "height")) < 0.1)
            .Select(square => (string)square.Attribute("fill")!).Where(fill => fill != "none")];

        texts.ShouldContain($"The {Filters} filters of the first convolution");
        Enumerable.Range(1, Filters).ShouldAllBe(filter => texts.Contains($"filter {filter}"));
        weights.Length.ShouldBe(Filters * Taps);
        fills.Length.ShouldBe(Filters * Taps);
        weights.Chunk(Taps).Select(filter => string.Join(' ', filter)).Distinct().Count().ShouldBe(Filters);
        weights.ShouldContain(weight => weight >= 0.3);
        weights.ShouldContain(weight => weight <= -0.3);
        foreach ((double weight, string fill) in weights.Zip(fills).Where(pair => Math.Abs(pair.First) > 0.05))
        {
            // More blue than red adds, more red than blue subtracts.
            Math.Sign(Channel(fill, 2) - Channel(fill, 0)).ShouldBe(Math.Sign(weight), $"{weight} is {fill}");
        }
    }

    [Fact]
    public void Its_confusion_matrices_count_every_held_out_image()
    {
        // Twelve cells, of which the first is the digit; the table at the end has four.
        runs.First.Lines.Where(line => line.StartsWith('│'))
            .Select(line => line.Split('│')[1..^1])
            .Where(cells => cells.Length == 11 && int.TryParse(cells[0], out _))
            .Sum(cells => cells[1..].Sum(cell => cell.Trim() == "·" ? 0 : int.Parse(cell)))
            .ShouldBe(Networks.Length * HeldOut);
    }

    [Fact]
    public void It_prints_plain_lines_into_a_file_even_for_a_build_service_that_shows_colours() =>
        runs.InBuildService.Output.Where(character => char.IsControl(character) && character is not ('\n' or '\r')).ShouldBeEmpty();

    [Fact]
    public void It_gives_the_same_result_for_the_same_seed()
    {
        runs.First.LinesWithout(" ms").ShouldBe(runs.InBuildService.LinesWithout(" ms"));
        foreach (string picture in (string[])["digits-misread.svg", "digits-conv-misread.svg", "digits-conv-filters.svg"])
        {
            runs.First.Picture(picture).ToString().ShouldBe(runs.InBuildService.Picture(picture).ToString());
        }
    }

    [Theory]
    [InlineData("0")]
    [InlineData("many")]
    public async Task A_number_of_seeds_is_one_or_more(string count)
    {
        ChildRun run = await ChildRun.Start([BuiltFiles.Sample("Digits"), "seeds", count]);

        run.ExitCode.ShouldBe(2, run.Output);
        run.Lines.ShouldBe(["How many seeds? Write \"seeds 10\", or another whole number of 1 or more."]);
    }

    private static double Accuracy(SampleRun run, string network) => run.Row(network)[^1];

    private static double Length(XElement element, string side) => double.Parse((string)element.Attribute(side)!, CultureInfo.InvariantCulture);

    // "#0072B2", or "#07B" for "#0077BB".
    private static int Channel(string colour, int channel)
    {
        colour[0].ShouldBe('#', colour);
        int digits = (colour.Length - 1) / 3;
        return int.Parse(colour.AsSpan(1 + (digits * channel), digits), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
    }

    private string[] Texts(string picture) =>
        [.. runs.First.Picture(picture).Descendants().Where(element => element.Name.LocalName == "text").Select(text => text.Value)];
}
