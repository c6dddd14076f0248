using System;
using System.Collections.Generic;
using Mlp.CompilerServices;

namespace Mlp.Training;

/// <summary>
/// Draws weights to zero, those that a network's own decay draws: all tensors that are initialized at random, and neither biases nor slopes. λ θ
/// joins the gradient; where the optimizer is AdamW, θ shrinks by α λ instead, which gradients do not scale.
/// </summary>
/// <typeparam name="TNetwork">The network.</typeparam>
internal sealed class WeightDecay<TNetwork>
    where TNetwork : INetwork<TNetwork>
{
    private readonly float _decay;
    private readonly bool _isApart;
    private readonly (int Start, int Count)[] _weights;
    private readonly float[] _parameters;

    /// <param name="decay">λ, above 0.</param>
    internal WeightDecay(double decay)
    {
        _decay = (float)decay;
        _isApart = TNetwork.Description.Optimizer.Equals(Optimizer.AdamW, StringComparison.OrdinalIgnoreCase);
        _weights = [.. PiecesOf(TNetwork.Description.Layers)];
        _parameters = new float[TNetwork.ParameterCount];
    }

    /// <summary>Changes the gradient of a batch, or the network's weights, before a step.</summary>
    /// <param name="network">The network, whose parameters the gradient is of.</param>
    /// <param name="gradient">The gradient in canonical order: finite.</param>
    /// <param name="learningRate">The step size α.</param>
    /// <returns>Whether the gradient is still finite: only then it may be applied.</returns>
    internal bool Take(INetwork<TNetwork> network, Span<float> gradient, float learningRate)
    {
        network.CopyParametersTo(_parameters);
        foreach ((int start, int count) in _weights)
        {
            Span<float> weights = _parameters.AsSpan(start, count);
            if (_isApart)
            {
                // θ − (α λ) θ, rounded as the optimizer itself does it.
                VectorNorm.Add(weights, weights, -(learningRate * _decay));
            }
            else
            {
                VectorNorm.Add(gradient.Slice(start, count), weights, _decay);
            }
        }

        if (_isApart)
        {
            network.SetParameters(_parameters);
            return true;
        }

        return VectorNorm.IsFinite(gradient);
    }

    private static IEnumerable<(int Start, int Count)> PiecesOf(IReadOnlyList<LayerDescription> layers)
    {
        foreach (LayerDescription layer in layers)
        {
            int start = layer.ParameterOffset;
            foreach (TensorDescription tensor in layer.Tensors)
            {
                // What has no fan-in starts at one number, and is drawn nowhere.
                if (tensor.FanIn > 0)
                {
                    yield return (start, tensor.Count);
                }

                start += tensor.Count;
            }
        }
    }
}
