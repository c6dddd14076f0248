using System.Collections.Generic;
using System.Linq;
using Mlp.Plots;
using ScottPlot;

namespace Mlp.Samples;

/// <summary>A stretch of a stream, with what was foretold of it 84 steps before.</summary>
internal static class ForecastPicture
{
    private const int Stretch = 500;

    public static NetworkPlot Draw(float[] stream, Forecast network, Forecast linear)
    {
        CustomPlot plot = CustomPlot.Of($"The signal of Mackey and Glass, foretold {Forecast.Horizon} steps ahead", (plot, colours) =>
        {
            Line(plot, stream, colours.Muted.WithAlpha(0.5), 4, "signal");
            Line(plot, linear.Values, colours.Second, 1.5f, "linear");
            Line(plot, network.Values, colours.First, 1.5f, "network");
            plot.XLabel("step");
            plot.YLabel("x");
            plot.Axes.SetLimits(stream.Length - Stretch, stream.Length, 0.2, 1.5);
            plot.Legend.Orientation = Orientation.Horizontal;
            plot.ShowLegend(Alignment.UpperRight);
        });
        return plot with { Width = 960, Height = 400 };
    }

    private static void Line(Plot plot, IReadOnlyList<float> values, Color colour, float thickness, string name)
    {
        int first = values.Count - Stretch;
        Coordinates[] points = [.. values.Skip(first).Select((value, step) => new Coordinates(first + step, value))];
        ScottPlot.Plottables.Scatter line = plot.Add.ScatterLine(points, colour);
        line.LineWidth = thickness;
        line.LegendText = name;
    }
}
