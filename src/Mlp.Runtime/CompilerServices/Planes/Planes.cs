using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Mlp.CompilerServices;

/// <summary>
/// Images of some samples as planes: line after line, of each the channels, of each the columns, of each the samples. So a line of a channel
/// is one stretch of memory.
/// </summary>
/// <remarks>Belongs to emitted code of the same version, and may change in any version. Nothing is checked.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Planes
{
    private const int Block = 4;

    /// <summary>Zeros in a region.</summary>
    /// <param name="region">The first float.</param>
    /// <param name="floats">How many.</param>
    public static void Clear(ref float region, int floats) => MemoryMarshal.CreateSpan(ref region, floats).Clear();

    /// <summary>Rows of samples, channels last, to planes. Lanes without a sample become zero.</summary>
    /// <param name="rows">The first sample.</param>
    /// <param name="stride">Floats from a sample to the next.</param>
    /// <param name="planes">The first float of the planes.</param>
    /// <param name="channelStride">Floats from a line of a channel to that of the next.</param>
    /// <param name="height">The lines.</param>
    /// <param name="width">The columns of a line.</param>
    /// <param name="channels">The channels.</param>
    /// <param name="lanes">The samples side by side: 1, or a multiple of 4.</param>
    /// <param name="samples">The samples that there are.</param>
    [MethodImpl(KernelOptions.Kernel)]
    public static void FromRows(
        ref float rows, int stride, ref float planes, int channelStride, int height, int width, int channels, int lanes, int samples)
    {
        int lineValues = width * channels;
        for (int line = 0; line < height; line++)
        {
            if (lanes == 1)
            {
                Line(ref rows, ref planes, channelStride, width, channels);
            }
            else
            {
                for (int first = 0; first < lanes; first += Block)
                {
                    ref float from = ref Unsafe.Add(ref rows, first * stride);
                    LineOfFour(ref from, stride, ref Unsafe.Add(ref planes, first), channelStride, width, channels, lanes, int.Clamp(samples - first, 0, Block));
                }
            }

            rows = ref Unsafe.Add(ref rows, lineValues);
            planes = ref Unsafe.Add(ref planes, channels * channelStride);
        }
    }

    /// <summary>Planes to rows of samples, channels last.</summary>
    /// <param name="planes">The first float of the planes.</param>
    /// <param name="channelStride">Floats from a line of a channel to that of the next.</param>
    /// <param name="rows">The first sample.</param>
    /// <param name="stride">Floats from a sample to the next.</param>
    /// <param name="height">The lines.</param>
    /// <param name="width">The columns of a line.</param>
    /// <param name="channels">The channels.</param>
    /// <param name="lanes">The samples side by side: 1, or a multiple of 4.</param>
    /// <param name="samples">The samples that there are.</param>
    [MethodImpl(KernelOptions.Kernel)]
    public static void ToRows(
        ref float planes, int channelStride, ref float rows, int stride, int height, int width, int channels, int lanes, int samples)
    {
        for (int line = 0; line < height; line++)
        {
            if (lanes == 1)
            {
                Transposition.Copy(ref planes, channelStride, ref rows, channels, channels, width);
            }
            else
            {
                for (int first = 0; first < samples; first += Block)
                {
                    ref float to = ref Unsafe.Add(ref rows, first * stride);
                    FourOfLine(ref Unsafe.Add(ref planes, first), channelStride, ref to, stride, width, channels, lanes, int.Min(Block, samples - first));
                }
            }

            rows = ref Unsafe.Add(ref rows, width * channels);
            planes = ref Unsafe.Add(ref planes, channels * channelStride);
        }
    }

    /// <summary>Lines of planes to lines of other planes.</summary>
    /// <param name="from">The first float.</param>
    /// <param name="fromStride">Floats between its lines.</param>
    /// <param name="to">Where it goes.</param>
    /// <param name="toStride">Floats between lines there.</param>
    /// <param name="rows">The lines.</param>
    /// <param name="columns">The floats of a line that are copied.</param>
    /// <param name="step">Floats from one that is copied to the next.</param>
    public static void CopyLines(ref float from, int fromStride, ref float to, int toStride, int rows, int columns, int step)
    {
        for (int row = 0; row < rows; row++)
        {
            if (step == 1)
            {
                MemoryMarshal.CreateSpan(ref from, columns).CopyTo(MemoryMarshal.CreateSpan(ref to, columns));
            }
            else
            {
                for (int column = 0; column < columns; column++)
                {
                    Unsafe.Add(ref to, column) = Unsafe.Add(ref from, column * step);
                }
            }

            from = ref Unsafe.Add(ref from, fromStride);
            to = ref Unsafe.Add(ref to, toStride);
        }
    }

    private static void Line(ref float row, ref float planes, int channelStride, int width, int channels)
    {
        if (channels == 1)
        {
            MemoryMarshal.CreateSpan(ref row, width).CopyTo(MemoryMarshal.CreateSpan(ref planes, width));
            return;
        }

        Transposition.Copy(ref row, channels, ref planes, channelStride, width, channels);
    }

    /// <summary>A line of up to four samples. Values of a line are four at a time in registers, and each goes to its channel and column.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void LineOfFour(ref float row, int stride, ref float planes, int channelStride, int width, int channels, int lanes, int samples)
    {
        int values = width * channels;
        int second = samples > 1 ? stride : 0;
        int third = samples > 2 ? 2 * stride : 0;
        int fourth = samples > 3 ? 3 * stride : 0;
        int channel = 0;
        ref float column = ref planes;
        for (int next = 0; next < values; next += Block)
        {
            int count = int.Min(Block, values - next);
            Vector128<float> a = samples > 0 ? Load(ref Unsafe.Add(ref row, next), count) : default;
            Vector128<float> b = samples > 1 ? Load(ref Unsafe.Add(ref row, second + next), count) : default;
            Vector128<float> c = samples > 2 ? Load(ref Unsafe.Add(ref row, third + next), count) : default;
            Vector128<float> d = samples > 3 ? Load(ref Unsafe.Add(ref row, fourth + next), count) : default;
            VectorLanes.Transpose(a, b, c, d, out Vector128<float> value0, out Vector128<float> value1, out Vector128<float> value2, out Vector128<float> value3);
            for (int value = 0; value < count; value++)
            {
                Vector128<float> lane = value == 0 ? value0 : value == 1 ? value1 : value == 2 ? value2 : value3;
                lane.StoreUnsafe(ref Unsafe.Add(ref column, channel * channelStride));
                if (++channel == channels)
                {
                    channel = 0;
                    column = ref Unsafe.Add(ref column, lanes);
                }
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void FourOfLine(ref float planes, int channelStride, ref float row, int stride, int width, int channels, int lanes, int samples)
    {
        int values = width * channels;
        int channel = 0;
        int column = 0;
        for (int next = 0; next < values; next += Block)
        {
            int count = int.Min(Block, values - next);
            Vector128<float> value0 = Take(ref planes, ref column, ref channel, channelStride, channels, lanes);
            Vector128<float> value1 = count > 1 ? Take(ref planes, ref column, ref channel, channelStride, channels, lanes) : default;
            Vector128<float> value2 = count > 2 ? Take(ref planes, ref column, ref channel, channelStride, channels, lanes) : default;
            Vector128<float> value3 = count > 3 ? Take(ref planes, ref column, ref channel, channelStride, channels, lanes) : default;
            VectorLanes.Transpose(value0, value1, value2, value3, out Vector128<float> a, out Vector128<float> b, out Vector128<float> c, out Vector128<float> d);
            ref float to = ref Unsafe.Add(ref row, next);
            Store(a, ref to, count);
            if (samples > 1)
            {
                Store(b, ref Unsafe.Add(ref to, stride), count);
            }

            if (samples > 2)
            {
                Store(c, ref Unsafe.Add(ref to, 2 * stride), count);
            }

            if (samples > 3)
            {
                Store(d, ref Unsafe.Add(ref to, 3 * stride), count);
            }
        }
    }

    /// <summary>The next value of four samples.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<float> Take(ref float planes, ref int column, ref int channel, int channelStride, int channels, int lanes)
    {
        Vector128<float> value = Vector128.LoadUnsafe(ref Unsafe.Add(ref planes, (channel * channelStride) + column));
        if (++channel == channels)
        {
            channel = 0;
            column += lanes;
        }

        return value;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<float> Load(ref float at, int count) => count == Block ? Vector128.LoadUnsafe(ref at) : VectorLanes.LoadFirst128(ref at, count);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store(Vector128<float> value, ref float at, int count)
    {
        if (count == Block)
        {
            value.StoreUnsafe(ref at);
        }
        else
        {
            VectorLanes.StoreFirst(value, ref at, count);
        }
    }
}
