using System;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Mlp.CompilerServices;

/// <content>
/// One sample, with columns in the lanes: first what each column has of the lines of a window, then what each window has of the columns, for
/// every column; of these those where a window begins are taken.
/// </content>
public static partial class PlanePools
{
    // Vectors are read and written past the last column.
    private const int Room = 32;

    // With more, a vector of columns reads more than what each window has of a line.
    private const int FewTaps = 4;

    // More stands in native memory.
    private const int StackFloats = 2048;

    /// <summary>The largest value of each window of one sample.</summary>
    /// <typeparam name="TVector">The vectors.</typeparam>
    /// <typeparam name="TWords">Their words.</typeparam>
    /// <param name="inputs">What arrives.</param>
    /// <param name="inputStride">Floats from a line of a channel to that of the next.</param>
    /// <param name="outputs">Receives what leaves.</param>
    /// <param name="outputStride">Floats from a line of a channel to that of the next.</param>
    /// <param name="rows">How windows go over lines.</param>
    /// <param name="columns">How they go over columns.</param>
    /// <param name="channels">The channels.</param>
    public static void MaxOfOne<TVector, TWords>(
        ref float inputs, int inputStride, ref float outputs, int outputStride, WindowAxis rows, WindowAxis columns, int channels)
        where TVector : struct
        where TWords : struct, IVectors<TVector> =>
        OfOne<TVector, TWords>(ref inputs, inputStride, ref outputs, outputStride, rows, columns, channels, isMax: true);

    /// <summary>The mean of each window of one sample over its positions inside the image.</summary>
    /// <typeparam name="TVector">The vectors.</typeparam>
    /// <typeparam name="TWords">Their words.</typeparam>
    /// <param name="inputs">What arrives.</param>
    /// <param name="inputStride">Floats from a line of a channel to that of the next.</param>
    /// <param name="outputs">Receives what leaves.</param>
    /// <param name="outputStride">Floats from a line of a channel to that of the next.</param>
    /// <param name="rows">How windows go over lines.</param>
    /// <param name="columns">How they go over columns.</param>
    /// <param name="channels">The channels.</param>
    public static void AverageOfOne<TVector, TWords>(
        ref float inputs, int inputStride, ref float outputs, int outputStride, WindowAxis rows, WindowAxis columns, int channels)
        where TVector : struct
        where TWords : struct, IVectors<TVector> =>
        OfOne<TVector, TWords>(ref inputs, inputStride, ref outputs, outputStride, rows, columns, channels, isMax: false);

    /// <summary>The windows in place where that is possible, else by way of what the lines of a window have.</summary>
    [MethodImpl(KernelOptions.Kernel)]
    private static void OfOne<TVector, TWords>(
        ref float inputs, int inputStride, ref float outputs, int outputStride, WindowAxis rows, WindowAxis columns, int channels, bool isMax)
        where TVector : struct
        where TWords : struct, IVectors<TVector>
    {
        if (IsInside(columns))
        {
            Inside<TVector, TWords>(ref inputs, inputStride, ref outputs, outputStride, rows, columns, channels, isMax);
            return;
        }

        int line = LineFloats(columns);
        using NativeScratch memory = 2 * line > StackFloats ? new NativeScratch(2 * line) : default;
        Span<float> scratch = 2 * line > StackFloats ? MemoryMarshal.CreateSpan(ref memory.Start, 2 * line) : stackalloc float[2 * line];

        // Outside of the image nothing is ever the largest, or adds to a mean.
        scratch[..line].Fill(isMax ? float.NegativeInfinity : 0);
        FromLines<TVector, TWords>(
            ref inputs, inputStride, ref outputs, outputStride, rows, columns, channels, ref MemoryMarshal.GetReference(scratch), line, isMax);
    }

    /// <summary>Whether no window reaches past a line, and each sees so few columns that they are read for every window.</summary>
    private static bool IsInside(WindowAxis columns) =>
        columns.Kernel <= FewTaps && columns.Before == 0 && columns.EndTap(columns.StartOf(columns.Positions - 1)) == columns.Kernel;

