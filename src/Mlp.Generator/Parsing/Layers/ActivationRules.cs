using System.Collections.Generic;
using Mlp.Generator.Model;
using Mlp.Generator.Model.Layers;

namespace Mlp.Generator.Parsing.Layers;

/// <summary>An activation takes any shape; its name was judged before.</summary>
internal sealed class ActivationRules : LayerRules
{
    public override LayerModel? Judge(DeclaredLayer layer, Shape? arriving, ActivationModel activation, List<DeclarationIssue> issues) =>
        arriving is null ? null : new ActivationLayer(arriving, activation);
}
