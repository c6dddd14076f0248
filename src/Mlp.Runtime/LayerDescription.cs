namespace Mlp;

/// <summary>One layer of a network.</summary>
/// <param name="Kind">The kind of layer; "Dense" today.</param>
/// <param name="Inputs">The fan-in: values read for one sample.</param>
/// <param name="Outputs">The fan-out: values made for one sample.</param>
/// <param name="Activation">A name of <see cref="Mlp.Activation"/>.</param>
/// <param name="ParameterOffset">Where the layer's weights start in the canonical order; its biases follow them.</param>
public sealed record LayerDescription(string Kind, int Inputs, int Outputs, string Activation, int ParameterOffset)
{
    /// <summary>The number of weights.</summary>
    public int WeightCount => Inputs * Outputs;

    /// <summary>The number of biases.</summary>
    public int BiasCount => Outputs;

    /// <summary>The number of weights and biases together.</summary>
    public int ParameterCount => WeightCount + BiasCount;

    /// <summary>Floating-point operations one sample costs: a multiplication and an addition for each weight.</summary>
    public long OperationsPerSample => 2L * Inputs * Outputs;
}
