using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Mlp.Generator.Diagnostics;
using Mlp.Generator.Model;

namespace Mlp.Generator.Parsing.Layers;

/// <summary>What must hold for one number of the attribute that is a size.</summary>
internal static class LayerSizeRules
{
    /// <summary>Whether it is a constant within the limits.</summary>
    /// <param name="size">The number.</param>
    /// <param name="noun">What it is: a layer size, a number of filters.</param>
    /// <param name="place">Where it is written.</param>
    /// <param name="issues">Receives what is wrong.</param>
    public static bool Check(LayerSize size, string noun, IssueTarget place, List<DeclarationIssue> issues)
    {
        if (size.Value is not { } value)
        {
            // Without a text nothing was written yet, and the compiler says so.
            if (size.Text.Length > 0)
            {
                issues.Add(LayerRules.Issue(DiagnosticIds.LayerSizeNotConstant, place, size.Text, noun) with { Fix = size.Whole?.ToString(CultureInfo.InvariantCulture) });
            }

            return false;
        }

        bool isRight = value is >= Limits.MinLayerSize and <= Limits.MaxLayerSize;
        if (!isRight)
        {
            issues.Add(LayerRules.Issue(DiagnosticIds.LayerSizeOutOfRange, place, noun, LayerRules.Text(value), LayerRules.Text(Limits.MinLayerSize), LayerRules.Text(Limits.MaxLayerSize)));
        }

        return isRight;
    }

    /// <summary>Whether so many values may pass between two layers.</summary>
    /// <param name="shape">Their shape, each extent within the limits.</param>
    /// <param name="noun">What the number is.</param>
    /// <param name="place">Where what makes it is written.</param>
    /// <param name="issues">Receives what is wrong.</param>
    public static bool CheckValues(IEnumerable<long> shape, string noun, IssueTarget place, List<DeclarationIssue> issues)
    {
        // Three extents of 64 million are more than a long counts.
        decimal values = shape.Aggregate(1m, (product, extent) => product * extent);
        bool isRight = values <= Limits.MaxLayerSize;
        if (!isRight)
        {
            issues.Add(LayerRules.Issue(DiagnosticIds.LayerSizeOutOfRange, place, noun, LayerRules.Text(values), LayerRules.Text(Limits.MinLayerSize), LayerRules.Text(Limits.MaxLayerSize)));
        }

        return isRight;
    }
}
