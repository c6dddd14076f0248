namespace Mlp.Testing.Reference.Layers;

/// <summary>The oracle of average pools: the mean of what each window sees inside the sample, channel by channel.</summary>
public sealed class ReferenceAveragePool(LayerDescription layer, int offset) : ReferenceMean(layer, offset, new ReferenceWindows(layer).Inputs());
