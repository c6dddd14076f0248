using System;
using System.Collections.Generic;
using Mlp.CompilerServices;

namespace Mlp.Training;

/// <summary>Holds a batch's gradient, clips it, and measures the mean gradient of an epoch, whole and layer by layer.</summary>
internal sealed class GradientMeter
{
    private readonly double? _clipNorm;
    private readonly AlignedBuffer _gradient;

    // Σ over the epoch's batches of samples · gradient, in double: there is no end of batches. No memory where nobody asks for its norm.
    private readonly double[] _sum;
    private readonly IReadOnlyList<LayerDescription> _layers;

    /// <param name="parameterCount">The number of values in a gradient.</param>
    /// <param name="layers">The layers to measure each by itself; may be empty.</param>
    /// <param name="options">What is asked for.</param>
    internal GradientMeter(int parameterCount, IReadOnlyList<LayerDescription> layers, TrainerOptions options)
    {
        _clipNorm = options.ClipNorm;
        _gradient = AlignedBuffer.Allocate(parameterCount);
        _sum = options.MeasureGradients || options.GradientTolerance is not null ? new double[parameterCount] : [];
        _layers = layers;
    }

    /// <summary>The gradient of the batch at hand.</summary>
    internal Span<float> Gradient => _gradient.Span;

    /// <summary>Measures the gradient of a batch, then scales it down where it is too long.</summary>
    /// <param name="samples">The number of samples that it is the mean of.</param>
    /// <returns>Whether it is finite: only then it may be applied.</returns>
    internal bool Take(int samples)
    {
        Span<float> gradient = Gradient;
        double norm = Math.Sqrt(VectorNorm.SquaredSum(gradient));
        if (!double.IsFinite(norm))
        {
            return false;
        }

        if (_sum.Length > 0)
        {
            VectorNorm.Add(_sum, gradient, samples);
        }

        if (norm > _clipNorm)
        {
            VectorNorm.Scale(gradient, (float)(_clipNorm.Value / norm));
        }

        return true;
    }

    /// <summary>Norms of the epoch's mean gradient; the next epoch starts from nothing.</summary>
    /// <param name="samples">The number of samples of the epoch.</param>
    /// <param name="layerNorms">The norm of each layer; empty where there are no layers to measure.</param>
    /// <returns>The norm over all layers; none where nobody asks for it.</returns>
    internal double? EndEpoch(int samples, out double[] layerNorms)
    {
        layerNorms = [];
        if (_sum.Length == 0)
        {
            return null;
        }

        double norm = Math.Sqrt(VectorNorm.SquaredSum(_sum)) / samples;
        layerNorms = new double[_layers.Count];
        for (int index = 0; index < layerNorms.Length; index++)
        {
            ReadOnlySpan<double> layer = _sum.AsSpan(_layers[index].ParameterOffset, _layers[index].ParameterCount);
            layerNorms[index] = Math.Sqrt(VectorNorm.SquaredSum(layer)) / samples;
        }

        Array.Clear(_sum);
        return norm;
    }
}
