using System.Linq;

namespace Mlp.Generator.Model.Layers;

/// <summary>h = min(max(x, low), high).</summary>
/// <param name="Input">What arrives, and leaves.</param>
/// <param name="Low">The least value.</param>
/// <param name="High">The greatest value.</param>
internal sealed record ClipLayer(Shape Input, double Low, double High) : LayerModel(Input)
{
    public override string Kind => "Clip";

    public override Shape Output => Input;

    public override EquatableArray<TensorModel> Tensors => EquatableArray<TensorModel>.Empty;

    public override long OperationsPerSample => 0;

    public override EquatableArray<double> Constants => new[] { Low, High }.ToEquatableArray();

    public override string Signature => Kind + Numeral.Identifier(Low) + "to" + Numeral.Identifier(High);

    public override string Written(bool withActivation) => Attribute(Kind, [.. Constants.Select(Bound)]);

    private static string Bound(double value) =>
        double.IsInfinity(value) ? "double." + (value < 0 ? nameof(double.NegativeInfinity) : nameof(double.PositiveInfinity)) : Numeral.Of(value);
}
