using Mlp.Generator.Model;
using Mlp.Generator.Model.Layers;
using Mlp.Generator.Planning.Steps;
using Mlp.Generator.Planning.Storage;

namespace Mlp.Generator.Planning.Layers;

/// <summary>Plans Affine layers: the error is the scale's multiple.</summary>
internal sealed class AffinePlanner : MapPlanner
{
    protected override Step Map(LayerModel layer, Place from, PlaneLayout fromLayout, Place to, PlaneLayout toLayout) =>
        new AffineStep(from, fromLayout.ChannelStride, to, toLayout, ((AffineLayer)layer).Scales, ((AffineLayer)layer).Offsets);

    protected override Step MapBack(LayerModel layer, Place from, PlaneLayout fromLayout, Place deltas, PlaneLayout deltasLayout, Place errors) =>
        new AffineStep(deltas, deltasLayout.ChannelStride, errors, fromLayout, ((AffineLayer)layer).Scales, EquatableArray<double>.Empty);
}
