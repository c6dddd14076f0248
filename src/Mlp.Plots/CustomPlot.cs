using System;
using Mlp.Plots.Drawing;
using ScottPlot;

namespace Mlp.Plots;

/// <summary>
/// A plot of one's own, drawn with ScottPlot in the colours and the font of a theme, and saved like the others.
/// </summary>
/// <example><code>
/// CustomPlot.Of("Error by width", (plot, colours) => plot.Add.Scatter(widths, errors, colours.First)).SaveSvg("errors.svg");
/// </code></example>
public sealed record CustomPlot : NetworkPlot
{
    private readonly Action<Plot, PlotColours> _draw;

    private CustomPlot(string title, Action<Plot, PlotColours> draw)
        : base(title) => _draw = draw;

    /// <summary>A plot that an action draws.</summary>
    /// <param name="title">The title above the plot; empty for none.</param>
    /// <param name="draw">
    /// Adds to an empty plot; called once for each document or image that is made, and given the colours of the theme. Names of axes
    /// and a legend are its own; titles and fonts are set after it.
    /// </param>
    /// <exception cref="ArgumentNullException">There is no title, or nothing that draws.</exception>
    public static CustomPlot Of(string title, Action<Plot, PlotColours> draw)
    {
        ArgumentNullException.ThrowIfNull(title);
        ArgumentNullException.ThrowIfNull(draw);
        return new CustomPlot(title, draw);
    }

    internal override string Description => Title;

    private protected override (int Width, int Height) NaturalSize => (720, 480);

    internal override void Draw(Sheet sheet) => _draw(sheet.Plot, new PlotColours(sheet.Palette));
}
