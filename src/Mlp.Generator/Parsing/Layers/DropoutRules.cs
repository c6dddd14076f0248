using System.Collections.Generic;
using Mlp.Generator.Diagnostics;
using Mlp.Generator.Model;
using Mlp.Generator.Model.Layers;

namespace Mlp.Generator.Parsing.Layers;

/// <summary>Judges a layer that drops values: its probability leaves some. That something else comes behind it, <see cref="LayerChain"/> judges.</summary>
internal sealed class DropoutRules : LayerRules
{
    public override LayerModel? Judge(DeclaredLayer layer, Shape? arriving, ActivationModel activation, List<DeclarationIssue> issues)
    {
        if (layer is not DeclaredDropout { Probability: { } probability })
        {
            return null;
        }

        // As a float, which is what 1 / (1 − p) is computed from; NaN is in no range.
        bool isRight = probability >= 0 && (float)probability < 1;
        if (!isRight)
        {
            issues.Add(Issue(DiagnosticIds.ConstantOutOfRange, layer.Place.Argument(0), "the probability of being dropped", Numeral.Of(probability), "0 or more and, as a float, below 1"));
        }

        return isRight && arriving is not null ? new DropoutLayer(arriving, probability) : null;
    }
}
