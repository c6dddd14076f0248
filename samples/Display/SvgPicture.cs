using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Xml.Linq;

namespace Mlp.Samples;

/// <summary>An SVG document that takes its colours from the reader's light or dark scheme; it has no background.</summary>
internal sealed class SvgPicture
{
    // For viewers that know no style sheets or no schemes: a grey that can be read on light and on dark.
    private const string Grey = "#7d8590";

    private const string StyleSheet = """
        .title { font-size: 17px; font-weight: 600 } .blue { stroke: #388bfd } .orange { stroke: #db6d28 }
        .line { fill: none; stroke-linejoin: round; stroke-linecap: round }
        @media (prefers-color-scheme: light) {
          .ink { fill: #1f2328 } .muted { fill: #59636e } .frame { stroke: #d1d9e0 } .target { stroke: #8c959f }
          .blue { stroke: #0969da } .orange { stroke: #bc4c00 }
        }
        @media (prefers-color-scheme: dark) {
          .ink { fill: #f0f6fc } .muted { fill: #9198a1 } .frame { stroke: #3d444d } .target { stroke: #656c76 }
          .blue { stroke: #4493f8 } .orange { stroke: #f0883e }
        }
        """;

    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    private readonly XElement _root;

    /// <summary>An empty picture; sizes are in pixels.</summary>
    public SvgPicture(string title, double width, double height) => _root = new XElement(
        Svg + "svg",
        new XAttribute("width", Round(width)),
        new XAttribute("height", Round(height)),
        new XAttribute("viewBox", string.Create(CultureInfo.InvariantCulture, $"0 0 {Round(width)} {Round(height)}")),
        new XAttribute("role", "img"),
        new XAttribute("fill", Grey),
        new XAttribute("font-family", "system-ui, -apple-system, 'Segoe UI', Helvetica, Arial, sans-serif"),
        new XAttribute("font-size", 13),
        new XElement(Svg + "title", title),
        new XElement(Svg + "style", StyleSheet));

    /// <summary>A line of text, its baseline starting at a point.</summary>
    public void Text(double x, double y, string text, string style = "muted", string anchor = "start") => _root.Add(new XElement(
        Svg + "text",
        new XAttribute("class", style),
        new XAttribute("x", Round(x)),
        new XAttribute("y", Round(y)),
        new XAttribute("text-anchor", anchor),
        text));

    /// <summary>A filled square, more or less opaque.</summary>
    public void Square(double x, double y, double side, double opacity) => _root.Add(new XElement(
        Svg + "rect",
        new XAttribute("class", "ink"),
        new XAttribute("x", Round(x)),
        new XAttribute("y", Round(y)),
        new XAttribute("width", Round(side)),
        new XAttribute("height", Round(side)),
        new XAttribute("fill-opacity", Round(opacity)),
        new XAttribute("shape-rendering", "crispEdges")));

    /// <summary>The outline of a rectangle.</summary>
    public void Frame(double x, double y, double width, double height) => _root.Add(new XElement(
        Svg + "rect",
        new XAttribute("class", "frame line"),
        new XAttribute("x", Round(x)),
        new XAttribute("y", Round(y)),
        new XAttribute("width", Round(width)),
        new XAttribute("height", Round(height)),
        new XAttribute("fill", "none"),
        new XAttribute("stroke", Grey)));

    /// <summary>A line through points.</summary>
    public void Line(IEnumerable<(double X, double Y)> points, string style, double thickness) => _root.Add(new XElement(
        Svg + "polyline",
        new XAttribute("class", $"{style} line"),
        new XAttribute("stroke", Grey),
        new XAttribute("stroke-width", Round(thickness)),
        new XAttribute("fill", "none"),
        new XAttribute("points", string.Join(' ', points.Select(point => string.Create(CultureInfo.InvariantCulture, $"{Round(point.X)},{Round(point.Y)}"))))));

    public void Save(string path) => File.WriteAllText(path, $"{_root}\n");

    private static double Round(double value) => Math.Round(value, 2);
}
