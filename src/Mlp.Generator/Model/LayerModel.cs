namespace Mlp.Generator.Model;

/// <summary>One layer of a network. Dense is the first kind; a convolution joins as another.</summary>
internal abstract record LayerModel(int Inputs, int Outputs, ActivationKind Activation)
{
    /// <summary>The name of the kind, as the runtime's layer description shows it.</summary>
    public abstract string Kind { get; }

    /// <summary>The number of weights and biases together.</summary>
    public abstract int ParameterCount { get; }

    /// <summary>Floating-point operations one sample costs, counting a multiplication and an addition for each weight.</summary>
    public abstract long OperationsPerSample { get; }
}
