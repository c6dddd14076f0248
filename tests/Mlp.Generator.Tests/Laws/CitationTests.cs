using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;

namespace Mlp.Generator.Tests.Laws;

/// <summary>A citation in brackets names a text in the list of docs/mathematics.md, wherever a reader meets it.</summary>
public sealed partial class CitationTests
{
    [Fact]
    public void Every_citation_is_in_the_list()
    {
        string[] known = [.. Listed().Matches(Repository.Read("docs", "mathematics.md")).Select(match => match.Groups[1].Value)];
        (string Path, string Citation)[] cited = [.. Texts().SelectMany(text => Cited().Matches(text.Text)
            .SelectMany(match => match.Groups[1].Value.Split("; "))
            .Select(citation => (text.Path, citation)))];

        known.Length.ShouldBeGreaterThan(10);
        cited.Length.ShouldBeGreaterThan(100);
        cited.Where(citation => !known.Any(name => citation.Citation.StartsWith(name, StringComparison.Ordinal))).ShouldBeEmpty();

        // What is in the list is cited somewhere else than there.
        known.Where(name => cited.Count(citation => citation.Citation.StartsWith(name, StringComparison.Ordinal)) < 2).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("[Lu 11-14], [Lecture 3]", "Lu 11-14|Lecture 3")]
    [InlineData("in every order [Fisher and Yates; Durstenfeld 1964].", "Fisher and Yates; Durstenfeld 1964")]
    [InlineData("[Ogita, Rump, Oishi 2005, proposition 4.5]", "Ogita, Rump, Oishi 2005, proposition 4.5")]
    [InlineData("[Glorot and Bengio 2010] and [He et al. 2015]", "Glorot and Bengio 2010|He et al. 2015")]
    [InlineData("[Mlp(4096, 2048, 10)] [InlineData(\"Measurements of 1936\")] [docs](docs) [X, 2000] Layers[index]", "")]
    public void A_citation_is_told_from_other_brackets(string text, string citations) =>
        string.Join('|', Cited().Matches(text).Select(match => match.Groups[1].Value)).ShouldBe(citations);

    private static IEnumerable<(string Path, string Text)> Texts() =>
        new[] { "src", "docs", "samples", "tests" }
            .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(Repository.Root, folder), "*.*", SearchOption.AllDirectories))
            .Where(path => Path.GetExtension(path) is ".cs" or ".md" && !path.Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj" or "Emitted"))
            .Select(path => (path, File.ReadAllText(path)));

    // The texts that are cited by name, and authors with a year.
    [GeneratedRegex(@"\[((?:Lu|Kakade|Framework|NPFL\d+|Lecture)\b[^\]\n]*|[A-Z][a-z][^\]\n""(){}=<>_]* (?:19|20)\d\d(?:[,;][^\]\n""(){}=<>_]*)?)\]")]
    private static partial Regex Cited();

    [GeneratedRegex(@"^\| \[([^\]]+)\] \|", RegexOptions.Multiline)]
    private static partial Regex Listed();
}
