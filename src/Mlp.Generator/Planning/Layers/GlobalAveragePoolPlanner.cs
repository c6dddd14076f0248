using Mlp.Generator.Model.Layers;
using Mlp.Generator.Planning.Steps;

namespace Mlp.Generator.Planning.Layers;

/// <summary>Plans GlobalAveragePool layers: one window that sees the whole image.</summary>
internal sealed class GlobalAveragePoolPlanner() : PoolPlanner(isMax: false)
{
    protected override PlaneWindow WindowOf(LayerModel layer) => PlaneWindows.Whole(layer.Input);
}
