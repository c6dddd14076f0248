using System;
using System.Buffers.Binary;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using System.Xml.Linq;
using Mlp.Training;
using Shouldly;
using SkiaSharp;
using Xunit;

namespace Mlp.Plots.Tests;

/// <summary>What all plots have: documents and images that are what they say, the same wherever and whenever they are made.</summary>
public sealed class NetworkPlotTests
{
    private static readonly LossPlot Loss = LossPlot.Of([1.5, -0.25, 0.125], [1, 0.5, 0.75]);

    public static TheoryData<string> Names => new(Plots().Select(plot => plot.Name));

    [Theory]
    [InlineData(0.5, 360, 210)]
    [InlineData(1, 720, 420)]
    [InlineData(2, 1440, 840)]
    [InlineData(3, 2160, 1260)]
    public void An_image_has_as_many_pixels_as_were_asked_for(double scale, int width, int height)
    {
        byte[] png = Loss.ToPng(scale);
        png.AsSpan(0, 8).ToArray().ShouldBe([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]);
        BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(16)).ShouldBe(width);
        BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(20)).ShouldBe(height);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_theme_has_its_background_to_the_last_corner(string name)
    {
        foreach ((PlotTheme theme, SKColor background) in ((PlotTheme, SKColor)[])[(PlotTheme.Light, SKColors.White), (PlotTheme.Dark, new SKColor(0x0D, 0x11, 0x17))])
        {
            NetworkPlot plot = Named(name) with { Theme = theme };
            using SKBitmap image = SKBitmap.Decode(plot.ToPng(scale: 1));
            (int right, int bottom) = (image.Width - 1, image.Height - 1);
            foreach ((int x, int y) in ((int, int)[])[(0, 0), (right, 0), (0, bottom), (right, bottom), (right / 2, bottom), (right, bottom / 2)])
            {
                image.GetPixel(x, y).ShouldBe(background);
            }

            XElement first = new SvgPicture(plot).Named("rect").First();
            ((string)first.Attribute("fill")!).ShouldBe(theme == PlotTheme.Light ? "white" : "#0D1117");
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task The_same_plot_is_the_same_bytes_under_every_culture_and_on_many_threads(string name)
    {
        string svg = Named(name).ToSvg();
        byte[] png = Named(name).ToPng(scale: 1);
        UnderCulture.Hostile(() => Named(name).ToSvg()).ShouldBe(svg);
        UnderCulture.Hostile(() => Named(name).ToPng(scale: 1)).ShouldBe(png);
        NetworkPlot shared = Named(name);
        string[] all = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(shared.ToSvg)));
        all.ShouldAllBe(other => other == svg);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_document_needs_nothing_else_and_its_font_has_others_to_fall_back_on(string name)
    {
        string svg = Named(name).ToSvg();
        svg.ShouldNotContain("\r");
        var picture = new SvgPicture(svg);
        picture.Title.ShouldNotBeEmpty();
        picture.Description.ShouldNotBeEmpty();
        picture.All.Attributes().Where(attribute => attribute.Name.LocalName == "href")
            .ShouldAllBe(link => link.Value.StartsWith('#') || link.Value.StartsWith("data:image/png;base64,"));
        picture.Named("text").ShouldAllBe(text => (string)text.Attribute("font-family")! == "Arimo, 'Liberation Sans', Arial, Helvetica, sans-serif");
        foreach (XAttribute list in picture.Named("text").Attributes().Where(attribute => attribute.Name.LocalName is "x" or "y"))
        {
            list.Value.ShouldNotEndWith(",");
            SvgPicture.Numbers(list.Value).ShouldNotBeEmpty();
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void No_text_runs_off_the_sheet(string name)
    {
        var picture = new SvgPicture(Named(name) with { Title = string.Concat(Enumerable.Repeat("a title that never ends ", 40)) });
        foreach ((string text, double x, double y) in picture.TextEnds())
        {
            x.ShouldBeInRange(1, picture.Size.Width - 1, text);
            y.ShouldBeInRange(1, picture.Size.Height - 1, text);
        }

        picture.Texts.ShouldContain(text => text.StartsWith("a title that") && text.Contains('…'));
        picture.Title.Length.ShouldBe((24 * 40) - 1);
    }

    [Fact]
    public void Documents_in_one_page_share_no_names()
    {
        string[] Ids(NetworkPlot plot) => [.. new SvgPicture(plot).All.Attributes("id").Select(id => id.Value)];

        string[] ids = [.. Plots().SelectMany(plot => Ids(plot.Make()))];
        ids.ShouldNotBeEmpty();
        ids.Distinct().Count().ShouldBe(ids.Length);
        foreach ((_, Func<NetworkPlot> make) in Plots())
        {
            string svg = make().ToSvg();
            foreach (string reference in svg.Split("url(#").Skip(1).Select(rest => rest[..rest.IndexOf(')', StringComparison.Ordinal)]))
            {
                svg.ShouldContain($"id=\"{reference}\"");
            }
        }
    }

    [Theory]
    [InlineData("a < b && \"c\" > 'd'", "a < b && \"c\" > 'd'")]
    [InlineData("]]> <!-- &amp; -->", "]]> <!-- &amp; -->")]
    [InlineData("two\nlines\tand\rmore", "two lines and more")]
    [InlineData("bell\u0007 zero\0 \uFFFE", "bell\uFFFD zero\uFFFD \uFFFD")]
    [InlineData("ztráta 损失 🙂", "ztráta 损失 🙂")]
    [InlineData("Ω ≠ αβγ", "Ω ≠ αβγ")]
    [InlineData("", "")]
    public void Any_title_is_read_as_it_was_written(string title, string read)
    {
        var picture = new SvgPicture(Loss with { Title = title });
        picture.Title.ShouldBe(read);
        picture.Texts.Contains(read).ShouldBe(read.Length > 0);
    }

    /// <summary>Where the machine has no font for them either: two names of as many letters stay two, and each has its room.</summary>
    [Fact]
    public void Letters_that_no_font_has_are_in_the_document_all_the_same()
    {
        string[] names = ["猫", "犬", "鳥 & 魚 ▒", "cat"];
        var picture = new SvgPicture(ConfusionPlot.Of(new ConfusionMatrix([0, 1, 2, 3], [0, 1, 2, 3], names)));
        names.ShouldAllBe(name => picture.Texts.Count(text => text == name) == 2);
        foreach (XElement text in picture.Named("text").Where(text => text.Attribute("textLength") is not null))
        {
            SvgPicture.Numbers((string)text.Attribute("x")!).ShouldHaveSingleItem();
            SvgPicture.Numbers((string)text.Attribute("textLength")!).ShouldHaveSingleItem().ShouldBeGreaterThan(5);
        }
    }

    [Fact]
    public void Half_a_surrogate_pair_is_replaced() =>
        new SvgPicture(Loss with { Title = "half \uD83D of a pair" }).Title.ShouldBe("half \uFFFD of a pair");

    [Fact]
    public void Files_are_the_documents_and_images_themselves()
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("mlp-plots-");
        string svg = Path.Combine(folder.FullName, "loss.svg");
        string png = Path.Combine(folder.FullName, "loss.png");
        File.WriteAllText(svg, new string('x', 1_000_000));
        Loss.SaveSvg(svg);
        Loss.SavePng(png);
        string text = File.ReadAllText(svg);
        byte[] bytes = File.ReadAllBytes(png);
        byte first = File.ReadAllBytes(svg)[0];
        folder.Delete(recursive: true);

        text.ShouldBe(Loss.ToSvg());
        first.ShouldBe((byte)'<');
        bytes.ShouldBe(Loss.ToPng());
    }

    [Fact]
    public void Another_font_is_taken_from_its_file_and_one_that_is_none_is_refused()
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("mlp-plots-");
        string font = Path.Combine(folder.FullName, "font.ttf");
        using (Stream inside = typeof(NetworkPlot).Assembly.GetManifestResourceStream("Arimo-Regular.ttf")!)
        using (Stream file = File.Create(font))
        {
            inside.CopyTo(file);
        }

        string other = (Loss with { Theme = PlotTheme.Light with { FontFile = font } }).ToSvg();
        File.WriteAllText(font, "no font");
        var refused = Should.Throw<IOException>(() => (Loss with { Theme = PlotTheme.Light with { FontFile = font } }).ToSvg());
        folder.Delete(recursive: true);
        Should.Throw<DirectoryNotFoundException>(() => (Loss with { Theme = PlotTheme.Light with { FontFile = font } }).ToSvg());

        other.ShouldBe(Loss.ToSvg());
        refused.Message.ShouldBe($"{font} is no font that can be read: FontFile must be a .ttf, .otf or .ttc file.");
    }

    [Fact]
    public void Sizes_outside_their_ranges_are_refused()
    {
        Should.Throw<ArgumentOutOfRangeException>(() => Loss with { Width = 239 }).Message.ShouldStartWith("Width is 239, but must be 240 to 8192.");
        Should.Throw<ArgumentOutOfRangeException>(() => Loss with { Height = 8193 }).Message.ShouldStartWith("Height is 8193, but must be 240 to 8192.");
        Should.Throw<ArgumentOutOfRangeException>(() => Loss.ToPng(double.NaN)).Message.ShouldStartWith("scale is NaN for a plot of 720 × 420, but must be 0.5 to 8");
        Should.Throw<ArgumentOutOfRangeException>(() => (Loss with { Width = 8192 }).ToPng(3));
        Should.Throw<ArgumentNullException>(() => Loss with { Title = null! }).ParamName.ShouldBe("Title");
        Should.Throw<ArgumentNullException>(() => Loss with { Theme = null! }).ParamName.ShouldBe("Theme");
        Should.Throw<ArgumentException>(() => Loss.SaveSvg(""));
        Should.Throw<ArgumentNullException>(() => Loss.SavePng(null!));
    }

    [Fact]
    public void A_plot_of_ones_own_is_drawn_with_the_font_and_the_colours_of_the_theme()
    {
        CustomPlot plot = CustomPlot.Of("Error by width", (plot, colours) =>
        {
            plot.Add.Scatter((double[])[1, 2, 3], (double[])[3, 1, 2], colours.Second).LegendText = "sigmoid";
            plot.Add.Text("here", 2, 1).LabelFontColor = colours.Ink;
            plot.XLabel("width");
            plot.ShowLegend();
        });
        var picture = new SvgPicture(plot);
        picture.Texts.ShouldContain("Error by width");
        picture.Texts.ShouldContain("sigmoid");
        picture.Texts.ShouldContain("here");
        picture.Texts.ShouldContain("width");
        picture.Lines(Colours.Second).Single(line => line.Length == 3).ShouldNotBeEmpty();
        Should.Throw<ArgumentNullException>(() => CustomPlot.Of("", null!));
        Should.Throw<ArgumentNullException>(() => CustomPlot.Of(null!, (_, _) => { }));
    }

    private static NetworkPlot Named(string name) => Plots().Single(plot => plot.Name == name).Make();

    private static IEnumerable<(string Name, Func<NetworkPlot> Make)> Plots()
    {
        yield return ("loss", () => Loss);
        yield return ("logarithmic", () => LossPlot.Of([1.5, 0.25, 0.125]) with { Scale = LossScale.Logarithmic });
        yield return ("confusion", () => ConfusionPlot.Of(new ConfusionMatrix([0, 1, 2, 2], [0, 1, 2, 1], ["setosa", "versicolor", "virginica"])));
        yield return ("prediction", () => PredictionPlot.Of([1, 2.5f, -3], [1.5f, 2, -3]));
        yield return ("regions", () => DecisionPlot.Of(new Plane(seed: 1), Dataset.FromLabels([1f, 2, 2, 1, -1, 0.5f], 2, ["a", "b", "a"])));
        yield return ("custom", () => CustomPlot.Of("Custom", (plot, colours) => plot.Add.Scatter((double[])[1, 2.5], (double[])[0.5, -1], colours.First)));
    }
}
