using System.Collections.Generic;

namespace Mlp.Generator.Emission.Text;

/// <summary>Writes the doc comment of a member, element by element: what quick info and signature help show. Texts are escaped here.</summary>
internal readonly struct DocComment(SourceWriter writer)
{
    private const string Slashes = "/// ";

    public DocComment Summary(string text) => Element("summary", "", text);

    public DocComment Parameter(string name, string text) => Element("param", $" name=\"{name}\"", text);

    public DocComment Returns(string text) => Element("returns", "", text);

    /// <summary>An exception of the framework or the runtime.</summary>
    /// <param name="type">Its full name.</param>
    /// <param name="text">When it is thrown.</param>
    public DocComment Throws(string type, string text) => Element("exception", $" cref=\"global::{type}\"", text);

    public DocComment ThrowsArgument(string text) => Throws("System.ArgumentException", text);

    public DocComment Remarks(string text) => Element("remarks", "", text);

    /// <summary>Remarks around a table, whose lines stay as they are.</summary>
    public DocComment Remarks(string before, IEnumerable<string> table, string after)
    {
        writer.Line(Slashes + "<remarks>");
        Wrapped(before);
        writer.Line(Slashes + "<code>");
        foreach (string line in table)
        {
            writer.Line(Slashes + Escape(line));
        }

        writer.Line(Slashes + "</code>");
        Wrapped(after);
        writer.Line(Slashes + "</remarks>");
        return this;
    }

    private DocComment Element(string tag, string attribute, string text)
    {
        string line = $"{Slashes}<{tag}{attribute}>{Escape(text)}</{tag}>";
        if (writer.Fits(line))
        {
            writer.Line(line);
            return this;
        }

        writer.Line($"{Slashes}<{tag}{attribute}>");
        Wrapped(text);
        writer.Line($"{Slashes}</{tag}>");
        return this;
    }

    private void Wrapped(string text)
    {
        string line = "";
        foreach (string word in Escape(text).Split([' '], System.StringSplitOptions.RemoveEmptyEntries))
        {
            if (line.Length > 0 && !writer.Fits($"{Slashes}{line} {word}"))
            {
                writer.Line(Slashes + line);
                line = "";
            }

            line += line.Length == 0 ? word : " " + word;
        }

        if (line.Length > 0)
        {
            writer.Line(Slashes + line);
        }
    }

    private static string Escape(string text) => text.Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;");
}
