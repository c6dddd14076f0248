using System;
using System.Collections.Generic;
using System.Linq;
using Mlp.Generator.Diagnostics;
using Mlp.Generator.Model;

namespace Mlp.Generator.Parsing.Files;

/// <summary>Which file of the project an argument means: there must be one, and no more.</summary>
internal static class FileRules
{
    /// <summary>More would hide the one that is meant.</summary>
    private const int MostProposals = 3;

    /// <summary>The file; null where none or several are meant.</summary>
    /// <param name="sources">The files of the project, all of one format.</param>
    /// <param name="extension">The extension of that format.</param>
    /// <param name="file">The file, as the user named it.</param>
    /// <param name="target">Where the user named it.</param>
    /// <param name="issues">Receives what is wrong.</param>
    /// <typeparam name="TSource">What is read of a file.</typeparam>
    public static TSource? Find<TSource>(EquatableArray<TSource> sources, string extension, string file, IssueTarget target, List<DeclarationIssue> issues)
        where TSource : class, IProjectFile, IEquatable<TSource>
    {
        string shown = MessageText.Shorten(file);
        var names = new ProjectFileNames<TSource>(sources, extension);
        IReadOnlyList<TSource> found = names.Meant(file);
        if (found.Count == 1)
        {
            return found[0];
        }

        issues.Add(found.Count == 0
            ? NotFound(target, file, shown, names.Near(file))
            : Issue(DiagnosticIds.WeightsAmbiguous, target, shown, Numeral.Grouped(found.Count)) with { Fix = names.Of(found) });
        return null;
    }

    /// <summary>Says which file was probably meant, or how one is named to the compiler.</summary>
    private static DeclarationIssue NotFound(IssueTarget target, string file, string shown, string? near)
    {
        // A name without a name in it is no item's, whatever is added.
        string add = file.Trim(' ', '\t', '.', '/', '\\').Length == 0 ? "write the path of one, or the end of it" : $"add <AdditionalFiles Include=\"{shown}\" />";
        if (near is null)
        {
            return Issue(DiagnosticIds.WeightsNotFound, target, shown, add);
        }

        string[] proposals = near.Split(FixProperties.Separator);
        string question = "did you mean '" + string.Join("' or '", proposals.Take(MostProposals)) + "'?";
        string name = file.Replace('\\', '/');
        bool isCase = proposals.Any(proposal => name.EndsWith(proposal, StringComparison.OrdinalIgnoreCase) && !name.EndsWith(proposal, StringComparison.Ordinal));
        return Issue(DiagnosticIds.WeightsNotFound, target, shown, isCase ? question + " Letters must match in case" : add + ", or " + question) with { Fix = near };
    }

    private static DeclarationIssue Issue(string id, IssueTarget target, params string[] arguments) => new(id, target, arguments.ToEquatableArray());
}
