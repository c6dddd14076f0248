using System.Collections.Generic;
using Mlp.Generator.Diagnostics;
using Mlp.Generator.Model;

namespace Mlp.Generator.Parsing;

/// <summary>What the output can say with its size and its activation.</summary>
internal static class OutputRules
{
    /// <summary>A network whose output is a constant compiles and runs, and no training moves it.</summary>
    public static IEnumerable<DeclarationIssue> Check(MlpDeclaration declaration, int outputs, ActivationModel output)
    {
        if (output == ActivationKind.Softmax
            && outputs == 1
            && (declaration.Layers is not null || declaration.Sizes.Items.Count >= Limits.MinLayerSizes))
        {
            string[] arguments = [declaration.Type.Levels[0].Name];
            yield return new(DiagnosticIds.SoftmaxOfOneOutput, IssueTarget.NamedArgument("Output"), arguments.ToEquatableArray(), nameof(ActivationKind.Sigmoid));
        }
    }
}
