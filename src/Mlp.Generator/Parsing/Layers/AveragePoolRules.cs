using System.Collections.Generic;
using Mlp.Generator.Model;
using Mlp.Generator.Model.Layers;

namespace Mlp.Generator.Parsing.Layers;

/// <summary>Judges pools of means.</summary>
internal sealed class AveragePoolRules : LayerRules
{
    public override LayerModel? Judge(DeclaredLayer layer, Shape? arriving, ActivationModel activation, List<DeclarationIssue> issues) =>
        new WindowRules(layer.Place, "AveragePool", issues).Judge(((DeclaredAveragePool)layer).Window, arriving, isPool: true) is { } window ? new AveragePoolLayer(arriving!, window) : null;
}
