using System.Linq;

namespace Mlp.Generator.Model.Layers;

/// <summary>h = scale · x + offset, with numbers that are not learned.</summary>
/// <param name="Input">What arrives, and leaves.</param>
/// <param name="Scales">One for all values, or one for each channel.</param>
/// <param name="Offsets">As many.</param>
internal sealed record AffineLayer(Shape Input, EquatableArray<double> Scales, EquatableArray<double> Offsets) : LayerModel(Input)
{
    public override string Kind => "Affine";

    public override Shape Output => Input;

    public override EquatableArray<TensorModel> Tensors => EquatableArray<TensorModel>.Empty;

    public override long OperationsPerSample => 2L * Inputs;

    public override EquatableArray<double> Constants => Scales.Concat(Offsets).ToEquatableArray();

    public override string Signature => Kind + (Scales.Count == 1
        ? Numeral.Identifier(Scales[0]) + "and" + Numeral.Identifier(Offsets[0])
        : StableHash.Of(string.Join(" ", Constants.Select(Numeral.Of))));

    public override string Written(bool withActivation) => Attribute(Kind, [Values(Scales), Values(Offsets)]);

    private static string Values(EquatableArray<double> values) =>
        values.Count == 1 ? Numeral.Of(values[0]) : $"new double[] {{ {string.Join(", ", values.Select(Numeral.Of))} }}";
}
