namespace Mlp.Generator.Model;

/// <summary>h = g(W x + b) with every input joined to every output [Lu 1-2].</summary>
internal sealed record DenseLayer(int Inputs, int Outputs, ActivationKind Activation) : LayerModel(Inputs, Outputs, Activation)
{
    public override string Kind => "Dense";

    public int WeightCount => Inputs * Outputs;

    public override int ParameterCount => WeightCount + Outputs;

    public override long OperationsPerSample => 2L * Inputs * Outputs;
}