    /// <summary>Windows that do not reach past a line: what they see is read in place, a vector of columns at a time.</summary>
    [MethodImpl(KernelOptions.Kernel)]
    private static void Inside<TVector, TWords>(
        ref float inputs, int inputStride, ref float outputs, int outputStride, WindowAxis rows, WindowAxis columns, int channels, bool isMax)
        where TVector : struct
        where TWords : struct, IVectors<TVector>
    {
        ref float windows = ref MemoryMarshal.GetReference((Span<float>)stackalloc float[TWords.Lanes]);
        for (int line = 0; line < rows.Positions; line++)
        {
            int top = rows.StartOf(line);
            int lineStride = channels * inputStride * rows.Dilation;
            (int firstRow, int endRow) = (rows.FirstTap(top), rows.EndTap(top));
            TVector shares = TWords.Fill(1f / ((endRow - firstRow) * columns.Kernel));
            ref float image = ref Unsafe.Add(ref inputs, (top * channels * inputStride) + (firstRow * lineStride));
            for (int channel = 0; channel < channels; channel++)
            {
                ref float result = ref Unsafe.Add(ref outputs, ((line * channels) + channel) * outputStride);
                int position = 0;
                for (int column = 0; position < columns.Positions; column += TWords.Lanes)
                {
                    ref float seen = ref Unsafe.Add(ref image, column);
                    TVector value = isMax ? TWords.Load(ref seen, 0) : default;
                    for (int row = firstRow; row < endRow; row++)
                    {
                        for (int tap = 0; tap < columns.Kernel; tap++)
                        {
                            TVector next = TWords.Load(ref seen, tap * columns.Dilation);
                            value = isMax ? TWords.Max(value, next) : TWords.Add(value, next);
                        }

                        seen = ref Unsafe.Add(ref seen, lineStride);
                    }

                    value = isMax ? value : TWords.Multiply(value, shares);
                    if (columns.Stride == 2)
                    {
                        int count = int.Min(TWords.Lanes / 2, columns.Positions - position);
                        TWords.StoreFirst(TWords.EverySecond(value), ref result, position, count);
                        position += count;
                        continue;
                    }

                    TWords.Store(value, ref windows, 0);
                    for (int at = (position * columns.Stride) - column; at < TWords.Lanes && position < columns.Positions; at += columns.Stride)
                    {
                        Unsafe.Add(ref result, position++) = Unsafe.Add(ref windows, at);
                    }
                }

                image = ref Unsafe.Add(ref image, inputStride);
            }
        }
    }

    /// <summary>The floats of a line with all that windows see outside of it.</summary>
    private static int LineFloats(WindowAxis columns) =>
        columns.Before + int.Max(columns.Length, columns.StartOf(columns.Positions - 1) + ((columns.Kernel - 1) * columns.Dilation) + 1) + (2 * Room);

    [MethodImpl(KernelOptions.Kernel)]
    private static void FromLines<TVector, TWords>(
        ref float inputs,
        int inputStride,
        ref float outputs,
        int outputStride,
        WindowAxis rows,
        WindowAxis columns,
        int channels,
        ref float ofLines,
        int lineFloats,
        bool isMax)
        where TVector : struct
        where TWords : struct, IVectors<TVector>
    {
        ref float ofWindows = ref Unsafe.Add(ref ofLines, lineFloats);
        ref float inside = ref Unsafe.Add(ref ofLines, columns.Before);
        int windows = ((columns.Positions - 1) * columns.Stride) + 1;
        for (int line = 0; line < rows.Positions; line++)
        {
            int top = rows.StartOf(line);
            int lineStride = channels * inputStride * rows.Dilation;
            (int firstRow, int endRow) = (rows.FirstTap(top), rows.EndTap(top));
            ref float image = ref Unsafe.Add(ref inputs, (top * channels * inputStride) + (firstRow * lineStride));
            for (int channel = 0; channel < channels; channel++)
            {
                AcrossLines<TVector, TWords>(ref image, lineStride, endRow - firstRow, columns.Length, ref inside, isMax);
                for (int column = 0; column < windows; column += TWords.Lanes)
                {
                    TVector value = TWords.Load(ref ofLines, column);
                    for (int tap = 1; tap < columns.Kernel; tap++)
                    {
                        TVector next = TWords.Load(ref ofLines, column + (tap * columns.Dilation));
                        value = isMax ? TWords.Max(value, next) : TWords.Add(value, next);
                    }

                    TWords.Store(value, ref ofWindows, column);
                }

                ref float result = ref Unsafe.Add(ref outputs, ((line * channels) + channel) * outputStride);
                for (int position = 0; position < columns.Positions; position++)
                {
                    int left = columns.StartOf(position);
                    float share = isMax ? 1 : 1f / ((endRow - firstRow) * (columns.EndTap(left) - columns.FirstTap(left)));
                    Unsafe.Add(ref result, position) = Unsafe.Add(ref ofWindows, position * columns.Stride) * share;
                }

                image = ref Unsafe.Add(ref image, inputStride);
            }
        }
    }

    /// <summary>Of each column what the lines of a window have; what is behind the last column stays as it is.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void AcrossLines<TVector, TWords>(ref float image, int lineStride, int lines, int length, ref float result, bool isMax)
        where TVector : struct
        where TWords : struct, IVectors<TVector>
    {
        for (int column = 0; column < length; column += TWords.Lanes)
        {
            int left = length - column;
            TVector value = TWords.Load(ref image, column);
            for (int line = 1; line < lines; line++)
            {
                TVector next = TWords.Load(ref image, (line * lineStride) + column);
                value = isMax ? TWords.Max(value, next) : TWords.Add(value, next);
            }

            if (left < TWords.Lanes)
            {
                TWords.StoreFirst(value, ref result, column, left);
            }
            else
            {
                TWords.Store(value, ref result, column);
            }
        }
    }
}
