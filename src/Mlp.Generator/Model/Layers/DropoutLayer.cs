namespace Mlp.Generator.Model.Layers;

/// <summary>h = m ⊙ x in training, where m is 0 for what is dropped and 1 / (1 − p) for what stays; h = x where nothing is trained.</summary>
/// <param name="Input">What arrives, and leaves.</param>
/// <param name="Probability">p, the probability of being dropped.</param>
internal sealed record DropoutLayer(Shape Input, double Probability) : LayerModel(Input)
{
    public override string Kind => "Dropout";

    public override Shape Output => Input;

    public override EquatableArray<TensorModel> Tensors => EquatableArray<TensorModel>.Empty;

    public override long OperationsPerSample => 0;

    public override EquatableArray<double> Constants => new[] { Probability }.ToEquatableArray();

    public override string Signature => Kind + Numeral.Identifier(Probability);

    public override string Written(bool withActivation) => Attribute(Kind, [Numeral.Of(Probability)]);
}
