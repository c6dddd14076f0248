using System;
using System.Collections.Generic;
using System.ComponentModel;

namespace Mlp.CompilerServices;

/// <summary>A <see cref="TensorLayout"/> on the heap: where one tensor of a network's parameters stands, for who keeps it.</summary>
/// <remarks>Belongs to emitted code of the same version, and may change in any version.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class StoredTensor
{
    private readonly int[] _extents;
    private readonly int[] _strides;

    /// <summary>Keeps a layout.</summary>
    /// <param name="layout">Where the tensor stands.</param>
    public StoredTensor(TensorLayout layout)
    {
        Start = layout.Start;
        _extents = layout.Extents.ToArray();
        _strides = layout.Strides.ToArray();
    }

    /// <summary>The index of its first value.</summary>
    internal int Start { get; }

    /// <summary>The sizes of its axes.</summary>
    internal ReadOnlySpan<int> Extents => _extents;

    /// <summary>The distance between neighbours along each axis.</summary>
    internal ReadOnlySpan<int> Strides => _strides;

    /// <summary>The index after its last value.</summary>
    internal int End
    {
        get
        {
            int last = Start;
            for (int axis = 0; axis < _extents.Length; axis++)
            {
                last += (_extents[axis] - 1) * _strides[axis];
            }

            return last + 1;
        }
    }

    /// <summary>The layout that is kept.</summary>
    internal TensorLayout Layout => new(Start, _extents, _strides);

    /// <summary>Keeps a layout.</summary>
    /// <param name="layout">Where the tensor stands.</param>
    public static implicit operator StoredTensor(TensorLayout layout) => new(layout);

    /// <summary>Whether the tensor has these sizes; an axis of it may stand in parts, as two.</summary>
    internal bool HasExtents(IReadOnlyList<int> extents)
    {
        int next = 0;
        foreach (int extent in extents)
        {
            int length = next < _extents.Length ? _extents[next++] : 0;
            while (length < extent && next < _extents.Length)
            {
                length *= _extents[next++];
            }

            if (length != extent)
            {
                return false;
            }
        }

        return next == _extents.Length;
    }
}
