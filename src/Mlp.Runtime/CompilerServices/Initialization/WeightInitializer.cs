using System;
using System.ComponentModel;
using Mlp.Initialization;

namespace Mlp.CompilerServices;

/// <summary>
/// Draws a tensor of weights from the distributions of <see cref="Initializer"/>. Weights are drawn in canonical order, wherever they
/// are stored, so that a seed means the same in every layout.
/// </summary>
/// <remarks>Belongs to emitted code of the same version, and may change in any version.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class WeightInitializer
{
    /// <summary>Uniform on [−1/√M, 1/√M] with M the fan-in [NPFL129].</summary>
    /// <param name="generator">Moved on by one number a weight.</param>
    /// <param name="parameters">The network's storage; padding is left alone.</param>
    /// <param name="tensor">Where the tensor stands in it.</param>
    /// <param name="fanIn">M, how many inputs each output of the layer is made of: 1 or more.</param>
    /// <param name="fanOut">N, how many outputs each input of the layer has a part in: 1 or more.</param>
    /// <exception cref="IndexOutOfRangeException">The storage ends before the tensor does.</exception>
    public static void Uniform(ref RandomGenerator generator, Span<float> parameters, TensorLayout tensor, int fanIn, int fanOut) =>
        DrawUniform(ref generator, parameters, tensor, 1 / Math.Sqrt(fanIn));

    /// <summary>Uniform on [−√(6/(M+N)), √(6/(M+N))] with M the fan-in and N the fan-out [Glorot and Bengio 2010].</summary>
    /// <inheritdoc cref="Uniform"/>
    public static void GlorotUniform(ref RandomGenerator generator, Span<float> parameters, TensorLayout tensor, int fanIn, int fanOut) =>
        DrawUniform(ref generator, parameters, tensor, Math.Sqrt(6 / ((double)fanIn + fanOut)));

    /// <summary>Normal with mean 0 and variance 2/(M+N), M the fan-in and N the fan-out [Glorot and Bengio 2010].</summary>
    /// <param name="generator">Moved on; of each two normal numbers it keeps the second for the next call.</param>
    /// <param name="parameters">The network's storage; padding is left alone.</param>
    /// <param name="tensor">Where the tensor stands in it.</param>
    /// <param name="fanIn">M, how many inputs each output of the layer is made of: 1 or more.</param>
    /// <param name="fanOut">N, how many outputs each input of the layer has a part in: 1 or more.</param>
    /// <exception cref="IndexOutOfRangeException">The storage ends before the tensor does.</exception>
    public static void GlorotNormal(ref RandomGenerator generator, Span<float> parameters, TensorLayout tensor, int fanIn, int fanOut) =>
        DrawNormal(ref generator, parameters, tensor, Math.Sqrt(2 / ((double)fanIn + fanOut)));

    /// <summary>Uniform on [−√(6/M), √(6/M)] with M the fan-in [He et al. 2015].</summary>
    /// <inheritdoc cref="Uniform"/>
    public static void HeUniform(ref RandomGenerator generator, Span<float> parameters, TensorLayout tensor, int fanIn, int fanOut) =>
        DrawUniform(ref generator, parameters, tensor, Math.Sqrt(6 / (double)fanIn));

    /// <summary>Normal with mean 0 and variance 2/M, M the fan-in [He et al. 2015].</summary>
    /// <inheritdoc cref="GlorotNormal"/>
    public static void HeNormal(ref RandomGenerator generator, Span<float> parameters, TensorLayout tensor, int fanIn, int fanOut) =>
        DrawNormal(ref generator, parameters, tensor, Math.Sqrt(2 / (double)fanIn));

    private static void DrawUniform(ref RandomGenerator generator, Span<float> parameters, TensorLayout tensor, double limit)
    {
        float bound = RoundDown(limit);
        (int rows, int columns, int stride) = (tensor.Rows, tensor.Columns, tensor.ColumnStride);
        for (int row = 0; row < rows; row++)
        {
            int index = tensor.RowStart(row);
            for (int column = 0; column < columns; column++, index += stride)
            {
                parameters[index] = generator.NextUniform(bound);
            }
        }
    }

    private static void DrawNormal(ref RandomGenerator generator, Span<float> parameters, TensorLayout tensor, double deviation)
    {
        (int rows, int columns, int stride) = (tensor.Rows, tensor.Columns, tensor.ColumnStride);
        for (int row = 0; row < rows; row++)
        {
            int index = tensor.RowStart(row);
            for (int column = 0; column < columns; column++, index += stride)
            {
                parameters[index] = (float)(deviation * generator.NextNormal());
            }
        }
    }

    /// <summary>The largest float that is no larger, so that no weight exceeds the limit of the formula.</summary>
    private static float RoundDown(double limit)
    {
        float nearest = (float)limit;
        return nearest > limit ? MathF.BitDecrement(nearest) : nearest;
    }
}
