using System.Globalization;

namespace Mlp.Generator.Model.Layers;

/// <summary>y[p, o] = g(b[o] + Σ w[o, i, k] x[p · stride + k · dilation, i]): a convolution as frameworks have it.</summary>
/// <param name="Input">What arrives: length and channels, or height, width and channels.</param>
/// <param name="Filters">The channels that leave.</param>
/// <param name="Taken">How it goes over a sample.</param>
/// <param name="Parts">Into how many groups channels are divided.</param>
/// <param name="Function">g; the identity in the last layer, whose activation is the head's.</param>
internal sealed record ConvLayer(Shape Input, int Filters, WindowModel Taken, int Parts, ActivationModel Function) : LayerModel(Input)
{
    private static readonly string[] SequenceAxes = ["filter", "channel", "tap"];
    private static readonly string[] ImageAxes = ["filter", "channel", "row", "column"];

    public override string Kind => "Conv";

    public override bool HasKernels => true;

    public override Shape Output => Taken.Over(Input, Filters);

    public override ActivationModel Activation => Function;

    public override bool EndsInActivation => true;

    public override WindowModel Window => Taken;

    public override int Groups => Parts;

    public override EquatableArray<TensorModel> Tensors
    {
        get
        {
            int channels = Input.Channels / Parts;
            (int fanIn, int fanOut) = (channels * Taken.Taps, Filters / Parts * Taken.Taps);
            return new[]
            {
                new TensorModel("Weights", "W", Shape.Of([Filters, channels, .. Taken.Kernel]), (Taken.Kernel.Count == 1 ? SequenceAxes : ImageAxes).ToEquatableArray(), fanIn, fanOut, IsWeight: true),
                new TensorModel(TensorModel.Biases, "b", Shape.Of(Filters), new[] { "filter" }.ToEquatableArray(), fanIn, fanOut, IsWeight: false),
            }.ToEquatableArray();
        }
    }

    public override long OperationsPerSample => 2L * Outputs * (Input.Channels / Parts) * Taken.Taps;

    public override string Signature =>
        Kind + Text(Filters) + "k" + Taken.Signature(1) + (Parts == 1 ? "" : "g" + Text(Parts)) + (Function == ActivationKind.Identity ? "" : Function.Signature);

    public override string Written(bool withActivation) =>
        Attribute(Kind, [Text(Filters), .. Taken.Arguments(1), .. Parts == 1 ? (string[])[] : ["Groups = " + Text(Parts)]], withActivation ? Function : null);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
