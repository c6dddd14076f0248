using System.Globalization;

namespace Mlp.Generator.Model.Layers;

/// <summary>h = g(W x + b) with every input joined to every output [Lu 1-2].</summary>
/// <param name="Input">The shape that arrives; its values are taken one after another.</param>
/// <param name="Units">The number of outputs.</param>
/// <param name="Function">g; the identity in the last layer, whose activation is the head's.</param>
internal sealed record DenseLayer(Shape Input, int Units, ActivationModel Function) : LayerModel(Input)
{
    public override string Kind => "Dense";

    public override string Written(bool withActivation) => Attribute(Kind, [Units.ToString(CultureInfo.InvariantCulture)], withActivation ? Function : null);

    public override bool EndsInActivation => true;

    public override bool HasKernels => true;

    public override Shape Output => Shape.Of(Units);

    public override ActivationModel Activation => Function;

    public override EquatableArray<TensorModel> Tensors => new[]
    {
        new TensorModel("Weights", "W", Shape.Of(Units, Inputs), new[] { "output", "input" }.ToEquatableArray(), Inputs, Units, IsWeight: true),
        new TensorModel(TensorModel.Biases, "b", Shape.Of(Units), new[] { "output" }.ToEquatableArray(), Inputs, Units, IsWeight: false),
    }.ToEquatableArray();

    public override long OperationsPerSample => 2L * Inputs * Units;

    public override string Signature =>
        Kind + Units.ToString(CultureInfo.InvariantCulture) + (Function == ActivationKind.Identity ? "" : Function.Signature);
}
