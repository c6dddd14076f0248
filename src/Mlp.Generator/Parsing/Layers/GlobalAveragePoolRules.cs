using System.Collections.Generic;
using Mlp.Generator.Model;
using Mlp.Generator.Model.Layers;

namespace Mlp.Generator.Parsing.Layers;

/// <summary>Judges means over all positions: there must be positions.</summary>
internal sealed class GlobalAveragePoolRules : LayerRules
{
    public override LayerModel? Judge(DeclaredLayer layer, Shape? arriving, ActivationModel activation, List<DeclarationIssue> issues)
    {
        bool isRight = arriving is null || new WindowRules(layer.Place, "GlobalAveragePool", issues).CheckPositions(arriving);
        return isRight && arriving is not null ? new GlobalAveragePoolLayer(arriving) : null;
    }
}
