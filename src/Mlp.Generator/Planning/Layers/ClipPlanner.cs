using Mlp.Generator.Model.Layers;
using Mlp.Generator.Planning.Steps;
using Mlp.Generator.Planning.Storage;

namespace Mlp.Generator.Planning.Layers;

/// <summary>Plans Clip layers: the error passes where nothing was cut off.</summary>
internal sealed class ClipPlanner : MapPlanner
{
    protected override Step Map(LayerModel layer, Place from, PlaneLayout fromLayout, Place to, PlaneLayout toLayout) =>
        new ClipStep(from, fromLayout, to, toLayout, ((ClipLayer)layer).Low, ((ClipLayer)layer).High);

    protected override Step MapBack(LayerModel layer, Place from, PlaneLayout fromLayout, Place deltas, PlaneLayout deltasLayout, Place errors) =>
        new ClipStep(from, fromLayout, deltas, deltasLayout, ((ClipLayer)layer).Low, ((ClipLayer)layer).High, errors);
}
