using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;

namespace Mlp.Integration.Tests;

/// <summary>A block of code on a page.</summary>
/// <param name="Page">The page's file name, and before it the folder that it is in below the others.</param>
/// <param name="Line">The line of the block's first line of code.</param>
/// <param name="Code">The block.</param>
internal sealed record Example(string Page, int Line, string Code)
{
    private const string Fence = "```";

    /// <summary>The name of the file that the example becomes.</summary>
    public string FileName => $"{Path.GetFileNameWithoutExtension(Page).Replace('-', '_')}_{Line.ToString(CultureInfo.InvariantCulture)}.cs";

    private bool DeclaresTypes => Code.Contains("[Mlp(", StringComparison.Ordinal) || Code.Contains("[Network(", StringComparison.Ordinal);

    /// <summary>All blocks of a page that say they are of a language.</summary>
    public static IEnumerable<Example> On(string page, string language = "csharp")
    {
        string[] lines = File.ReadAllLines(BuiltFiles.Beside("Pages", page));
        for (int line = 0; line < lines.Length; line++)
        {
            if (lines[line] == Fence + language)
            {
                string[] block = [.. lines.Skip(line + 1).TakeWhile(text => text != Fence)];
                yield return new Example(page, line + 2, string.Join('\n', block));
            }
        }
    }

    /// <summary>Whether the lines of the block stand in a script, in their order; how far they are indented does not matter.</summary>
    public bool IsPartOf(string script)
    {
        IEnumerable<string> rest = script.Split('\n').Select(line => line.Trim());
        foreach (string line in Code.Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0))
        {
            rest = [.. rest.SkipWhile(candidate => candidate != line)];
            if (!rest.Any())
            {
                return false;
            }

            rest = rest.Skip(1);
        }

        return true;
    }

    /// <summary>
    /// A source file of its own: types as they stand, statements in a method that knows what the page takes for granted, behind the using directives that they
    /// begin with. The compiler's messages name the page.
    /// </summary>
    public string ToSourceFile()
    {
        string usings = Code.Contains("using Mlp;", StringComparison.Ordinal) ? "" : "using Mlp;\n";
        if (DeclaresTypes)
        {
            return usings + Numbered(Line, Code);
        }

        string[] lines = Code.Split('\n');
        int directives = lines.TakeWhile(line => line.StartsWith("using ", StringComparison.Ordinal) && !line.Contains('=')).Count();
        string head = directives > 0 ? Numbered(Line, string.Join('\n', lines[..directives])) : "";
        return $$"""
            {{usings}}{{head}}
            namespace Documentation;

            internal sealed class {{Path.GetFileNameWithoutExtension(FileName)}} : Surroundings
            {
                public {{(Code.Contains("await ", StringComparison.Ordinal) ? "async Task" : "void")}} Run()
                {
            {{Numbered(Line + directives, string.Join('\n', lines[directives..]))}}
                }
            }
            """;
    }

    private string Numbered(int line, string code) => $"#line {line.ToString(CultureInfo.InvariantCulture)} \"{Page}\"\n{code}\n#line default\n";
}
