using System.Collections.Generic;
using System.Globalization;
using Mlp.Generator.Diagnostics;
using Mlp.Generator.Model;

namespace Mlp.Generator.Parsing.Layers;

/// <summary>What must hold for one number of the attribute that is a size.</summary>
internal static class LayerSizeRules
{
    /// <summary>Whether it is a constant within the limits.</summary>
    /// <param name="size">The number.</param>
    /// <param name="index">Which of the attribute's sizes it is.</param>
    /// <param name="issues">Receives what is wrong.</param>
    public static bool Check(LayerSize size, int index, List<DeclarationIssue> issues)
    {
        if (size.Value is not { } value)
        {
            // Without a text nothing was written yet, and the compiler says so.
            if (size.Text.Length > 0)
            {
                issues.Add(Issue(DiagnosticIds.LayerSizeNotConstant, index, size.Text) with { Fix = size.Whole?.ToString(CultureInfo.InvariantCulture) });
            }

            return false;
        }

        bool isRight = value is >= Limits.MinLayerSize and <= Limits.MaxLayerSize;
        if (!isRight)
        {
            issues.Add(Issue(DiagnosticIds.LayerSizeOutOfRange, index, Text(value), Text(Limits.MinLayerSize), Text(Limits.MaxLayerSize)));
        }

        return isRight;
    }

    private static string Text(long number) => number.ToString("#,0", CultureInfo.InvariantCulture);

    private static DeclarationIssue Issue(string id, int index, params string[] arguments) =>
        new(id, IssueTarget.LayerSize(index), arguments.ToEquatableArray());
}
