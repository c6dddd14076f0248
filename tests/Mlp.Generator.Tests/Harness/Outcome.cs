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
    public static Task<Outcome> OfAsync(CSharpCompilation compilation) => OfAsync(Generating.Driver().RunGenerators(compilation), compilation);

    /// <param name="driver">A driver that has run over the compilation: one that has seen the text before an edit emits what the edit changes, as in an editor.</param>
    /// <param name="compilation">The compilation.</param>
    public static async Task<Outcome> OfAsync(GeneratorDriver driver, CSharpCompilation compilation) =>
        new(Generating.Networks(Generating.Result(driver)), await Analyzing.RunAsync(compilation), compilation);

    public IEnumerable<string> Ids => Issues.Select(issue => issue.Id);

    /// <summary>Whether somebody tells the user why there is no network: the analyzer, or the compiler.</summary>
    public bool IsExplained =>
        Networks.Count > 0
        || Issues.Count > 0
        || Compilation.GetDiagnostics().Any(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
}
