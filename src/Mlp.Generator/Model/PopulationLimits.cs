using Mlp.Generator.Model.Layers;

namespace Mlp.Generator.Model;

/// <summary>Which layers may have agents side by side in the lanes, each with parameters of its own. A population has kernels where all layers may.</summary>
internal static class PopulationLimits
{
    /// <summary>The first layer that may not, counted from 0; -1 where all may.</summary>
    /// <param name="layers">The layers of a network that is trained.</param>
    public static int FirstWithoutKernels(EquatableArray<LayerModel> layers) => System.Array.FindIndex([.. layers], layer => !Allow(layer));

    /// <summary>Whether a layer of this kind may where samples have no shape.</summary>
    /// <param name="layer">The layer, of whatever shape.</param>
    public static bool AllowFlat(LayerModel layer) => Allow(layer with { Input = layer.Input.Flat });

    private static bool Allow(LayerModel layer) => layer switch
    {
        DenseLayer => true,

        // Values of a shape stand otherwise in planes than one by one.
        ActivationLayer or AffineLayer or ClipLayer or PReLULayer or DropoutLayer => layer.Input.Extents.Count == 1,
        _ => false,
    };
}
