using Mlp.Generator.Planning.Storage;

namespace Mlp.Generator.Planning.Layers;

/// <summary>Where a dense layer's parameters stand, as its planner reads it.</summary>
/// <param name="Weights">[outputs, inputs].</param>
/// <param name="Biases">[outputs].</param>
internal sealed record DenseStorage(TensorStorage Weights, TensorStorage Biases)
{
    public int Outputs => Weights.Tensor.Shape.Extents[0];

    public int Inputs => Weights.Tensor.Shape.Extents[1];

    /// <summary>Floats between the weights of neighbouring outputs.</summary>
    public int OutputStride => Weights.Strides[0];

    /// <summary>Floats between the weights of neighbouring inputs.</summary>
    public int InputStride => Weights.Strides[1];

    public WeightOrder Order => InputStride == 1 ? WeightOrder.ByOutput : WeightOrder.ByInput;

    /// <summary>Floats from one stored row of weights to the next.</summary>
    public int Stride => Order == WeightOrder.ByInput ? InputStride : OutputStride;

    public static DenseStorage Of(LayerStorage stored) => new(stored["Weights"], stored["Biases"]);
}
