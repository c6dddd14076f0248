using System;
using System.ComponentModel;
using Mlp.Storage;

namespace Mlp.Initialization;

/// <summary>
/// Draws the initial parameters of a dense layer: weights from one of the distributions of <see cref="Mlp.Initializer"/>,
/// biases 0. Weights are drawn in canonical order, so that the same seed gives the same parameters whatever the layout.
/// </summary>
/// <remarks>Nothing outside the layer's own weights and biases is written, and nothing is allocated.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class WeightInitializer
{
    /// <summary>Uniform on [−1/√M, 1/√M], with M inputs [NPFL129].</summary>
    /// <param name="generator">Where the numbers come from.</param>
    /// <param name="parameters">The network's storage.</param>
    /// <param name="layout">The layer's place in it.</param>
    public static void Uniform(ref RandomGenerator generator, Span<float> parameters, in DenseLayout layout) =>
        FillUniform(ref generator, parameters, layout, 1 / Math.Sqrt(layout.Inputs));

    /// <summary>Uniform on [−√(6/(M+N)), √(6/(M+N))], with M inputs and N outputs [Glorot and Bengio 2010].</summary>
    /// <inheritdoc cref="Uniform"/>
    public static void GlorotUniform(ref RandomGenerator generator, Span<float> parameters, in DenseLayout layout) =>
        FillUniform(ref generator, parameters, layout, Math.Sqrt(6.0 / (layout.Inputs + layout.Outputs)));

    /// <summary>Normal with mean 0 and variance 2/(M+N), with M inputs and N outputs [Glorot and Bengio 2010].</summary>
    /// <inheritdoc cref="Uniform"/>
    public static void GlorotNormal(ref RandomGenerator generator, Span<float> parameters, in DenseLayout layout) =>
        FillNormal(ref generator, parameters, layout, Math.Sqrt(2.0 / (layout.Inputs + layout.Outputs)));

    /// <summary>Uniform on [−√(6/M), √(6/M)], with M inputs [He et al. 2015].</summary>
    /// <inheritdoc cref="Uniform"/>
    public static void HeUniform(ref RandomGenerator generator, Span<float> parameters, in DenseLayout layout) =>
        FillUniform(ref generator, parameters, layout, Math.Sqrt(6.0 / layout.Inputs));

    /// <summary>Normal with mean 0 and variance 2/M, with M inputs [He et al. 2015].</summary>
    /// <inheritdoc cref="Uniform"/>
    public static void HeNormal(ref RandomGenerator generator, Span<float> parameters, in DenseLayout layout) =>
        FillNormal(ref generator, parameters, layout, Math.Sqrt(2.0 / layout.Inputs));

    private static void FillUniform(ref RandomGenerator generator, Span<float> parameters, in DenseLayout layout, double limit)
    {
        for (int output = 0; output < layout.Outputs; output++)
        {
            for (int input = 0; input < layout.Inputs; input++)
            {
                parameters[layout.WeightIndex(output, input)] = generator.NextUniform((float)limit);
            }
        }

        parameters.Slice(layout.Biases, layout.Outputs).Clear();
    }

    private static void FillNormal(ref RandomGenerator generator, Span<float> parameters, in DenseLayout layout, double deviation)
    {
        for (int output = 0; output < layout.Outputs; output++)
        {
            for (int input = 0; input < layout.Inputs; input++)
            {
                parameters[layout.WeightIndex(output, input)] = generator.NextNormal() * (float)deviation;
            }
        }

        parameters.Slice(layout.Biases, layout.Outputs).Clear();
    }
}
