using System;
using System.ComponentModel;
using System.Runtime.InteropServices;

namespace Mlp.CompilerServices;

/// <summary>
/// Where one tensor of a network's parameters stands in the network's own storage: value [i, j, …] at
/// <c>Start + i · Strides[0] + j · Strides[1] + …</c>. Kernels choose the strides; the canonical order is row-major.
/// </summary>
/// <remarks>
/// Belongs to emitted code of the same version, and may change in any version.
/// Biases and matrices, as most tensors are, have ways of their own: for a tiny network the general one took twice the time. A row is what stands along the last axis. Rows whose values are neighbours are copied as they are; a matrix that stands the other way
/// round is transposed in blocks.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly ref struct TensorLayout
{
    private readonly int _start;
    private readonly ReadOnlySpan<int> _extents;
    private readonly ReadOnlySpan<int> _strides;

    /// <summary>Says where a tensor stands. Nothing is checked but that there are as many strides as extents: emitted code passes constants.</summary>
    /// <param name="start">The index of its first value.</param>
    /// <param name="extents">The sizes of its axes: one or more, each 1 or more.</param>
    /// <param name="strides">The distance between neighbours along each axis.</param>
    /// <exception cref="ArgumentException">There is no axis, or one has no stride.</exception>
    public TensorLayout(int start, ReadOnlySpan<int> extents, ReadOnlySpan<int> strides)
    {
        if (extents.IsEmpty || extents.Length != strides.Length)
        {
            throw new ArgumentException(FormattableString.Invariant($"The tensor has {extents.Length} extents and {strides.Length} strides, but must have as many, one or more."), nameof(strides));
        }

        _start = start;
        _extents = extents;
        _strides = strides;
    }

    /// <summary>The number of values.</summary>
    public int Count
    {
        get
        {
            int count = 1;
            foreach (int extent in _extents)
            {
                count *= extent;
            }

            return count;
        }
    }

    /// <summary>The index of the first value.</summary>
    internal int Start => _start;

    /// <summary>The sizes of the axes.</summary>
    internal ReadOnlySpan<int> Extents => _extents;

    /// <summary>The distance between neighbours along each axis.</summary>
    internal ReadOnlySpan<int> Strides => _strides;

    /// <summary>The values of a row.</summary>
    internal int Columns => _extents[^1];

    /// <summary>The number of rows.</summary>
    internal int Rows => Count / Columns;

    /// <summary>The distance between neighbours of a row.</summary>
    internal int ColumnStride => _strides[^1];

    // Matrices stand one behind the other, each with a row's values apart and its rows side by side.
    private bool IsTransposed => _extents.Length > 1 && _strides[^1] != 1 && _strides[^2] == 1;

    /// <summary>The index of the first value of a row.</summary>
    /// <param name="row">Its number in canonical order.</param>
    internal int RowStart(int row)
    {
        // A matrix, as most tensors are: no division for each of its rows.
        if (_extents.Length == 2)
        {
            return _start + (row * _strides[0]);
        }

        int index = _start;
        for (int axis = _extents.Length - 2; axis >= 0; axis--)
        {
            (row, int place) = int.DivRem(row, _extents[axis]);
            index += place * _strides[axis];
        }

        return index;
    }

    /// <summary>Copies the tensor from canonical order into the storage of the network.</summary>
    /// <param name="canonical">This tensor's <see cref="Count"/> values.</param>
    /// <param name="storage">The network's storage.</param>
    public void Import(ReadOnlySpan<float> canonical, Span<float> storage)
    {
        if (_extents.Length == 1 && _strides[0] == 1)
        {
            canonical[.._extents[0]].CopyTo(storage[_start..]);
            return;
        }

        if (_extents.Length == 2 && _strides[0] == 1)
        {
            (int height, int width) = (_extents[0], _extents[1]);
            Transposition.Copy(ref MemoryMarshal.GetReference(canonical[..(height * width)]), width, ref storage[_start], _strides[1], height, width);
            return;
        }

        if (_extents.Length == 2 && _strides[1] == 1)
        {
            (int height, int width, int stride) = (_extents[0], _extents[1], _strides[0]);
            for (int row = 0; row < height; row++)
            {
                canonical.Slice(row * width, width).CopyTo(storage[(_start + (row * stride))..]);
            }

            return;
        }

        ImportRows(canonical, storage);
    }

    /// <summary>Copies the tensor from the storage of the network into canonical order.</summary>
    /// <param name="storage">The network's storage.</param>
    /// <param name="canonical">Receives this tensor's <see cref="Count"/> values.</param>
    public void Export(ReadOnlySpan<float> storage, Span<float> canonical)
    {
        if (_extents.Length == 1 && _strides[0] == 1)
        {
            storage.Slice(_start, _extents[0]).CopyTo(canonical);
            return;
        }

        if (_extents.Length == 2 && _strides[0] == 1)
        {
            (int height, int width) = (_extents[0], _extents[1]);
            Transposition.Copy(ref MemoryMarshal.GetReference(storage[_start..]), _strides[1], ref MemoryMarshal.GetReference(canonical[..(height * width)]), width, width, height);
            return;
        }

        if (_extents.Length == 2 && _strides[1] == 1)
        {
            (int height, int width, int stride) = (_extents[0], _extents[1], _strides[0]);
            for (int row = 0; row < height; row++)
            {
                storage.Slice(_start + (row * stride), width).CopyTo(canonical[(row * width)..]);
            }

            return;
        }

        ExportRows(storage, canonical);
    }

    /// <summary>Sets all values to zero; what stands between them is left alone.</summary>
    /// <param name="storage">The network's storage.</param>
    public void Clear(Span<float> storage) => Fill(storage, 0);

    /// <summary>Sets all values to a number; what stands between them is left alone.</summary>
    /// <param name="storage">The network's storage.</param>
    /// <param name="number">The number.</param>
    public void Fill(Span<float> storage, float number)
    {
        for (int row = 0; row < Rows; row++)
        {
            int start = RowStart(row);
            for (int column = 0; column < Columns; column++)
            {
                storage[start + (column * ColumnStride)] = number;
            }
        }
    }

    private void ImportRows(ReadOnlySpan<float> canonical, Span<float> storage)
    {
        (int rows, int columns, int stride) = (Rows, Columns, ColumnStride);
        if (IsTransposed)
        {
            int height = _extents[^2];
            for (int row = 0; row < rows; row += height)
            {
                ref float matrix = ref MemoryMarshal.GetReference(canonical.Slice(row * columns, height * columns));
                Transposition.Copy(ref matrix, columns, ref storage[RowStart(row)], stride, height, columns);
            }

            return;
        }

        for (int row = 0; row < rows; row++)
        {
            ReadOnlySpan<float> values = canonical.Slice(row * columns, columns);
            int start = RowStart(row);
            if (stride == 1)
            {
                values.CopyTo(storage.Slice(start, columns));
                continue;
            }

            for (int column = 0; column < columns; column++)
            {
                storage[start + (column * stride)] = values[column];
            }
        }
    }

    private void ExportRows(ReadOnlySpan<float> storage, Span<float> canonical)
    {
        (int rows, int columns, int stride) = (Rows, Columns, ColumnStride);
        if (IsTransposed)
        {
            int height = _extents[^2];
            for (int row = 0; row < rows; row += height)
            {
                ref float matrix = ref MemoryMarshal.GetReference(canonical.Slice(row * columns, height * columns));
                Transposition.Copy(ref MemoryMarshal.GetReference(storage[RowStart(row)..]), stride, ref matrix, columns, columns, height);
            }

            return;
        }

        for (int row = 0; row < rows; row++)
        {
            Span<float> values = canonical.Slice(row * columns, columns);
            int start = RowStart(row);
            if (stride == 1)
            {
                storage.Slice(start, columns).CopyTo(values);
                continue;
            }

            for (int column = 0; column < columns; column++)
            {
                values[column] = storage[start + (column * stride)];
            }
        }
    }
}
