using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Mlp.SnapshotTesting;

/// <summary>The files of a compilation: the text, those that it needs, and what the project file says to all of them.</summary>
internal static class SourceTexts
{
    private static readonly ImmutableArray<string> Implicit =
        ["System", "System.Collections.Generic", "System.IO", "System.Linq", "System.Net.Http", "System.Threading", "System.Threading.Tasks"];

    /// <summary>Parses them.</summary>
    /// <param name="source">The text, called Source.cs.</param>
    /// <param name="options">Which other files there are.</param>
    /// <param name="language">The version of C#, and the symbols.</param>
    /// <exception cref="ArgumentException">A source or a using is null, or a symbol is no identifier.</exception>
    public static ImmutableArray<SyntaxTree> Parse(string source, EmissionOptions options, CSharpParseOptions language)
    {
        if (options.AdditionalSources.Concat(options.GlobalUsings).Any(text => text is null))
        {
            throw new ArgumentException("AdditionalSources and GlobalUsings must have texts, but one of them is null.", nameof(options));
        }

        if (options.PreprocessorSymbols.Where(symbol => !SyntaxFacts.IsValidIdentifier(symbol)).Take(1).ToArray() is [var symbol])
        {
            throw new ArgumentException($"PreprocessorSymbols must have identifiers, but one of them is '{symbol}'.", nameof(options));
        }

        string[] usings = [.. options.ImplicitUsings ? Implicit : [], .. options.GlobalUsings];
        IEnumerable<(string Path, string Text)> all =
        [
            ("Source.cs", source),
            .. options.AdditionalSources.Select((text, index) => (FormattableString.Invariant($"AdditionalSource{index + 1}.cs"), text)),
            .. usings.Length == 0 ? [] : ((string, string)[])[("GlobalUsings.cs", string.Concat(usings.Select(name => $"global using {name};\n")))],
        ];
        return [.. all.Select(file => CSharpSyntaxTree.ParseText(file.Text, language, file.Path))];
    }
}
