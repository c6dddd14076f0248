using System;
using static Mlp.Testing.Reference.Rounding;

namespace Mlp.Testing.Reference.Layers;

/// <summary>The oracle of dense layers: z = W h + b [Lu 1-4], in plain loops.</summary>
public sealed class ReferenceDense(LayerDescription layer, int offset) : ReferenceLayer(layer, offset)
{
    public override int ParameterCount => (Inputs + 1) * Outputs;

    public override bool IsWeight(int parameter) => parameter < Inputs * Outputs;

    /// <summary>The canonical index of a weight.</summary>
    public int Weight(int output, int input) => Offset + (output * Inputs) + input;

    /// <summary>The canonical index of a bias.</summary>
    public int Bias(int output) => Offset + (Inputs * Outputs) + output;

    public override double[] Sums(ReadOnlySpan<double> parameters, double[] h)
    {
        double[] z = new double[Outputs];
        for (int o = 0; o < Outputs; o++)
        {
            ReadOnlySpan<double> row = parameters.Slice(Weight(o, 0), Inputs);
            double sum = parameters[Bias(o)];
            for (int i = 0; i < row.Length; i++)
            {
                sum += row[i] * h[i];
            }

            z[o] = sum;
        }

        return z;
    }

    /// <summary>Wᵀ δ [Lu 12].</summary>
    public override double[] Back(ReadOnlySpan<double> parameters, double[] h, double[] delta)
    {
        double[] back = new double[Inputs];
        for (int o = 0; o < Outputs; o++)
        {
            ReadOnlySpan<double> row = parameters.Slice(Weight(o, 0), Inputs);
            for (int i = 0; i < row.Length; i++)
            {
                back[i] += row[i] * delta[o];
            }
        }

        return back;
    }

    /// <summary>δ hᵀ and δ [Lu 13-14].</summary>
    public override void AddGradient(double[] h, double[] delta, Span<double> gradient)
    {
        for (int o = 0; o < Outputs; o++)
        {
            for (int i = 0; i < Inputs; i++)
            {
                gradient[Weight(o, i)] += delta[o] * h[i];
            }

            gradient[Bias(o)] += delta[o];
        }
    }

    internal override double[] SumBounds(ReadOnlySpan<double> parameters, double[] h, double[] eH)
    {
        double[] eZ = new double[Outputs];
        for (int o = 0; o < Outputs; o++)
        {
            ReadOnlySpan<double> row = parameters.Slice(Weight(o, 0), Inputs);
            double magnitude = Math.Abs(parameters[Bias(o)]);
            double carried = 0;
            for (int i = 0; i < row.Length; i++)
            {
                double w = Math.Abs(row[i]);
                magnitude += w * Math.Abs(h[i]);
                carried += w * eH[i];
            }

            magnitude += carried;
            double bound = (Gamma(Inputs) * magnitude) + carried;
            eZ[o] = bound == 0 ? 0 : Checked(bound, magnitude);
        }

        return eZ;
    }

    internal override (double[] Sum, double[] Bound) BackBounds(
        ReadOnlySpan<double> parameters, (double[] Value, double[] Bound) h, (double[] Value, double[] Bound) delta)
    {
        double[] sum = new double[Inputs];
        double[] magnitude = new double[Inputs];
        double[] carried = new double[Inputs];
        for (int o = 0; o < Outputs; o++)
        {
            ReadOnlySpan<double> row = parameters.Slice(Weight(o, 0), Inputs);
            double reach = Math.Abs(delta.Value[o]) + delta.Bound[o];
            for (int i = 0; i < row.Length; i++)
            {
                sum[i] += row[i] * delta.Value[o];
                magnitude[i] += Math.Abs(row[i]) * reach;
                carried[i] += Math.Abs(row[i]) * delta.Bound[o];
            }
        }

        double gamma = Gamma(Outputs);
        for (int i = 0; i < sum.Length; i++)
        {
            carried[i] = Checked((gamma * magnitude[i]) + carried[i], magnitude[i]);
        }

        return (sum, carried);
    }

    internal override void AddGradientBounds((double[] Value, double[] Bound) h, (double[] Value, double[] Bound) delta, BoundedSums gradient)
    {
        for (int o = 0; o < Outputs; o++)
        {
            gradient.Add(Weight(o, 0), delta.Value[o], delta.Bound[o], h.Value, h.Bound);
            gradient.Add(Bias(o), delta.Value[o], delta.Bound[o], [1], [0]);
        }
    }
}
