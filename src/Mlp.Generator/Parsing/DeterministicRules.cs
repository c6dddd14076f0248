using System.Collections.Generic;
using Mlp.Generator.Diagnostics;
using Mlp.Generator.Model;

namespace Mlp.Generator.Parsing;

/// <summary>What must hold for a network whose results are the same bits on every hardware.</summary>
internal static class DeterministicRules
{
    /// <param name="declaration">The declaration.</param>
    /// <param name="math">How exact its functions are to be.</param>
    public static IEnumerable<DeclarationIssue> Check(MlpDeclaration declaration, MathKind math) => declaration.IsDeterministic && math == MathKind.Fast
        ? [new DeclarationIssue(DiagnosticIds.DeterministicFast, IssueTarget.NamedArgument("Math"), new[] { declaration.Type.Levels[0].Name }.ToEquatableArray())]
        : [];
}
