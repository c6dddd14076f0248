using System;
using System.Linq;
using static Mlp.Testing.Reference.Rounding;

namespace Mlp.Testing.Reference.Layers;

/// <summary>The oracle of scalers: scale · h + offset, for each channel or with one number for all. Constants are given in single precision.</summary>
public sealed class ReferenceAffine(LayerDescription layer, int offset) : ReferenceUnlearned(layer, offset)
{
    private readonly int _channels = layer.InputShape[^1];
    private readonly float[] _scales = [.. layer.Constants.Take(layer.Constants.Count / 2)];
    private readonly float[] _offsets = [.. layer.Constants.Skip(layer.Constants.Count / 2)];

    protected override double[] Values(double[] h) => Each(index => (Scale(index) * h[index]) + Shift(index));

    protected override double[] Errors(double[] h, double[] delta) => Each(index => Scale(index) * delta[index]);

    protected override double[] ValueBounds(double[] h, double[] eH) => Each(index =>
    {
        double scale = Math.Abs(Scale(index));
        double magnitude = (scale * (Math.Abs(h[index]) + eH[index])) + Math.Abs(Shift(index));
        return Checked((Gamma(1) * magnitude) + (scale * eH[index]), magnitude);
    });

    protected override double[] ErrorBounds((double[] Value, double[] Bound) h, (double[] Value, double[] Bound) delta) => Each(index =>
    {
        double scale = Math.Abs(Scale(index));
        double magnitude = scale * (Math.Abs(delta.Value[index]) + delta.Bound[index]);
        return Checked((Gamma(1) * magnitude) + (scale * delta.Bound[index]), magnitude);
    });

    private double Scale(int index) => Constant(_scales, index);

    private double Shift(int index) => Constant(_offsets, index);

    private double Constant(float[] constants, int index) => constants.Length == 1 ? constants[0] : constants[index % _channels];

    private double[] Each(Func<int, double> value)
    {
        double[] result = new double[Inputs];
        for (int index = 0; index < result.Length; index++)
        {
            result[index] = value(index);
        }

        return result;
    }
}
