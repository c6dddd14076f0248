namespace Mlp.Generator.Model.Layers;

/// <summary>h = max(x, 0) + a ⊙ min(x, 0), with a slope a for each channel that is learned [He et al. 2015]. It is written as an activation.</summary>
/// <param name="Input">What arrives, and leaves.</param>
/// <param name="Start">What slopes start from; null for the usual number.</param>
internal sealed record PReLULayer(Shape Input, double? Start) : LayerModel(Input)
{
    public override string Kind => "PReLU";

    public override bool HasKernels => true;

    public override Shape Output => Input;

    public override EquatableArray<TensorModel> Tensors => new[]
    {
        new TensorModel("Slopes", "a", Shape.Of(Input.Channels), new[] { "channel" }.ToEquatableArray(), 1, 1, IsWeight: false, Start ?? ActivationModel.UsualConstant(ActivationKind.PReLU)!.Value),
    }.ToEquatableArray();

    public override long OperationsPerSample => 2L * Inputs;

    public override string Signature => Function.Signature;

    private ActivationModel Function => new(ActivationKind.PReLU, Start);

    public override string Written(bool withActivation) => $"Activation(\"{Function}\")";
}
