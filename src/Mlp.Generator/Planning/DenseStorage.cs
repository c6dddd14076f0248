namespace Mlp.Generator.Planning;

/// <summary>Where a dense layer's parameters stand in the network's storage.</summary>
/// <param name="Inputs">The fan-in.</param>
/// <param name="Outputs">The fan-out.</param>
/// <param name="Order">Which weights stand side by side.</param>
/// <param name="Stride">Floats from one row of weights to the next, a multiple of the storage lanes.</param>
/// <param name="Weights">The index of the first weight.</param>
/// <param name="Biases">The index of the first bias; biases are padded like a row.</param>
internal sealed record DenseStorage(int Inputs, int Outputs, WeightOrder Order, int Stride, int Weights, int Biases)
{
    public int InputStride => Order == WeightOrder.ByInput ? Stride : 1;

    public int OutputStride => Order == WeightOrder.ByInput ? 1 : Stride;
}
