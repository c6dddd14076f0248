using System;
using System.Collections.Immutable;
using System.Linq;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;

namespace Mlp.SnapshotTesting;

/// <summary>One emitted file.</summary>
/// <param name="HintName">
/// The name that the compiler knows it by, and that it has on disk with <c>EmitCompilerGeneratedFiles</c>: <c>Demo.IrisNet.g.cs</c>.
/// </param>
/// <param name="Text">
/// Its text, with LF as line feeds on every platform and <c>{Scrubbed}</c> in place of the generator's version, so that a snapshot
/// changes when the code does and not with every release. There are no paths and no times in it.
/// </param>
public sealed partial record EmittedFile(string HintName, string Text)
{
    /// <summary>What the last run of a driver emitted, ordered by hint name.</summary>
    internal static ImmutableArray<EmittedFile> Of(GeneratorDriver driver) =>
    [
        .. driver.GetRunResult().Results
            .Where(result => !result.GeneratedSources.IsDefault)
            .SelectMany(result => result.GeneratedSources)
            .OrderBy(source => source.HintName, StringComparer.Ordinal)
            .Select(source => new EmittedFile(source.HintName, Scrub(source.SourceText.ToString()))),
    ];

    private static string Scrub(string text) => GeneratorVersion().Replace(text.ReplaceLineEndings("\n"), "$1{Scrubbed}$2");

    [GeneratedRegex(@"(GeneratedCode(?:Attribute)?\(\s*""[^""]*""\s*,\s*"")[^""]*("")")]
    private static partial Regex GeneratorVersion();
}
