using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace Mlp.CompilerServices;

/// <summary>PReLU: max(x, 0) + a ⊙ min(x, 0) with slopes a that are learned [He et al. 2015]; at 0 the derivative is a.</summary>
/// <remarks>
/// Belongs to emitted code of the same version, and may change in any version. Nothing is checked. Lines are read and written in whole vectors. Way back:
/// errors are computed before anything is added onto the slopes, so that these may be what the gradient is added onto.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class LearnedSlopes
{
    /// <summary>A slope for each channel, whose values have lines of their own.</summary>
    /// <typeparam name="TVector">The vectors.</typeparam>
    /// <typeparam name="TWords">Their words.</typeparam>
    /// <param name="inputs">x.</param>
    /// <param name="inputStride">Floats from a line of a channel to that of the next.</param>
    /// <param name="slopes">a.</param>
    /// <param name="outputs">Receives the results.</param>
    /// <param name="outputStride">Floats from a line of a channel to that of the next.</param>
    /// <param name="height">The lines.</param>
    /// <param name="channels">The channels.</param>
    /// <param name="columns">The floats of a line.</param>
    [MethodImpl(KernelOptions.Kernel)]
    public static void OfPlanes<TVector, TWords>(
        ref float inputs, int inputStride, ref float slopes, ref float outputs, int outputStride, int height, int channels, int columns)
        where TVector : struct
        where TWords : struct, IVectors<TVector>
    {
        for (int line = 0; line < height; line++)
        {
            for (int channel = 0; channel < channels; channel++)
            {
                TVector slope = TWords.Spread(ref slopes, channel);
                for (int column = 0; column < columns; column += TWords.Lanes)
                {
                    TWords.Store(Value<TVector, TWords>(TWords.Load(ref inputs, column), slope), ref outputs, column);
                }

                inputs = ref Unsafe.Add(ref inputs, inputStride);
                outputs = ref Unsafe.Add(ref outputs, outputStride);
            }
        }
    }

    /// <summary>The way back of <see cref="OfPlanes"/>: the error of x, and the gradient of a, which is added up over lines, columns and samples.</summary>
    /// <typeparam name="TVector">The vectors.</typeparam>
    /// <typeparam name="TWords">Their words.</typeparam>
    /// <param name="inputs">x.</param>
    /// <param name="inputStride">Floats from a line of a channel to that of the next.</param>
    /// <param name="deltas">The error of what left.</param>
    /// <param name="deltaStride">Floats from a line of a channel to that of the next.</param>
    /// <param name="slopes">a.</param>
    /// <param name="errors">Receives the error of x, in the strides of x; where it is δ itself, in its own.</param>
    /// <param name="gradient">Receives the gradient of a on top of what is there.</param>
    /// <param name="height">The lines.</param>
    /// <param name="channels">The channels.</param>
    /// <param name="columns">The floats of a line, whole vectors.</param>
    [MethodImpl(KernelOptions.Kernel)]
    public static void ErrorsOfPlanes<TVector, TWords>(
        ref float inputs, int inputStride, ref float deltas, int deltaStride, ref float slopes, ref float errors, ref float gradient, int height, int channels, int columns)
        where TVector : struct
        where TWords : struct, IVectors<TVector>
    {
        int errorStride = Unsafe.AreSame(ref errors, ref deltas) ? deltaStride : inputStride;
        for (int channel = 0; channel < channels; channel++)
        {
            TVector slope = TWords.Spread(ref slopes, channel);
            TVector sum = default;
            for (int line = 0; line < height; line++)
            {
                int row = (line * channels) + channel;
                ref float x = ref Unsafe.Add(ref inputs, row * inputStride);
                ref float delta = ref Unsafe.Add(ref deltas, row * deltaStride);
                ref float error = ref Unsafe.Add(ref errors, row * errorStride);
                for (int column = 0; column < columns; column += TWords.Lanes)
                {
                    (TVector value, TVector given) = (TWords.Load(ref x, column), TWords.Load(ref delta, column));
                    sum = TWords.MultiplyAdd(given, TWords.Min(value, default), sum);
                    TWords.Store(Error<TVector, TWords>(value, given, slope), ref error, column);
                }
            }

            LaneDots.AddTogether(TWords.SumTogether(sum, default, default, default), ref Unsafe.Add(ref gradient, channel), 1);
        }
    }

    /// <summary>A slope for each value of a sample, which stand side by side.</summary>
    /// <typeparam name="TVector">The vectors.</typeparam>
    /// <typeparam name="TWords">Their words.</typeparam>
    /// <param name="inputs">x of the first sample.</param>
    /// <param name="inputStride">Floats from a sample to the next.</param>
    /// <param name="slopes">a, padded to whole vectors.</param>
    /// <param name="outputs">Receives the results.</param>
    /// <param name="outputStride">Floats from a sample to the next.</param>
    /// <param name="values">The values of a sample.</param>
    /// <param name="samples">The samples.</param>
    [MethodImpl(KernelOptions.Kernel)]
    public static void OfRows<TVector, TWords>(
        ref float inputs, int inputStride, ref float slopes, ref float outputs, int outputStride, int values, int samples)
        where TVector : struct
        where TWords : struct, IVectors<TVector>
    {
        for (int value = 0; value < values; value += TWords.Lanes)
        {
            TVector slope = TWords.Load(ref slopes, value);
            for (int sample = 0; sample < samples; sample++)
            {
                TWords.Store(
                    Value<TVector, TWords>(TWords.Load(ref inputs, (sample * inputStride) + value), slope), ref outputs, (sample * outputStride) + value);
            }
        }
    }

    /// <summary>The way back of <see cref="OfRows"/>: the error of x, and the gradient of a, which is added up over the samples.</summary>
    /// <typeparam name="TVector">The vectors.</typeparam>
    /// <typeparam name="TWords">Their words.</typeparam>
    /// <param name="inputs">x of the first sample.</param>
    /// <param name="inputStride">Floats from a sample to the next.</param>
    /// <param name="deltas">The error of what left.</param>
    /// <param name="deltaStride">Floats from a sample to the next.</param>
    /// <param name="slopes">a, padded to whole vectors.</param>
    /// <param name="errors">Receives the error of x, in the stride of x; where it is δ itself, in its own.</param>
    /// <param name="gradient">Receives the gradient of a on top of what is there, padded as a is.</param>
    /// <param name="values">The values of a sample.</param>
    /// <param name="samples">The samples.</param>
    [MethodImpl(KernelOptions.Kernel)]
    public static void ErrorsOfRows<TVector, TWords>(
        ref float inputs, int inputStride, ref float deltas, int deltaStride, ref float slopes, ref float errors, ref float gradient, int values, int samples)
        where TVector : struct
        where TWords : struct, IVectors<TVector>
    {
        int errorStride = Unsafe.AreSame(ref errors, ref deltas) ? deltaStride : inputStride;
        for (int value = 0; value < values; value += TWords.Lanes)
        {
            TVector slope = TWords.Load(ref slopes, value);
            TVector sum = TWords.Load(ref gradient, value);
            for (int sample = 0; sample < samples; sample++)
            {
                TVector x = TWords.Load(ref inputs, (sample * inputStride) + value);
                TVector delta = TWords.Load(ref deltas, (sample * deltaStride) + value);
                sum = TWords.MultiplyAdd(delta, TWords.Min(x, default), sum);
                TWords.Store(Error<TVector, TWords>(x, delta, slope), ref errors, (sample * errorStride) + value);
            }

            TWords.Store(sum, ref gradient, value);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector Value<TVector, TWords>(TVector x, TVector slope)
        where TVector : struct
        where TWords : struct, IVectors<TVector> => TWords.MultiplyAdd(slope, TWords.Min(x, default), TWords.Max(x, default));

    // δ where x is above 0, and a δ elsewhere: one of the two is 0.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector Error<TVector, TWords>(TVector x, TVector delta, TVector slope)
        where TVector : struct
        where TWords : struct, IVectors<TVector>
    {
        TVector above = TWords.Max(x, default);
        return TWords.MultiplyAdd(slope, TWords.WhereSame(above, default, delta), TWords.WhereOther(above, default, delta));
    }
}
