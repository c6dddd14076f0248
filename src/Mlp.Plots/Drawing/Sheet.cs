using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using ScottPlot;
using ScottPlot.AxisPanels;
using ScottPlot.Panels;
using ScottPlot.TickGenerators;
using SkiaSharp;

namespace Mlp.Plots.Drawing;

/// <summary>What a plot is drawn on: ScottPlot's plot in the colours and the font of a theme. Each drawing has one of its own.</summary>
internal sealed class Sheet
{
    internal const float TextSize = 13;
    private const float TitleSize = 17;
    private const float Margin = 12;

    // ScottPlot centres a line of text with the room that accents have above it: digits stand too high.
    internal const float Lower = 1.5f;

    private readonly NetworkPlot _source;
    private readonly TitlePanel _note = new();

    private Sheet(NetworkPlot source)
    {
        _source = source;
        Size = (source.Width, source.Height);
        Palette = source.Theme.Palette;
        Typography = Typography.Of(source.Theme);
        Plot.FigureBackground.Color = Palette.Background;
        Plot.DataBackground.Color = Palette.Background;
        Plot.Grid.MajorLineColor = Palette.Grid;
        Plot.Grid.MajorLineWidth = 1;
        Plot.Legend.IsVisible = false;
        Plot.Legend.BackgroundColor = Palette.Background.WithAlpha(0.85);
        Plot.Legend.OutlineColor = Palette.Grid;
        Plot.Legend.ShadowColor = Colors.Transparent;
        Plot.Legend.FontColor = Palette.Ink;
        Plot.Legend.FontSize = TextSize;
        Plot.Legend.SymbolWidth = 18;
        Style(Plot.Axes.Title.Label, TitleSize, Palette.Ink);
        Style(_note.Label, TextSize, Palette.Muted);
        _note.VerticalPadding = 6;
        Plot.Axes.AddPanel(_note);
        foreach (IAxis axis in Plot.Axes.GetAxes())
        {
            Style(axis.Label, TextSize, Palette.Muted);
            Style(axis.TickLabelStyle, TextSize, Palette.Muted);
            axis.MajorTickStyle.Color = Palette.Muted;
            axis.MinorTickStyle.Length = 0;
            axis.FrameLineStyle.Color = Palette.Muted;
            ((AxisBase)axis).PaddingOutsideAxisLabels = new PixelPadding(8, 4);
        }

        Plot.Axes.Left.TickLabelStyle.OffsetY = Lower;

        Plot.Axes.Right.FrameLineStyle.Width = 0;
        Plot.Axes.Top.FrameLineStyle.Width = 0;
        Plot.Axes.Left.MinimumSize = Plot.Axes.Right.MinimumSize = Plot.Axes.Bottom.MinimumSize = 16;
        Plot.Axes.Top.MinimumSize = 4;
    }

    internal Plot Plot { get; } = new();

    internal ThemePalette Palette { get; }

    internal Typography Typography { get; }

    /// <summary>Dashes of which a legend shows more than one.</summary>
    internal static LinePattern Dashes { get; } = new([6, 3], 0, "Dashes");

    internal (int Width, int Height) Size { get; }

    /// <summary>A line between title and plot.</summary>
    internal string Note { get; set; } = "";

    /// <summary>A plot as an SVG document.</summary>
    internal static string ToSvg(NetworkPlot plot) => Draw(plot, sheet => sheet.ToSvg());

    /// <summary>A plot as a PNG image.</summary>
    internal static byte[] ToPng(NetworkPlot plot, double scale) => Draw(plot, sheet => sheet.ToPng(scale));

