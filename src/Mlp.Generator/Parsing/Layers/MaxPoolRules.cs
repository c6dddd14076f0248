using System.Collections.Generic;
using Mlp.Generator.Model;
using Mlp.Generator.Model.Layers;

namespace Mlp.Generator.Parsing.Layers;

/// <summary>Judges pools of largest values.</summary>
internal sealed class MaxPoolRules : LayerRules
{
    public override LayerModel? Judge(DeclaredLayer layer, Shape? arriving, ActivationModel activation, List<DeclarationIssue> issues) =>
        new WindowRules(layer.Place, "MaxPool", issues).Judge(((DeclaredMaxPool)layer).Window, arriving, isPool: true) is { } window ? new MaxPoolLayer(arriving!, window) : null;
}
