using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Mlp.Generator.Model;

namespace Mlp.Generator.Tests.Harness;

/// <summary>What driver and analyzer make of a source, neither having thrown.</summary>
internal sealed record Outcome(IReadOnlyList<NetworkModel> Networks, IReadOnlyList<Diagnostic> Issues, CSharpCompilation Compilation)
{
    public static async Task<Outcome> OfAsync(CSharpCompilation compilation) =>
        new(Generating.Networks(compilation), await Analyzing.RunAsync(compilation), compilation);

    public IEnumerable<string> Ids => Issues.Select(issue => issue.Id);

    /// <summary>Whether somebody tells the user why there is no network: the analyzer, or the compiler.</summary>
    public bool IsExplained =>
        Networks.Count > 0
        || Issues.Count > 0
        || Compilation.GetDiagnostics().Any(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
}