    /// <summary>ScottPlot writes the numbers of axes as the thread's culture has them.</summary>
    private static T Draw<T>(NetworkPlot plot, Func<Sheet, T> write)
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        try
        {
            Sheet sheet = Of(plot);
            using (sheet.Plot)
            {
                return write(sheet);
            }
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    private static Sheet Of(NetworkPlot plot)
    {
        var sheet = new Sheet(plot);
        sheet.Plot.Axes.Title.Label.Text = PlotText.Clean(plot.Title);
        plot.Draw(sheet);
        sheet.Plot.Axes.Title.IsVisible = true;
        sheet.EndDashes();
        sheet._note.Label.Text = PlotText.Clean(sheet.Note);
        sheet.SetFonts();
        sheet.FitTexts();
        return sheet;
    }

    private string ToSvg()
    {
        StandIns standIns = SetStandIns();
        using var stream = new MemoryStream();
        using (SKCanvas canvas = SKSvgCanvas.Create(new SKRect(0, 0, Size.Width, Size.Height), stream))
        {
            Render(canvas);
        }

        return SvgDocument.Finish(stream.ToArray(), _source, standIns);
    }

    private byte[] ToPng(double scale)
    {
        using SKSurface surface = Surface((int)Math.Round(Size.Width * scale), (int)Math.Round(Size.Height * scale));
        surface.Canvas.Clear(Palette.Background.ToSKColor());
        surface.Canvas.Scale((float)scale);
        Render(surface.Canvas);
        using SKImage image = surface.Snapshot();
        using SKData png = image.Encode(SKEncodedImageFormat.Png, 100);
        return png.ToArray();
    }

    /// <summary>Gives both axes their range, ticks and name.</summary>
    /// <param name="x">The horizontal axis.</param>
    /// <param name="xName">Its name.</param>
    /// <param name="y">The vertical axis.</param>
    /// <param name="yName">Its name.</param>
    /// <param name="room">How much of its length each axis goes on beyond its ends, so that marks there are whole.</param>
    internal void SetAxes(RoundAxis x, string xName, RoundAxis y, string yName, double room = 0)
    {
        SetAxis(Plot.Axes.Bottom, x, xName, room);
        SetAxis(Plot.Axes.Left, y, yName, room);

        // The last label may stand at the end of the axis.
        Plot.Axes.Right.MinimumSize = Math.Max(16, (Typography.Width(x.Ticks[^1].Label, TextSize) / 2) + 6);
    }

    private static void SetAxis(IAxis axis, RoundAxis range, string name, double room)
    {
        axis.TickGenerator = new NumericManual([.. range.Ticks.Select(tick => range.Place(tick.Value))], [.. range.Ticks.Select(tick => tick.Label)]);
        axis.Label.Text = PlotText.Clean(name);
        axis.Min = range.Low - (room * (range.High - range.Low));
        axis.Max = range.High + (room * (range.High - range.Low));
    }

    private static void Style(LabelStyle label, float size, Color colour)
    {
        label.FontSize = size;
        label.ForeColor = colour;
        label.Bold = false;
    }

    private static SKSurface Surface(int width, int height) => SKSurface.Create(new SKImageInfo(width, height, SKColorType.Rgba8888, SKAlphaType.Premul));

    private void EndDashes()
    {
        IPlottable[] drawn = [.. Plot.PlottableList];
        Plot.PlottableList.Clear();
        Plot.PlottableList.AddRange(drawn.SelectMany(plottable => (IPlottable[])[plottable, new SolidAgain { Axes = plottable.Axes }]));
    }

    /// <summary>ScottPlot looks fonts up by name among those of the machine; the typeface itself needs none.</summary>
    private void SetFonts()
    {
        // Items that series make for the legend are new ones at each rendering, with a font of the machine.
        LegendItem[] items = [.. Plot.PlottableList.SelectMany(plottable => plottable.LegendItems).Where(item => item.LabelText.Length > 0)];
        Plot.Legend.DisplayPlottableLegendItems = false;
        Plot.Legend.ManualItems.AddRange(items);
        foreach (LegendItem item in items)
        {
            item.LabelStyle.OffsetY = Lower;
        }

        foreach (LabelStyle label in Labels)
        {
            label.Font = Typography.For(label.Text);
        }

        foreach (IAxis axis in Axes)
        {
            axis.TickLabelStyle.Font = Typography.For(axis.TickGenerator.Ticks.Select(tick => tick.Label));
        }
    }

    private IEnumerable<LabelStyle> Labels =>
    [
        Plot.Axes.Title.Label,
        _note.Label,
        .. Axes.Select(axis => axis.Label),
        .. Plot.Legend.ManualItems.Select(item => item.LabelStyle),
        .. Plot.PlottableList.OfType<LabelStyleProperties>().Select(plottable => plottable.LabelStyle),
    ];

    private IEnumerable<IAxis> Axes => [.. Plot.Axes.GetAxes(), .. Plot.Axes.GetPanels().OfType<ColorBar>().Select(bar => bar.Axis)];

    private StandIns SetStandIns()
    {
        LabelStyle[] labels = [.. Labels];
        IAxis[] named = [.. Axes.Where(axis => axis.TickGenerator is NumericManual)];
        var standIns = new StandIns([.. labels.Select(label => label.Text), .. named.SelectMany(axis => axis.TickGenerator.Ticks).Select(tick => tick.Label)]);
        foreach (LabelStyle label in labels)
        {
            label.Text = standIns.Replace(label.Text, label.Font!);
        }

        foreach (IAxis axis in named)
        {
            axis.TickGenerator = new NumericManual([.. axis.TickGenerator.Ticks.Select(tick => Tick.Major(tick.Position, standIns.Replace(tick.Label, axis.TickLabelStyle.Font!)))]);
        }

        return standIns;
    }

    /// <summary>Shortens what would run off the sheet. Where things stand is known once they have been laid out.</summary>
    private void FitTexts()
    {
        using SKSurface surface = Surface(Size.Width, Size.Height);
        Render(surface.Canvas);
        PixelRect data = Plot.RenderManager.LastRender.DataRect;
        double across = Room((data.Left + data.Right) / 2, Size.Width);
        double along = Room((data.Top + data.Bottom) / 2, Size.Height);
        Fit(Plot.Axes.Title.Label, across);
        Fit(_note.Label, across);
        Fit(Plot.Axes.Bottom.Label, across);
        Fit(Plot.Axes.Left.Label, along);

        void Fit(LabelStyle label, double room) => label.Text = Typography.Fit(label.Text, label.FontSize, room);

        static double Room(float centre, int size) => 2 * (Math.Min(centre, size - centre) - Margin);
    }

    private void Render(SKCanvas canvas)
    {
        Plot.RenderManager.ClearCanvasBeforeEachRender = false;
        Plot.Render(canvas, Size.Width, Size.Height);
    }
}
