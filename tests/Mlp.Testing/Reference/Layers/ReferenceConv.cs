using System;
using System.Linq;
using static Mlp.Testing.Reference.Rounding;

namespace Mlp.Testing.Reference.Layers;

/// <summary>
/// The oracle of convolutions: z[p, o] = b[o] + Σ w[o, i, k] h[p · stride + k · dilation − padding, i] over the taps inside the sample and the channels
/// of the filter's group, in plain loops over what leaves.
/// </summary>
public sealed class ReferenceConv : ReferenceLayer
{
    private readonly ReferenceWindows _windows;
    private readonly int _groupChannels;
    private readonly int _groupFilters;

    // The weights and inputs whose products each output is the sum of.
    private readonly (int Weight, int Input)[][] _products;

    public ReferenceConv(LayerDescription layer, int offset)
        : base(layer, offset)
    {
        _windows = new ReferenceWindows(layer);
        _groupChannels = _windows.Channels / layer.Window!.Groups;
        _groupFilters = _windows.Filters / layer.Window.Groups;
        _products = [.. Enumerable.Range(0, Outputs).Select(Products)];
    }

    public override int ParameterCount => WeightCount + _windows.Filters;

    public override int TermsASample => _windows.Seen.Length;

    private int WeightCount => _windows.Filters * _groupChannels * _windows.Taps;

    private int Terms => _windows.Taps * _groupChannels;

    public override bool IsWeight(int parameter) => parameter < WeightCount;

    /// <summary>The canonical index of a weight; the channel is counted within the group.</summary>
    public int Weight(int filter, int channel, int tap) => Offset + (((filter * _groupChannels) + channel) * _windows.Taps) + tap;

    /// <summary>The canonical index of a bias.</summary>
    public int Bias(int filter) => Offset + WeightCount + filter;

    public override double[] Sums(ReadOnlySpan<double> parameters, double[] h)
    {
        double[] z = new double[Outputs];
        for (int output = 0; output < Outputs; output++)
        {
            z[output] = parameters[Bias(output % _windows.Filters)];
            foreach ((int weight, int input) in _products[output])
            {
                z[output] += parameters[weight] * h[input];
            }
        }

        return z;
    }

    public override double[] Back(ReadOnlySpan<double> parameters, double[] h, double[] delta)
    {
        double[] back = new double[Inputs];
        for (int output = 0; output < Outputs; output++)
        {
            foreach ((int weight, int input) in _products[output])
            {
                back[input] += parameters[weight] * delta[output];
            }
        }

        return back;
    }

    public override void AddGradient(double[] h, double[] delta, Span<double> gradient)
    {
        for (int output = 0; output < Outputs; output++)
        {
            gradient[Bias(output % _windows.Filters)] += delta[output];
            foreach ((int weight, int input) in _products[output])
            {
                gradient[weight] += delta[output] * h[input];
            }
        }
    }

    internal override double[] SumBounds(ReadOnlySpan<double> parameters, double[] h, double[] eH)
    {
        double[] eZ = new double[Outputs];
        for (int output = 0; output < Outputs; output++)
        {
            double magnitude = Math.Abs(parameters[Bias(output % _windows.Filters)]);
            double carried = 0;
            foreach ((int weight, int input) in _products[output])
            {
                double w = Math.Abs(parameters[weight]);
                magnitude += w * (Math.Abs(h[input]) + eH[input]);
                carried += w * eH[input];
            }

            double bound = (Gamma(Terms) * magnitude) + carried;
            eZ[output] = bound == 0 ? 0 : Checked(bound, magnitude);
        }

        return eZ;
    }

    internal override (double[] Sum, double[] Bound) BackBounds(
        ReadOnlySpan<double> parameters, (double[] Value, double[] Bound) h, (double[] Value, double[] Bound) delta)
    {
        var back = new BoundedSums(Inputs);
        for (int output = 0; output < Outputs; output++)
        {
            foreach ((int weight, int input) in _products[output])
            {
                back.Add(input, delta.Value[output], delta.Bound[output], [parameters[weight]], [0]);
            }
        }

        // Each window that sees an input sends back a product for each filter of its group.
        return back.Finish(input => _windows.Windows[input / _windows.Channels] * _groupFilters);
    }

    internal override void AddGradientBounds((double[] Value, double[] Bound) h, (double[] Value, double[] Bound) delta, BoundedSums gradient)
    {
        for (int output = 0; output < Outputs; output++)
        {
            gradient.Add(Bias(output % _windows.Filters), delta.Value[output], delta.Bound[output], [1], [0]);
            foreach ((int weight, int input) in _products[output])
            {
                gradient.Add(weight, delta.Value[output], delta.Bound[output], [h.Value[input]], [h.Bound[input]]);
            }
        }
    }

    private (int Weight, int Input)[] Products(int output)
    {
        (int position, int filter) = Math.DivRem(output, _windows.Filters);
        int firstChannel = filter / _groupFilters * _groupChannels;
        (int Tap, int Position)[] seen = _windows.Seen[position];
        var products = new (int, int)[seen.Length * _groupChannels];
        for (int product = 0; product < products.Length; product++)
        {
            ((int tap, int at), int channel) = (seen[product / _groupChannels], product % _groupChannels);
            products[product] = (Weight(filter, channel, tap), (at * _windows.Channels) + firstChannel + channel);
        }

        return products;
    }
}
