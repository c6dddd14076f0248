using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace Mlp.CompilerServices;

/// <summary>Pools over planes with samples in the lanes: the largest value of each window, or its mean, and the way back.</summary>
/// <remarks>Belongs to emitted code of the same version, and may change in any version. Nothing is checked.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public static partial class PlanePools
{
    /// <summary>The largest value of each window; positions outside the image never count. A NaN is the largest.</summary>
    /// <typeparam name="TVector">The vectors.</typeparam>
    /// <typeparam name="TWords">Their words.</typeparam>
    /// <param name="inputs">What arrives.</param>
    /// <param name="inputStride">Floats from a line of a channel to that of the next.</param>
    /// <param name="outputs">Receives what leaves.</param>
    /// <param name="outputStride">Floats from a line of a channel to that of the next.</param>
    /// <param name="rows">How windows go over lines.</param>
    /// <param name="columns">How they go over columns.</param>
    /// <param name="channels">The channels.</param>
    /// <param name="lanes">The samples side by side, whole vectors.</param>
    [MethodImpl(KernelOptions.Kernel)]
    public static void Max<TVector, TWords>(
        ref float inputs, int inputStride, ref float outputs, int outputStride, WindowAxis rows, WindowAxis columns, int channels, int lanes)
        where TVector : struct
        where TWords : struct, IVectors<TVector>
    {
        for (int line = 0; line < rows.Positions; line++)
        {
            int top = rows.StartOf(line);
            int lineStride = channels * inputStride * rows.Dilation;
            (int firstRow, int endRow) = (rows.FirstTap(top), rows.EndTap(top));
            ref float image = ref Unsafe.Add(ref inputs, (top * channels * inputStride) + (firstRow * lineStride));
            for (int channel = 0; channel < channels; channel++)
            {
                ref float result = ref Unsafe.Add(ref outputs, ((line * channels) + channel) * outputStride);
                for (int position = 0; position < columns.Positions; position++)
                {
                    int left = columns.StartOf(position);
                    (int first, int end) = (columns.FirstTap(left), columns.EndTap(left));
                    for (int lane = 0; lane < lanes; lane += TWords.Lanes)
                    {
                        ref float seen = ref Unsafe.Add(ref image, ((left + (first * columns.Dilation)) * lanes) + lane);
                        TVector largest = TWords.Load(ref seen, 0);
                        for (int row = firstRow; row < endRow; row++)
                        {
                            int offset = 0;
                            for (int tap = first; tap < end; tap++)
                            {
                                largest = TWords.Max(largest, TWords.Load(ref seen, offset));
                                offset += columns.Dilation * lanes;
                            }

                            seen = ref Unsafe.Add(ref seen, lineStride);
                        }

                        TWords.Store(largest, ref result, (position * lanes) + lane);
                    }
                }

                image = ref Unsafe.Add(ref image, inputStride);
            }
        }
    }

    /// <summary>The error of each window to the first of its largest values, in row-major order; of a NaN, to the first NaN.</summary>
    /// <typeparam name="TVector">The vectors.</typeparam>
    /// <typeparam name="TWords">Their words.</typeparam>
    /// <param name="inputs">What arrives.</param>
    /// <param name="inputStride">Floats from a line of a channel to that of the next.</param>
    /// <param name="outputs">What left.</param>
    /// <param name="outputStride">Floats from a line of a channel to that of the next.</param>
    /// <param name="errors">What receives the errors of what arrived, in its strides; zero before.</param>
    /// <param name="deltas">The errors of what left, in its strides.</param>
    /// <param name="rows">How windows go over lines.</param>
    /// <param name="columns">How they go over columns.</param>
    /// <param name="channels">The channels.</param>
    /// <param name="lanes">The samples side by side, whole vectors.</param>
    [MethodImpl(KernelOptions.Kernel)]
    public static void MaxErrors<TVector, TWords>(
        ref float inputs, int inputStride, ref float outputs, int outputStride, ref float errors, ref float deltas, WindowAxis rows, WindowAxis columns, int channels, int lanes)
        where TVector : struct
        where TWords : struct, IVectors<TVector>
    {
        for (int line = 0; line < rows.Positions; line++)
        {
            int top = rows.StartOf(line);
            int lineStride = channels * inputStride * rows.Dilation;
            (int firstRow, int endRow) = (rows.FirstTap(top), rows.EndTap(top));
            int image = (top * channels * inputStride) + (firstRow * lineStride);
            for (int channel = 0; channel < channels; channel++)
            {
                int result = ((line * channels) + channel) * outputStride;
                for (int position = 0; position < columns.Positions; position++)
                {
                    int left = columns.StartOf(position);
                    (int first, int end) = (columns.FirstTap(left), columns.EndTap(left));
                    for (int lane = 0; lane < lanes; lane += TWords.Lanes)
                    {
                        int at = result + (position * lanes) + lane;
                        TVector largest = TWords.Load(ref outputs, at);
                        TVector rest = TWords.Load(ref deltas, at);
                        int seen = image + ((left + (first * columns.Dilation)) * lanes) + lane;
                        for (int row = firstRow; row < endRow; row++)
                        {
                            int offset = seen;
                            for (int tap = first; tap < end; tap++)
                            {
                                TVector value = TWords.Load(ref inputs, offset);
                                TVector share = TWords.WhereSame(value, largest, rest);
                                rest = TWords.WhereOther(value, largest, rest);
                                TWords.Store(TWords.Add(TWords.Load(ref errors, offset), share), ref errors, offset);
                                offset += columns.Dilation * lanes;
                            }

                            seen += lineStride;
                        }
                    }
                }

                image += inputStride;
            }
        }
    }

    /// <summary>The mean of each window over its positions inside the image.</summary>
    /// <typeparam name="TVector">The vectors.</typeparam>
    /// <typeparam name="TWords">Their words.</typeparam>
    /// <param name="inputs">What arrives.</param>
    /// <param name="inputStride">Floats from a line of a channel to that of the next.</param>
    /// <param name="outputs">Receives what leaves.</param>
    /// <param name="outputStride">Floats from a line of a channel to that of the next.</param>
    /// <param name="rows">How windows go over lines.</param>
    /// <param name="columns">How they go over columns.</param>
    /// <param name="channels">The channels.</param>
    /// <param name="lanes">The samples side by side, whole vectors.</param>
    [MethodImpl(KernelOptions.Kernel)]
    public static void Average<TVector, TWords>(
        ref float inputs, int inputStride, ref float outputs, int outputStride, WindowAxis rows, WindowAxis columns, int channels, int lanes)
        where TVector : struct
        where TWords : struct, IVectors<TVector>
    {
        for (int line = 0; line < rows.Positions; line++)
        {
            int top = rows.StartOf(line);
            int lineStride = channels * inputStride * rows.Dilation;
            (int firstRow, int endRow) = (rows.FirstTap(top), rows.EndTap(top));
            ref float image = ref Unsafe.Add(ref inputs, (top * channels * inputStride) + (firstRow * lineStride));
            for (int channel = 0; channel < channels; channel++)
            {
                ref float result = ref Unsafe.Add(ref outputs, ((line * channels) + channel) * outputStride);
                for (int position = 0; position < columns.Positions; position++)
                {
                    int left = columns.StartOf(position);
                    (int first, int end) = (columns.FirstTap(left), columns.EndTap(left));
                    TVector share = TWords.Fill(1f / ((endRow - firstRow) * (end - first)));
                    for (int lane = 0; lane < lanes; lane += TWords.Lanes)
                    {
                        ref float seen = ref Unsafe.Add(ref image, ((left + (first * columns.Dilation)) * lanes) + lane);
                        TVector sum = default;
                        for (int row = firstRow; row < endRow; row++)
                        {
                            int offset = 0;
                            for (int tap = first; tap < end; tap++)
                            {
                                sum = TWords.Add(sum, TWords.Load(ref seen, offset));
                                offset += columns.Dilation * lanes;
                            }

                            seen = ref Unsafe.Add(ref seen, lineStride);
                        }

                        TWords.Store(TWords.Multiply(sum, share), ref result, (position * lanes) + lane);
                    }
                }

                image = ref Unsafe.Add(ref image, inputStride);
            }
        }
    }

    /// <summary>Of the error of each window, an equal share to each position inside the image.</summary>
    /// <typeparam name="TVector">The vectors.</typeparam>
    /// <typeparam name="TWords">Their words.</typeparam>
    /// <param name="errors">What receives the errors of what arrived; zero before.</param>
    /// <param name="inputStride">Floats from a line of a channel to that of the next.</param>
    /// <param name="deltas">The errors of what left.</param>
    /// <param name="outputStride">Floats from a line of a channel to that of the next.</param>
    /// <param name="rows">How windows go over lines.</param>
    /// <param name="columns">How they go over columns.</param>
    /// <param name="channels">The channels.</param>
    /// <param name="lanes">The samples side by side, whole vectors.</param>
    [MethodImpl(KernelOptions.Kernel)]
    public static void AverageErrors<TVector, TWords>(
        ref float errors, int inputStride, ref float deltas, int outputStride, WindowAxis rows, WindowAxis columns, int channels, int lanes)
        where TVector : struct
        where TWords : struct, IVectors<TVector>
    {
        for (int line = 0; line < rows.Positions; line++)
        {
            int top = rows.StartOf(line);
            int lineStride = channels * inputStride * rows.Dilation;
            (int firstRow, int endRow) = (rows.FirstTap(top), rows.EndTap(top));
            ref float image = ref Unsafe.Add(ref errors, (top * channels * inputStride) + (firstRow * lineStride));
            for (int channel = 0; channel < channels; channel++)
            {
                ref float delta = ref Unsafe.Add(ref deltas, ((line * channels) + channel) * outputStride);
                for (int position = 0; position < columns.Positions; position++)
                {
                    int left = columns.StartOf(position);
                    (int first, int end) = (columns.FirstTap(left), columns.EndTap(left));
                    TVector share = TWords.Fill(1f / ((endRow - firstRow) * (end - first)));
                    for (int lane = 0; lane < lanes; lane += TWords.Lanes)
                    {
                        ref float seen = ref Unsafe.Add(ref image, ((left + (first * columns.Dilation)) * lanes) + lane);
                        TVector part = TWords.Multiply(TWords.Load(ref delta, (position * lanes) + lane), share);
                        for (int row = firstRow; row < endRow; row++)
                        {
                            int offset = 0;
                            for (int tap = first; tap < end; tap++)
                            {
                                TWords.Store(TWords.Add(TWords.Load(ref seen, offset), part), ref seen, offset);
                                offset += columns.Dilation * lanes;
                            }

                            seen = ref Unsafe.Add(ref seen, lineStride);
                        }
                    }
                }

                image = ref Unsafe.Add(ref image, inputStride);
            }
        }
    }
}
