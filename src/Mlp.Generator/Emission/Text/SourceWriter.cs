using System;
using System.Collections.Generic;
using System.Text;

namespace Mlp.Generator.Emission.Text;

/// <summary>Writes indented source text with line feeds only.</summary>
/// <param name="depth">The blocks around the text.</param>
internal sealed class SourceWriter(int depth = 0)
{
    private const int IndentSize = 4;

    /// <summary>As wide as a page of code is read; what cannot be broken may be wider.</summary>
    private const int LineLength = 120;

    private readonly StringBuilder _text = new();
    private int _indent = depth;

    /// <summary>One line at the current depth; an empty one has no indentation.</summary>
    public void Line(string text = "")
    {
        if (text.Length > 0)
        {
            _text.Append(' ', _indent * IndentSize).Append(text);
        }

        _text.Append('\n');
    }

    /// <summary>Several lines at the current depth.</summary>
    public void Lines(params string[] lines)
    {
        foreach (string line in lines)
        {
            Line(line);
        }
    }

    /// <summary>What was written elsewhere, at its own depth.</summary>
    public void Text(SourceWriter text) => _text.Append(text._text);

    /// <summary>What was written elsewhere and kept.</summary>
    public void Text(string text) => _text.Append(text);

    /// <summary>Whether a line at the current depth is no wider than a page.</summary>
    public bool Fits(string line) => (_indent * IndentSize) + line.Length <= LineLength;

    /// <summary>What ends in a list in parentheses: in one line where it fits, else with a line for each item.</summary>
    /// <param name="start">What stands before the parenthesis.</param>
    /// <param name="items">The arguments or parameters.</param>
    /// <param name="end">What stands after the parenthesis.</param>
    public void List(string start, IReadOnlyList<string> items, string end = "")
    {
        string line = $"{start}({string.Join(", ", items)}){end}";
        if (items.Count == 0 || Fits(line))
        {
            Line(line);
            return;
        }

        Line(start + "(");
        _indent++;
        for (int index = 0; index < items.Count; index++)
        {
            Line(items[index] + (index == items.Count - 1 ? ")" + end : ","));
        }

        _indent--;
    }

    /// <summary>A header line and an opened brace; disposing closes it.</summary>
    public Scope Block(string header)
    {
        Line(header);
        return Braces();
    }

    /// <summary>An opened brace; disposing closes it.</summary>
    public Scope Braces()
    {
        Line("{");
        _indent++;
        return new Scope(this);
    }

    /// <summary>Members are written with a blank line after them; the last one of a block has none.</summary>
    private void RemoveBlankLine()
    {
        if (_text.Length >= 2 && _text[_text.Length - 1] == '\n' && _text[_text.Length - 2] == '\n')
        {
            _text.Length--;
        }
    }

    public override string ToString() => _text.ToString();

    /// <summary>Closes the brace it stands for.</summary>
    internal readonly struct Scope(SourceWriter writer) : IDisposable
    {
        public void Dispose()
        {
            writer._indent--;
            writer.RemoveBlankLine();
            writer.Line("}");
        }
    }
}
