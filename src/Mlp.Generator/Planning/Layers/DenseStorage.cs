using Mlp.Generator.Planning.Steps;
using Mlp.Generator.Planning.Storage;

namespace Mlp.Generator.Planning.Layers;

/// <summary>Where a dense layer's parameters stand, as its planner reads it.</summary>
/// <param name="Weights">[outputs, inputs].</param>
/// <param name="Biases">[outputs].</param>
internal sealed record DenseStorage(TensorStorage Weights, TensorStorage Biases)
{
    public int Outputs => Weights.Tensor.Shape.Extents[0];

    public int Inputs => Weights.Tensor.Shape.Extents[1];

    /// <summary>Floats between the weights of neighbouring outputs, in panels those of one panel.</summary>
    public int OutputStride => Weights.Strides[Weights.Strides.Count - 2];

    /// <summary>Floats between the weights of neighbouring inputs.</summary>
    public int InputStride => Weights.Strides[Weights.Strides.Count - 1];

    public WeightOrder Order => Weights.Strides.Count > Weights.Tensor.Shape.Extents.Count ? WeightOrder.InPanels
        : InputStride == 1 ? WeightOrder.ByOutput
        : WeightOrder.ByInput;

    /// <summary>Outputs side by side in storage, as they are in lanes: all of them, or those of a panel.</summary>
    public int OutputsTogether => Weights.Extents[Weights.Extents.Count - 2];

    /// <summary>The outputs as axes of a product's columns: the panels around what one has, or one axis.</summary>
    /// <param name="panel">An axis along panels.</param>
    /// <param name="output">An axis along neighbouring outputs.</param>
    public Axis[] OutputAxes(Axis panel, Axis output) => Order == WeightOrder.InPanels
        ? [panel with { Count = Weights.Extents[0] }, output with { Count = OutputsTogether }]
        : [output with { Count = Outputs }];

    /// <summary>Floats from one panel to the next.</summary>
    public int PanelStride => Order == WeightOrder.InPanels ? Weights.Strides[0] : 0;

    /// <summary>Floats from one stored row of weights to the next.</summary>
    public int Stride => Order != WeightOrder.ByOutput ? InputStride : OutputStride;

    public static DenseStorage Of(LayerStorage stored) => new(stored["Weights"], stored["Biases"]);
}
