using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Mlp.CompilerServices;

/// <summary>Fills buffers that hold a feature in a row and a sample in a column.</summary>
/// <remarks>Belongs to emitted code of the same version, and may change in any version.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class LaneColumns
{
    /// <summary>Zeros columns of every row: the lanes past the last sample.</summary>
    /// <param name="buffer">The first element.</param>
    /// <param name="stride">Floats between rows.</param>
    /// <param name="rows">The number of rows.</param>
    /// <param name="first">The first column.</param>
    /// <param name="end">The column after the last.</param>
    public static void Clear(ref float buffer, int stride, int rows, int first, int end)
    {
        if (first == end)
        {
            return;
        }

        for (int row = 0; row < rows; row++)
        {
            MemoryMarshal.CreateSpan(ref Unsafe.Add(ref buffer, (row * stride) + first), end - first).Clear();
        }
    }

    /// <summary>Targets of labels: 1 in the row of a sample's label, 0 in the others.</summary>
    /// <param name="labels">The first label, each 0 to <paramref name="rows"/> − 1.</param>
    /// <param name="buffer">The first element.</param>
    /// <param name="stride">Floats between rows.</param>
    /// <param name="rows">The number of classes.</param>
    /// <param name="samples">The number of labels.</param>
    public static void OneHot(ref int labels, ref float buffer, int stride, int rows, int samples)
    {
        Clear(ref buffer, stride, rows, 0, samples);
        for (int sample = 0; sample < samples; sample++)
        {
            Unsafe.Add(ref buffer, (Unsafe.Add(ref labels, sample) * stride) + sample) = 1f;
        }
    }

    /// <summary>Targets of labels that are themselves probabilities: 0 or 1.</summary>
    /// <param name="labels">The first label.</param>
    /// <param name="buffer">The first element of the one row.</param>
    /// <param name="stride">Floats between rows; there is but one.</param>
    /// <param name="rows">1.</param>
    /// <param name="samples">The number of labels.</param>
    public static void Numbers(ref int labels, ref float buffer, int stride, int rows, int samples)
    {
        _ = stride * rows;
        for (int sample = 0; sample < samples; sample++)
        {
            Unsafe.Add(ref buffer, sample) = Unsafe.Add(ref labels, sample);
        }
    }
}
