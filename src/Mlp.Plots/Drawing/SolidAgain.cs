using System.Collections.Generic;
using ScottPlot;

namespace Mlp.Plots.Drawing;

/// <summary>
/// Draws nothing, and ends the dashes of the line before it: ScottPlot leaves them in its paint, where Skia cannot write them for the
/// shapes that follow and says so on the standard error of the process.
/// </summary>
internal sealed class SolidAgain : IPlottable
{
    public bool IsVisible { get; set; } = true;

    public IAxes Axes { get; set; } = new Axes();

    public IEnumerable<LegendItem> LegendItems => LegendItem.None;

    public AxisLimits GetAxisLimits() => AxisLimits.NoLimits;

    public void Render(RenderPack rp) => rp.Paint.SKPathEffect = null!;
}
