namespace Mlp.Testing.Reference;

/// <summary>One dense layer of the oracle.</summary>
/// <param name="Inputs">The fan-in.</param>
/// <param name="Outputs">The fan-out.</param>
/// <param name="Activation">What is applied to W h + b.</param>
/// <param name="Offset">Where the weights start in the canonical order.</param>
public sealed record ReferenceLayer(int Inputs, int Outputs, ReferenceActivation Activation, int Offset)
{
    /// <summary>The canonical index of a weight.</summary>
    public int Weight(int output, int input) => Offset + (output * Inputs) + input;

    /// <summary>The canonical index of a bias.</summary>
    public int Bias(int output) => Offset + (Inputs * Outputs) + output;
}
