using System;
using System.Collections.Generic;
using System.Linq;

namespace Mlp.Serving;

/// <summary>What a layer makes of inexact values before its activation, and how far any float evaluation may be from it.</summary>
/// <remarks>
/// A dense layer, a convolution, a scaler and a mean are sums of products (<see cref="BoundedSum"/>); a mean has weights of 1 / n. A maximum and a
/// clip move no more than what they choose from. A dropout predicts what arrives.
/// </remarks>
internal static class LayerBounds
{
    /// <summary>The sums of a layer and the error of each, infinite where a sum may leave the range of float; null where the kind is not known.</summary>
    /// <param name="layer">The layer.</param>
    /// <param name="parameters">The network's parameters in canonical order.</param>
    /// <param name="inputs">What arrives.</param>
    /// <param name="errors">How far that may be off.</param>
    internal static (double[] Sums, double[] Errors)? Of(LayerDescription layer, ReadOnlySpan<float> parameters, double[] inputs, double[] errors)
    {
        double[] sums = new double[layer.Outputs];
        double[] bounds = new double[layer.Outputs];
        int channels = layer.OutputShape[^1];
        for (int output = 0; output < sums.Length; output++)
        {
            (int position, int channel) = int.DivRem(output, channels);
            (double Sum, double Bound)? found = layer.Kind switch
            {
                "Dense" => Dense(layer, parameters, inputs, errors, output),
                "Conv" => Convolution(layer, parameters, inputs, errors, position, channel),
                "MaxPool" => Largest(layer, inputs, errors, position, channel),
                "AveragePool" => Mean([.. Taps(layer, position).Select(tap => tap.Seen)], channels, inputs, errors, channel),
                "GlobalAveragePool" => Mean([.. Enumerable.Range(0, layer.Inputs / channels)], channels, inputs, errors, channel),
                "Activation" or "Dropout" => (inputs[output], errors[output]),
                "PReLU" => Sloped(parameters[layer.ParameterOffset + channel], inputs[output], errors[output]),
                "Affine" => Scaled(layer, inputs[output], errors[output], channel),
                "Clip" => (double.Min(double.Max(inputs[output], layer.Constants[0]), layer.Constants[1]), errors[output]),
                _ => null,
            };
            if (found is not var (sum, bound))
            {
                return null;
            }

            (sums[output], bounds[output]) = (sum, bound);
        }

        return (sums, bounds);
    }

    private static (double Sum, double Bound) Dense(LayerDescription layer, ReadOnlySpan<float> parameters, double[] inputs, double[] errors, int unit)
    {
        parameters = parameters.Slice(layer.ParameterOffset, layer.ParameterCount);
        var sum = new BoundedSum(parameters[layer.WeightCount + unit]);
        ReadOnlySpan<float> weights = parameters.Slice(unit * layer.Inputs, layer.Inputs);
        for (int index = 0; index < weights.Length; index++)
        {
            sum.Add(weights[index], inputs[index], errors[index]);
        }

        return sum.Bounded();
    }

    private static (double Sum, double Bound) Convolution(
        LayerDescription layer, ReadOnlySpan<float> parameters, double[] inputs, double[] errors, int position, int filter)
    {
        WindowDescription window = layer.Window!;
        int arriving = layer.InputShape[^1];
        int channels = arriving / window.Groups;
        int first = filter / (layer.OutputShape[^1] / window.Groups) * channels;
        int taps = layer.WeightCount / (layer.OutputShape[^1] * channels);
        parameters = parameters.Slice(layer.ParameterOffset, layer.ParameterCount);
        var sum = new BoundedSum(parameters[layer.WeightCount + filter]);
        foreach ((int tap, int seen) in Taps(layer, position))
        {
            for (int channel = 0; channel < channels; channel++)
            {
                int input = (seen * arriving) + first + channel;
                sum.Add(parameters[(((filter * channels) + channel) * taps) + tap], inputs[input], errors[input]);
            }
        }

        return sum.Bounded();
    }

    private static (double Sum, double Bound) Largest(LayerDescription layer, double[] inputs, double[] errors, int position, int channel)
    {
        (double largest, double bound) = (double.NegativeInfinity, 0);
        foreach ((int _, int seen) in Taps(layer, position))
        {
            int input = (seen * layer.InputShape[^1]) + channel;
            largest = double.Max(largest, inputs[input]);
            bound = double.Max(bound, errors[input]);
        }

        return (largest, bound);
    }

    private static (double Sum, double Bound) Mean(int[] positions, int channels, double[] inputs, double[] errors, int channel)
    {
        var sum = new BoundedSum(0);
        foreach (int position in positions)
        {
            sum.Add(1.0 / positions.Length, inputs[(position * channels) + channel], errors[(position * channels) + channel]);
        }

        return sum.Bounded();
    }

    private static (double Sum, double Bound) Scaled(LayerDescription layer, double input, double error, int channel)
    {
        int given = layer.Constants.Count / 2;
        int place = given == 1 ? 0 : channel;
        var sum = new BoundedSum(layer.Constants[given + place]);
        sum.Add(layer.Constants[place], input, error);
        return sum.Bounded();
    }

    /// <summary>What arrives moves the result by no more than itself, or by the slope's multiple; the product is rounded.</summary>
    private static (double Sum, double Bound) Sloped(float slope, double input, double error)
    {
        var product = new BoundedSum(0);
        product.Add(slope, double.Min(input, 0), error);
        (double sum, double bound) = product.Bounded();
        return (double.Max(input, 0) + sum, double.Max(bound, bound + ((1 - double.Abs(slope)) * error)));
    }

    /// <summary>The taps of a window that lie inside the sample, and the positions that they see. Along one axis there is one row.</summary>
    private static IEnumerable<(int Tap, int Seen)> Taps(LayerDescription layer, int position)
    {
        WindowDescription window = layer.Window!;
        bool isImage = layer.InputShape.Count == 3;
        int height = isImage ? layer.InputShape[0] : 1;
        int width = layer.InputShape[^2];
        (int outRow, int outColumn) = int.DivRem(position, layer.OutputShape[^2]);
        for (int row = 0; row < (isImage ? window.Kernel[0] : 1); row++)
        {
            int seenRow = isImage ? (outRow * window.Strides[0]) + (row * window.Dilations[0]) - window.PaddingBefore[0] : 0;
            for (int column = 0; column < window.Kernel[^1]; column++)
            {
                int seenColumn = (outColumn * window.Strides[^1]) + (column * window.Dilations[^1]) - window.PaddingBefore[^1];
                if (seenRow >= 0 && seenRow < height && seenColumn >= 0 && seenColumn < width)
                {
                    yield return ((row * window.Kernel[^1]) + column, (seenRow * width) + seenColumn);
                }
            }
        }
    }
}
