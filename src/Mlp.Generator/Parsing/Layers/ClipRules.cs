using System.Collections.Generic;
using Mlp.Generator.Diagnostics;
using Mlp.Generator.Model;
using Mlp.Generator.Model.Layers;

namespace Mlp.Generator.Parsing.Layers;

/// <summary>Judges bounds of values: numbers, the least below the greatest.</summary>
internal sealed class ClipRules : LayerRules
{
    public override LayerModel? Judge(DeclaredLayer layer, Shape? arriving, ActivationModel activation, List<DeclarationIssue> issues)
    {
        if (layer is not DeclaredClip { Low: { } low, High: { } high })
        {
            return null;
        }

        // Both as floats, which is what values are compared with; NaN is below nothing.
        bool isRight = (float)low < (float)high;
        if (!isRight)
        {
            issues.Add(Issue(DiagnosticIds.ConstantOutOfRange, layer.Place.Argument(double.IsNaN(low) ? 0 : 1), double.IsNaN(low) ? "the least value" : "the greatest value", Numeral.Of(double.IsNaN(low) ? low : high), double.IsNaN(low) ? "a number" : "above " + Numeral.Of(low)));
        }

        return isRight && arriving is not null ? new ClipLayer(arriving, low, high) : null;
    }
}
