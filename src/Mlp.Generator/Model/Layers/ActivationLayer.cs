namespace Mlp.Generator.Model.Layers;

/// <summary>h = g(x), value by value: an activation that no layer before it ends in.</summary>
/// <param name="Input">What arrives, and leaves.</param>
/// <param name="Function">g.</param>
internal sealed record ActivationLayer(Shape Input, ActivationModel Function) : LayerModel(Input)
{
    public override string Kind => "Activation";

    public override Shape Output => Input;

    public override ActivationModel Activation => Function;

    public override bool EndsInActivation => true;

    public override EquatableArray<TensorModel> Tensors => EquatableArray<TensorModel>.Empty;

    public override long OperationsPerSample => 0;

    public override string Signature => Kind + Function.Signature;

    public override string Written(bool withActivation) => $"{Kind}(\"{Function}\")";
}
