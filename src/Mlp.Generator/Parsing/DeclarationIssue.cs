using Mlp.Generator.Model;

namespace Mlp.Generator.Parsing;

/// <summary>One thing wrong with a declaration: the diagnostic without its location.</summary>
/// <param name="Id">An id of <see cref="Diagnostics.DiagnosticIds"/>.</param>
/// <param name="Target">The part of the declaration that is wrong.</param>
/// <param name="Arguments">What the message is filled with.</param>
/// <param name="Fix">What a code fix needs to know: see <see cref="Diagnostics.FixProperties.Fix"/>.</param>
/// <param name="WholeFix">The argument's whole text after the fix of a piece; null where the fix is not of a piece.</param>
internal sealed record DeclarationIssue(string Id, IssueTarget Target, EquatableArray<string> Arguments, string? Fix = null, string? WholeFix = null)
{
    /// <summary>Whether a network can be emitted all the same, so that the compiler adds no errors of its own.</summary>
    public bool AllowsEmission => Id is
        Diagnostics.DiagnosticIds.DuplicateAttribute or Diagnostics.DiagnosticIds.WithoutKernels or Diagnostics.DiagnosticIds.SoftmaxOfOneOutput
        or Diagnostics.DiagnosticIds.ImpliedFlatten or Diagnostics.DiagnosticIds.LayerWithoutNetwork
        or Diagnostics.DiagnosticIds.PopulationWithoutKernels;
}
