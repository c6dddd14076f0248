using System;
using System.ComponentModel;
using Mlp.Initialization;

namespace Mlp.CompilerServices;

/// <summary>
/// Draws the weights of one layer from the distributions of <see cref="Initializer"/> and sets its biases to zero. Weights
/// are drawn in canonical order ([out, in]), wherever they are stored, so that a seed means the same in every layout.
/// </summary>
/// <remarks>Belongs to emitted code of the same version, and may change in any version.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class WeightInitializer
{
    /// <summary>Uniform on [−1/√M, 1/√M] with M the fan-in [NPFL129].</summary>
    /// <param name="generator">Moved on by one number a weight.</param>
    /// <param name="parameters">The network's storage; padding is left alone.</param>
    /// <param name="layout">Where the layer's parameters stand in it.</param>
    /// <exception cref="ArgumentException">The storage ends before the layer's biases do.</exception>
    /// <exception cref="IndexOutOfRangeException">The storage ends before the layer's weights do.</exception>
    public static void Uniform(ref RandomGenerator generator, Span<float> parameters, in DenseLayout layout) =>
        DrawUniform(ref generator, parameters, layout, 1 / Math.Sqrt(layout.Inputs));

    /// <summary>Uniform on [−√(6/(M+N)), √(6/(M+N))] with M the fan-in and N the fan-out [Glorot and Bengio 2010].</summary>
    /// <inheritdoc cref="Uniform"/>
    public static void GlorotUniform(ref RandomGenerator generator, Span<float> parameters, in DenseLayout layout) =>
        DrawUniform(ref generator, parameters, layout, Math.Sqrt(6 / ((double)layout.Inputs + layout.Outputs)));

    /// <summary>Normal with mean 0 and variance 2/(M+N), M the fan-in and N the fan-out [Glorot and Bengio 2010].</summary>
    /// <param name="generator">Moved on; of each two normal numbers it keeps the second for the next call.</param>
    /// <param name="parameters">The network's storage; padding is left alone.</param>
    /// <param name="layout">Where the layer's parameters stand in it.</param>
    /// <exception cref="ArgumentException">The storage ends before the layer's biases do.</exception>
    /// <exception cref="IndexOutOfRangeException">The storage ends before the layer's weights do.</exception>
    public static void GlorotNormal(ref RandomGenerator generator, Span<float> parameters, in DenseLayout layout) =>
        DrawNormal(ref generator, parameters, layout, Math.Sqrt(2 / ((double)layout.Inputs + layout.Outputs)));

    /// <summary>Uniform on [−√(6/M), √(6/M)] with M the fan-in [He et al. 2015].</summary>
    /// <inheritdoc cref="Uniform"/>
    public static void HeUniform(ref RandomGenerator generator, Span<float> parameters, in DenseLayout layout) =>
        DrawUniform(ref generator, parameters, layout, Math.Sqrt(6 / (double)layout.Inputs));

    /// <summary>Normal with mean 0 and variance 2/M, M the fan-in [He et al. 2015].</summary>
    /// <inheritdoc cref="GlorotNormal"/>
    public static void HeNormal(ref RandomGenerator generator, Span<float> parameters, in DenseLayout layout) =>
        DrawNormal(ref generator, parameters, layout, Math.Sqrt(2 / (double)layout.Inputs));

    private static void DrawUniform(ref RandomGenerator generator, Span<float> parameters, in DenseLayout layout, double limit)
    {
        float bound = RoundDown(limit);
        for (int output = 0; output < layout.Outputs; output++)
        {
            for (int input = 0; input < layout.Inputs; input++)
            {
                parameters[layout.WeightIndex(output, input)] = generator.NextUniform(bound);
            }
        }

        parameters.Slice(layout.Biases, layout.Outputs).Clear();
    }

    private static void DrawNormal(ref RandomGenerator generator, Span<float> parameters, in DenseLayout layout, double deviation)
    {
        for (int output = 0; output < layout.Outputs; output++)
        {
            for (int input = 0; input < layout.Inputs; input++)
            {
                parameters[layout.WeightIndex(output, input)] = (float)(deviation * generator.NextNormal());
            }
        }

        parameters.Slice(layout.Biases, layout.Outputs).Clear();
    }

    /// <summary>The largest float that is no larger, so that no weight exceeds the limit of the formula.</summary>
    private static float RoundDown(double limit)
    {
        float nearest = (float)limit;
        return nearest > limit ? MathF.BitDecrement(nearest) : nearest;
    }
}
