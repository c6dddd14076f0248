using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Xml.Linq;
using Shouldly;

namespace Mlp.Plots.Tests;

/// <summary>A plot as those read it who are given its document alone.</summary>
internal sealed class SvgPicture
{
    private readonly XElement _root;

    public SvgPicture(NetworkPlot plot)
        : this(plot.ToSvg())
    {
    }

    public SvgPicture(string svg)
    {
        _root = XElement.Parse(svg);
        _root.Name.ShouldBe(XName.Get("svg", "http://www.w3.org/2000/svg"));
    }

    public string Title => Named("title").Single().Value;

    public string Description => Named("desc").Single().Value;

    public (double Width, double Height) Size => (Number(_root, "width"), Number(_root, "height"));

    public string[] Texts => [.. Named("text").Select(text => text.Value)];

    public IEnumerable<XElement> All => _root.DescendantsAndSelf();

    public IEnumerable<XElement> Named(string name) => _root.Descendants().Where(element => element.Name.LocalName == name);

    /// <summary>Lines of a colour that are drawn within the axes, as points.</summary>
    public (double X, double Y)[][] Lines(string colour) =>
        [.. Named("path").Where(path => (string?)path.Attribute("stroke") == colour && IsClipped(path)).Select(path => Points((string)path.Attribute("d")!)).Where(points => !IsSymbol(points))];

    /// <summary>Round marks of a colour, but those of the legend.</summary>
    public (double X, double Y)[] Dots(string colour) =>
        [.. Named("ellipse").Where(dot => (string?)dot.Attribute("fill") == colour).Select(dot => (Number(dot, "cx"), Number(dot, "cy")))];

    /// <summary>Where a number stands on the horizontal axis, by its tick labels.</summary>
    public double XOf(double value) => Between(Labels(0), value, label => label.X);

    /// <summary>Where a number stands on the vertical axis, by its tick labels; those stand 1.5 lower than their ticks.</summary>
    public double YOf(double value, Func<double, double>? place = null) => Between(Labels(1), value, label => label.Y, place) - 1.5;

    /// <summary>The numbers along one axis, 0 for the horizontal one, with the places of their texts.</summary>
    public (double Value, string Text, double X, double Y)[] Labels(int axis)
    {
        (double Value, string Text, double X, double Y)[] numbers =
        [
            .. Named("text").Where(text => double.TryParse(text.Value, CultureInfo.InvariantCulture, out _))
                .Select(text => (double.Parse(text.Value, CultureInfo.InvariantCulture), text.Value, Place(text).X, Place(text).Y)),
        ];
        double lowest = numbers.Max(number => number.Y);
        double leftmost = numbers.GroupBy(number => Math.Round(number.X, 1)).Where(group => group.Count() > 1 || numbers.Length < 4).Min(group => group.Key);
        return axis == 0
            ? [.. numbers.Where(number => Math.Abs(number.Y - lowest) < 0.5).OrderBy(number => number.Value)]
            : [.. numbers.Where(number => Math.Abs(number.X - leftmost) < 0.5 && number.Y < lowest - 0.5).OrderBy(number => number.Value)];
    }

    /// <summary>The ends of every text: the first letter, and a little before where the last one ends.</summary>
    public IEnumerable<(string Text, double X, double Y)> TextEnds()
    {
        foreach (XElement text in Named("text"))
        {
            double[] steps = Numbers((string)text.Attribute("x")!);
            double size = Number(text, "font-size");
            foreach (double step in (double[])[steps[0], steps[^1] + (size * 0.3)])
            {
                (double x, double y) = Place(text, step);
                yield return (text.Value, x, y);
            }
        }
    }

    public static double[] Numbers(string list) =>
        [.. list.Split([' ', ','], StringSplitOptions.RemoveEmptyEntries).Select(number => double.Parse(number, CultureInfo.InvariantCulture))];

    /// <summary>Where a text is, or a place along it.</summary>
    private static (double X, double Y) Place(XElement text, double along = 0)
    {
        string transform = (string)text.Attribute("transform")!;
        double[] numbers = Numbers(transform[(transform.IndexOf('(', StringComparison.Ordinal) + 1)..^1]);
        return transform.StartsWith("translate", StringComparison.Ordinal)
            ? (numbers[0] + along, numbers[1])
            : ((numbers[0] * along) + numbers[4], (numbers[1] * along) + numbers[5]);
    }

    private static bool IsClipped(XElement path) => path.Parent!.Attribute("clip-path") is not null;

    // What stands for a series in the legend: one short step to the left.
    private static bool IsSymbol((double X, double Y)[] points) => points.Length == 2 && points[1].X < points[0].X;

    private static double Between((double Value, string Text, double X, double Y)[] labels, double value, Func<(double Value, string Text, double X, double Y), double> side, Func<double, double>? place = null)
    {
        place ??= number => number;
        (double low, double high) = (place(labels[0].Value), place(labels[^1].Value));
        return side(labels[0]) + ((side(labels[^1]) - side(labels[0])) * (place(value) - low) / (high - low));
    }

    private static (double X, double Y)[] Points(string path)
    {
        double[] numbers = Numbers(path.Replace('M', ' ').Replace('L', ' '));
        return [.. Enumerable.Range(0, numbers.Length / 2).Select(index => (numbers[2 * index], numbers[(2 * index) + 1]))];
    }

    private static double Number(XElement element, string attribute) => double.Parse((string)element.Attribute(attribute)!, CultureInfo.InvariantCulture);
}
