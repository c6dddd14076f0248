using System.Linq;

namespace Mlp.Testing.Reference.Layers;

/// <summary>The oracle of global average pools: the mean of each channel, which is every so manieth value.</summary>
public sealed class ReferenceGlobalAveragePool(LayerDescription layer, int offset)
    : ReferenceMean(layer, offset, [.. Enumerable.Range(0, layer.Outputs).Select(channel => Enumerable.Range(0, layer.Inputs).Where(input => input % layer.Outputs == channel).ToArray())]);
