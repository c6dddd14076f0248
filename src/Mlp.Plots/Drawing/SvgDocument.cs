using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Security.Cryptography;
using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace Mlp.Plots.Drawing;

/// <summary>Makes a document of what Skia writes: with a title and a description, fonts to fall back on and names of its own.</summary>
internal static class SvgDocument
{
    // Of the same widths as Arimo, so that letters stand where they were measured to.
    private const string Fallbacks = "Arimo, 'Liberation Sans', Arial, Helvetica, sans-serif";

    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    internal static string Finish(byte[] skia, NetworkPlot plot, StandIns standIns)
    {
        XElement root = XElement.Load(new MemoryStream(skia));
        root.SetAttributeValue("viewBox", PlotText.Invariant($"0 0 {plot.Width} {plot.Height}"));
        root.SetAttributeValue("role", "img");
        root.AddFirst(new XElement(Svg + "title", PlotText.Clean(plot.Title)), new XElement(Svg + "desc", PlotText.Clean(plot.Description)));
        foreach (XElement text in root.Descendants(Svg + "text"))
        {
            FinishText(text, standIns);
        }

        // Skia counts through the process: the same plot would have other names each time.
        Rename(root, (_, place) => PlotText.Invariant($"c{place}"));

        // Two documents in one HTML page share their names: one that another has too would clip the wrong shape.
        string content = root.ToString(SaveOptions.DisableFormatting);
        string mark = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(content)).AsSpan(0, 4));
        Rename(root, (name, _) => $"p{mark}-{name}");
        return Write(root);
    }

    private static void FinishText(XElement text, StandIns standIns)
    {
        string written = text.Value.Trim();
        text.Value = standIns.Restore(written);
        foreach (XAttribute positions in text.Attributes().Where(attribute => attribute.Name.LocalName is "x" or "y"))
        {
            // Skia ends each list with a comma, which SVG does not know.
            positions.Value = positions.Value.TrimEnd(' ', ',');
        }

        if (text.Value != written)
        {
            // Each stand-in had a place of its own; what it stands for has another width, and may take the room of them together.
            string[] places = ((string)text.Attribute("x")!).Split(", ");
            double first = double.Parse(places[0], CultureInfo.InvariantCulture);
            double size = double.Parse((string)text.Attribute("font-size")!, CultureInfo.InvariantCulture);
            double length = double.Parse(places[^1], CultureInfo.InvariantCulture) - first + (0.7 * size);
            text.SetAttributeValue("x", places[0]);
            text.SetAttributeValue("textLength", length.ToString("0.##", CultureInfo.InvariantCulture));
            text.SetAttributeValue("lengthAdjust", "spacingAndGlyphs");
        }

        string family = (string?)text.Attribute("font-family") ?? "";
        text.SetAttributeValue("font-family", family is "Arimo" or "" ? Fallbacks : $"'{family.Replace("'", "", StringComparison.Ordinal)}', {Fallbacks}");
    }

    /// <summary>Gives everything that has a name another one, and says so wherever it is referred to.</summary>
    /// <param name="root">The document.</param>
    /// <param name="rename">The new name for an old one and its place among them, from 1.</param>
    private static void Rename(XElement root, Func<string, int, string> rename)
    {
        const string Clip = "url(#";
        Dictionary<string, string> names = root.Descendants().Attributes("id")
            .Select((id, index) => (id.Value, New: rename(id.Value, index + 1)))
            .ToDictionary(pair => pair.Value, pair => pair.New);
        foreach (XAttribute attribute in root.Descendants().Attributes())
        {
            attribute.Value = attribute switch
            {
                { Name.LocalName: "id" } => names[attribute.Value],
                { Name.LocalName: "href", Value: ['#', .. string name] } => "#" + names[name],
                _ when attribute.Value.StartsWith(Clip, StringComparison.Ordinal) => $"{Clip}{names[attribute.Value[Clip.Length..^1]]})",
                _ => attribute.Value,
            };
        }
    }

    private static string Write(XElement root)
    {
        var settings = new XmlWriterSettings { OmitXmlDeclaration = true, Indent = true, IndentChars = " ", NewLineChars = "\n" };
        var text = new StringBuilder();
        using (XmlWriter writer = XmlWriter.Create(text, settings))
        {
            root.WriteTo(writer);
        }

        return text.Append('\n').ToString();
    }
}
