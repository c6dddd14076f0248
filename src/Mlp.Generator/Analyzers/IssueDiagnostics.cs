using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Mlp.Generator.Diagnostics;
using Mlp.Generator.Parsing;

namespace Mlp.Generator.Analyzers;

/// <summary>Makes of an issue what the compiler reports: the same from the analyzer and from the generator.</summary>
internal static class IssueDiagnostics
{
    /// <param name="issues">What is wrong with a declaration.</param>
    /// <param name="type">The type that it declares.</param>
    /// <param name="cancellationToken">Ends the search for places.</param>
    public static IEnumerable<Diagnostic> Of(IEnumerable<DeclarationIssue> issues, INamedTypeSymbol type, CancellationToken cancellationToken) =>
        issues.Select(issue => Diagnostic.Create(
            Descriptors.Of(issue.Id),
            IssueLocator.Locate(issue.Target, type, cancellationToken),
            PropertiesOf(issue),
            [.. issue.Arguments.Cast<object>()]));

    private static ImmutableDictionary<string, string?> PropertiesOf(DeclarationIssue issue)
    {
        ImmutableDictionary<string, string?> fix = ImmutableDictionary<string, string?>.Empty.Add(FixProperties.Fix, issue.Fix);
        return issue.WholeFix is { } whole ? fix.Add(FixProperties.Whole, whole) : fix;
    }
}
