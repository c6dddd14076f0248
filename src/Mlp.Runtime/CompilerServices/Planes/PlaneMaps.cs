using System;
using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace Mlp.CompilerServices;

/// <summary>Functions of each value of planes, with numbers that are not learned.</summary>
/// <remarks>
/// Belongs to emitted code of the same version, and may change in any version. Nothing is checked. Lines are read and written in whole vectors.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class PlaneMaps
{
    /// <summary>scale · x + offset.</summary>
    /// <typeparam name="TVector">The vectors.</typeparam>
    /// <typeparam name="TWords">Their words.</typeparam>
    /// <param name="inputs">x.</param>
    /// <param name="inputStride">Floats from a line of a channel to that of the next.</param>
    /// <param name="outputs">Receives the results.</param>
    /// <param name="outputStride">Floats from a line of a channel to that of the next.</param>
    /// <param name="scales">One for all channels, or one for each.</param>
    /// <param name="offsets">As many; none where they are 0.</param>
    /// <param name="height">The lines.</param>
    /// <param name="channels">The channels.</param>
    /// <param name="columns">The floats of a line.</param>
    [MethodImpl(KernelOptions.Kernel)]
    public static void Affine<TVector, TWords>(
        ref float inputs, int inputStride, ref float outputs, int outputStride, ReadOnlySpan<float> scales, ReadOnlySpan<float> offsets, int height, int channels, int columns)
        where TVector : struct
        where TWords : struct, IVectors<TVector>
    {
        for (int line = 0; line < height; line++)
        {
            for (int channel = 0; channel < channels; channel++)
            {
                int number = scales.Length == 1 ? 0 : channel;
                TVector scale = TWords.Fill(scales[number]);
                TVector offset = offsets.IsEmpty ? default : TWords.Fill(offsets[number]);
                for (int column = 0; column < columns; column += TWords.Lanes)
                {
                    TWords.Store(TWords.MultiplyAdd(TWords.Load(ref inputs, column), scale, offset), ref outputs, column);
                }

                inputs = ref Unsafe.Add(ref inputs, inputStride);
                outputs = ref Unsafe.Add(ref outputs, outputStride);
            }
        }
    }

    /// <summary>min(max(x, low), high). A NaN stays one.</summary>
    /// <typeparam name="TVector">The vectors.</typeparam>
    /// <typeparam name="TWords">Their words.</typeparam>
    /// <param name="inputs">x.</param>
    /// <param name="inputStride">Floats between its lines.</param>
    /// <param name="outputs">Receives the results.</param>
    /// <param name="outputStride">Floats between lines there.</param>
    /// <param name="rows">The lines.</param>
    /// <param name="columns">The floats of a line.</param>
    /// <param name="low">The least value.</param>
    /// <param name="high">The greatest value.</param>
    [MethodImpl(KernelOptions.Kernel)]
    public static void Clip<TVector, TWords>(
        ref float inputs, int inputStride, ref float outputs, int outputStride, int rows, int columns, float low, float high)
        where TVector : struct
        where TWords : struct, IVectors<TVector>
    {
        (TVector least, TVector most) = (TWords.Fill(low), TWords.Fill(high));
        for (int row = 0; row < rows; row++)
        {
            for (int column = 0; column < columns; column += TWords.Lanes)
            {
                TWords.Store(TWords.Min(TWords.Max(TWords.Load(ref inputs, column), least), most), ref outputs, column);
            }

            inputs = ref Unsafe.Add(ref inputs, inputStride);
            outputs = ref Unsafe.Add(ref outputs, outputStride);
        }
    }

    /// <summary>The error of what left, where x was between the bounds; 0 elsewhere.</summary>
    /// <typeparam name="TVector">The vectors.</typeparam>
    /// <typeparam name="TWords">Their words.</typeparam>
    /// <param name="inputs">x.</param>
    /// <param name="inputStride">Floats between the lines of x and of its errors.</param>
    /// <param name="deltas">The error of what left.</param>
    /// <param name="deltaStride">Floats between its lines.</param>
    /// <param name="errors">Receives the error of x.</param>
    /// <param name="rows">The lines.</param>
    /// <param name="columns">The floats of a line.</param>
    /// <param name="low">The least value.</param>
    /// <param name="high">The greatest value.</param>
    [MethodImpl(KernelOptions.Kernel)]
    public static void ClipErrors<TVector, TWords>(
        ref float inputs, int inputStride, ref float deltas, int deltaStride, ref float errors, int rows, int columns, float low, float high)
        where TVector : struct
        where TWords : struct, IVectors<TVector>
    {
        (TVector least, TVector most) = (TWords.Fill(low), TWords.Fill(high));
        for (int row = 0; row < rows; row++)
        {
            for (int column = 0; column < columns; column += TWords.Lanes)
            {
                TWords.Store(TWords.WhereBetween(TWords.Load(ref inputs, column), least, most, TWords.Load(ref deltas, column)), ref errors, column);
            }

            inputs = ref Unsafe.Add(ref inputs, inputStride);
            deltas = ref Unsafe.Add(ref deltas, deltaStride);
            errors = ref Unsafe.Add(ref errors, inputStride);
        }
    }
}
