using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Xml.Linq;
using Mlp.Training;

namespace Mlp.Runtime.Tests.Training.Curves;

/// <summary>Reads a loss curve's SVG back: its texts, its ticks, and its points, by nothing but what is drawn.</summary>
internal sealed class SvgPicture
{
    private readonly XElement _root;

    internal SvgPicture(LossCurve curve)
    {
        _root = XDocument.Parse(curve.ToSvg()).Root!;

        // A tick's label stands beside its line, at the same height or at the same place along the axis.
        LossTicks = [.. Elements("text").Where(text => Text(text, "text-anchor") == "end").Select(text => (text.Value, Number(text, "y")))];
        EpochTicks = [.. Elements("text").Where(text => Text(text, "text-anchor") == "middle" && int.TryParse(text.Value, out _)).Select(text => (text.Value, Number(text, "x")))];
    }

    internal string Title => Elements("title").Single().Value;

    internal string Description => Elements("desc").Single().Value;

    internal List<string> Texts => [.. Elements("text").Select(text => text.Value)];

    internal List<(string Label, double Place)> LossTicks { get; }

    internal List<(string Label, double Place)> EpochTicks { get; }

    internal IEnumerable<(double X, double Y)> AllPoints => Names.SelectMany(name => Curves(name).SelectMany(curve => curve).Concat(Dots(name)));

    /// <summary>How many losses are drawn; the mark of the best epoch, which is larger, is not one of them.</summary>
    internal int PointsOfCurves => Names.Sum(name => Curves(name).Sum(curve => curve.Length))
        + Elements("circle").Count(circle => Text(circle, "r") == "3");

    private static IEnumerable<string> Names => ["training", "validation"];

    internal List<(double X, double Y)[]> Curves(string name) =>
    [
        .. Elements("path").Where(path => Text(path, "class") == "lc-" + name && Text(path, "fill") == "none").Select(path =>
            Text(path, "d")[1..].Split('L').Select(point => point.Split(' ')).Select(point => (Parse(point[0]), Parse(point[1]))).ToArray()),
    ];

    internal List<(double X, double Y)> Dots(string name) =>
        [.. Elements("circle").Where(circle => Text(circle, "class") == $"lc-{name}-dot").Select(circle => (Number(circle, "cx"), Number(circle, "cy")))];

    /// <summary>Where an epoch stands, by the first and the last tick.</summary>
    internal double XOf(double epoch) => Between(EpochTicks, epoch, value => value);

    /// <summary>Where a loss stands, by the first and the last tick.</summary>
    internal double YOf(double loss, LossScale scale) =>
        Between(LossTicks, loss, scale == LossScale.Linear ? value => value : Math.Log10);

    private static double Between(List<(string Label, double Place)> ticks, double value, Func<double, double> map)
    {
        (double first, double last) = (map(Parse(ticks[0].Label)), map(Parse(ticks[^1].Label)));
        return ticks[0].Place + ((map(value) - first) / (last - first) * (ticks[^1].Place - ticks[0].Place));
    }

    private IEnumerable<XElement> Elements(string name) => _root.Descendants().Where(element => element.Name.LocalName == name);

    private static string Text(XElement element, string attribute) => element.Attribute(attribute)?.Value ?? "";

    private static double Number(XElement element, string attribute) => Parse(Text(element, attribute));

    private static double Parse(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
