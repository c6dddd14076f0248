namespace Mlp.Generator.Model.Layers;

/// <summary>The mean of each channel over all positions.</summary>
/// <param name="Input">What arrives: length and channels, or height, width and channels.</param>
internal sealed record GlobalAveragePoolLayer(Shape Input) : LayerModel(Input)
{
    public override string Kind => "GlobalAveragePool";

    public override Shape Output => Shape.Of(Input.Channels);

    public override EquatableArray<TensorModel> Tensors => EquatableArray<TensorModel>.Empty;

    public override long OperationsPerSample => Inputs;

    public override string Signature => Kind;

    public override string Written(bool withActivation) => Kind;
}
