using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;

namespace Mlp.Generator.Tests.Laws;

/// <summary>What a page links to, and what it names by its path in the repository, is there.</summary>
public sealed partial class LinkTests
{
    private static readonly string[] Skipped = ["bin", "obj", "artifacts", ".git"];

    [Fact]
    public void Every_link_and_every_path_leads_somewhere()
    {
        (string Page, string Target, string Path)[] targets = [.. Pages().SelectMany(Targets)];

        targets.Length.ShouldBeGreaterThan(100);
        targets.Where(target => !File.Exists(target.Path) && !Directory.Exists(target.Path)).Select(target => $"{target.Page}: {target.Target}").ShouldBeEmpty();
    }

    private static IEnumerable<string> Pages() => Directory.EnumerateFiles(Repository.Root, "*.md", SearchOption.AllDirectories)
        .Select(path => Path.GetRelativePath(Repository.Root, path))
        .Where(path => !path.Split(Path.DirectorySeparatorChar).Any(Skipped.Contains));

    /// <summary>Links are meant from the page's folder, paths from the repository's.</summary>
    private static IEnumerable<(string Page, string Target, string Path)> Targets(string page)
    {
        string text = Repository.Read(page);
        IEnumerable<string> links = Link().Matches(text).Select(match => match.Groups[1].Value).Where(link => !link.Contains("://", StringComparison.Ordinal));
        IEnumerable<string> paths = Source().Matches(text).Select(match => match.Groups[1].Value);
        return links.Select(link => (page, link, Path.Combine(Repository.Root, Path.GetDirectoryName(page)!, link)))
            .Concat(paths.Select(path => (page, path, Path.Combine(Repository.Root, path))));
    }

    [GeneratedRegex(@"\]\(([^)#\s]+)(?:#[^)\s]*)?\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"`((?:src|tests|docs|samples|eng|bench)/[^`*\s]*)`")]
    private static partial Regex Source();
}
