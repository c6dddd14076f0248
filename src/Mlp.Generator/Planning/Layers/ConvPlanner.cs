using System.Linq;
using Mlp.Generator.Model;
using Mlp.Generator.Model.Layers;
using Mlp.Generator.Planning.Storage;

namespace Mlp.Generator.Planning.Layers;

/// <summary>Lays out a convolution: weights as [taps][channels][filters padded], so that filters stand side by side; then the biases.</summary>
internal sealed class ConvPlanner : InterpretedPlanner
{
    public override LayerStorage Store(LayerModel layer, int number, int offset, PlanChoices choices)
    {
        TensorModel weights = layer.Tensors[0];
        int taps = weights.Shape.Extents.Count - 2;
        var stored = TensorStorage.InOrder(weights, number, offset, [.. Enumerable.Range(2, taps), 1, 0]);
        return new LayerStorage(new[] { stored, TensorStorage.Of(layer.Tensors[1], number, stored.End, innermost: 0) }.ToEquatableArray());
    }
}
