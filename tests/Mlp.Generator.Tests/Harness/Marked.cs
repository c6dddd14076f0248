using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Mlp.Generator.Tests.Harness;

/// <summary>Source text in which <c>{|MLP0001:text|}</c> marks where a diagnostic is expected; marks may nest.</summary>
internal sealed class Marked
{
    private const string Open = "{|";
    private const string Close = "|}";

    private Marked(string source, IReadOnlyList<string> expected)
    {
        Source = source;
        Expected = expected;
    }

    public string Source { get; }

    /// <summary>The expected diagnostics in the form <c>MLP0001 at 12..15</c>.</summary>
    public IReadOnlyList<string> Expected { get; }

    public static Marked Parse(string text)
    {
        var source = new StringBuilder();
        var open = new Stack<(string Id, int Start)>();
        var expected = new List<(string Id, int Start, int End)>();
        for (int i = 0; i < text.Length;)
        {
            if (string.CompareOrdinal(text, i, Open, 0, Open.Length) == 0)
            {
                int colon = text.IndexOf(':', i);
                open.Push((text[(i + Open.Length)..colon], source.Length));
                i = colon + 1;
            }
            else if (string.CompareOrdinal(text, i, Close, 0, Close.Length) == 0)
            {
                (string id, int start) = open.Pop();
                expected.Add((id, start, source.Length));
                i += Close.Length;
            }
            else
            {
                source.Append(text[i++]);
            }
        }

        return new Marked(
            source.ToString(),
            [.. expected.OrderBy(mark => mark.Start).ThenBy(mark => mark.Id, StringComparer.Ordinal).Select(mark => Show(mark.Id, mark.Start, mark.End))]);
    }

    /// <summary>Asserts that the analyzer reports the marked diagnostics and no others, and that only then nothing is emitted.</summary>
    public static async Task<IReadOnlyList<Diagnostic>> VerifyAsync(string text, CSharpParseOptions? options = null)
    {
        Marked marked = Parse(text);
        CSharpCompilation compilation = Compiling.Compile(Compiling.Parse(marked.Source, options: options));
        IReadOnlyList<Diagnostic> diagnostics = await Analyzing.RunAsync(compilation);
        diagnostics
            .Select(diagnostic => Show(diagnostic.Id, diagnostic.Location.SourceSpan.Start, diagnostic.Location.SourceSpan.End))
            .ShouldBe(marked.Expected, customMessage: string.Join("\n", diagnostics));
        return diagnostics;
    }

    private static string Show(string id, int start, int end) => $"{id} at {start}..{end}";
}
