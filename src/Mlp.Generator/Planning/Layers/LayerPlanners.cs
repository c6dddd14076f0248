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
        [typeof(ConvLayer)] = new ConvPlanner(),
        [typeof(MaxPoolLayer)] = new MaxPoolPlanner(),
        [typeof(AveragePoolLayer)] = new AveragePoolPlanner(),
        [typeof(GlobalAveragePoolLayer)] = new GlobalAveragePoolPlanner(),
        [typeof(ActivationLayer)] = new ActivationPlanner(),
        [typeof(AffineLayer)] = new AffinePlanner(),
        [typeof(ClipLayer)] = new ClipPlanner(),
        [typeof(PReLULayer)] = new PReLUPlanner(),
        [typeof(DropoutLayer)] = new DropoutPlanner(),
    };

    public static LayerPlanner Of(LayerModel layer) => Planners[layer.GetType()];
}
