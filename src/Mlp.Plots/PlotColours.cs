using System;
using Mlp.Plots.Drawing;
using ScottPlot;

namespace Mlp.Plots;

/// <summary>The colours of a theme, for a <see cref="CustomPlot"/>.</summary>
public sealed class PlotColours
{
    private readonly ThemePalette _palette;

    internal PlotColours(ThemePalette palette) => _palette = palette;

    /// <summary>What everything stands on.</summary>
    public Color Background => _palette.Background;

    /// <summary>Titles, and what is read first.</summary>
    public Color Ink => _palette.Ink;

    /// <summary>Axes and their labels.</summary>
    public Color Muted => _palette.Muted;

    /// <summary>Lines that only help the eye.</summary>
    public Color Grid => _palette.Grid;

    /// <summary>The first series.</summary>
    public Color First => _palette.First;

    /// <summary>The second series; it can be told from the first by every reader.</summary>
    public Color Second => _palette.Second;

    /// <summary>The colour of a class; of more than seven some share one.</summary>
    /// <param name="label">The class, 0 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">The class is negative.</exception>
    public Color OfClass(int label)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(label);
        return ThemePalette.OfClass(label);
    }
}
