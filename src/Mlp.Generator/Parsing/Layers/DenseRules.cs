using System.Collections.Generic;
using Mlp.Generator.Model;
using Mlp.Generator.Model.Layers;

namespace Mlp.Generator.Parsing.Layers;

/// <summary>Judges dense layers: the number of outputs is within the limits, and any shape may arrive.</summary>
internal sealed class DenseRules : LayerRules
{
    public override LayerModel? Judge(DeclaredLayer layer, Shape? arriving, ActivationModel activation, List<DeclarationIssue> issues)
    {
        var dense = (DeclaredDense)layer;
        bool isRight = LayerSizeRules.Check(dense.Units, dense.Place.IsAttribute ? "number of outputs" : "layer size", dense.Place.Argument(0), issues);
        return isRight && arriving is not null ? new DenseLayer(arriving.Flat, dense.Units.Value.GetValueOrDefault(), activation) : null;
    }
}
