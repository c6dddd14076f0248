using System;
using System.Collections.Generic;
using Mlp.Generator.Model.Layers;

namespace Mlp.Generator.Planning.Layers;

/// <summary>Which planner plans which kind of layer.</summary>
internal static class LayerPlanners
{
    private static readonly Dictionary<Type, LayerPlanner> Planners = new()
    {
        [typeof(DenseLayer)] = new DensePlanner(),
    };

    public static LayerPlanner Of(LayerModel layer) => Planners[layer.GetType()];
}
