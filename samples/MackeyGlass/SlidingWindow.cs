using System;

namespace Mlp.Samples;

/// <summary>The newest values of a stream as one stretch of memory, the oldest of them first, as a network takes them. Adding one moves no other and allocates nothing.</summary>
internal sealed class SlidingWindow(int length)
{
    // Each value stands at two places, a length apart: wherever the ring begins, a whole window follows.
    private readonly float[] _ring = new float[2 * length];
    private int _begin;
    private int _count;

    /// <summary>Whether as many values have come as it is long.</summary>
    public bool IsFull => _count == length;

    /// <summary>The newest values; before it is full, zeros stand before them.</summary>
    public ReadOnlySpan<float> Values => _ring.AsSpan(_begin, length);

    /// <summary>Takes the next value, and forgets the oldest one.</summary>
    public void Add(float value)
    {
        _ring[_begin] = value;
        _ring[_begin + length] = value;
        _begin = (_begin + 1) % length;
        _count = Math.Min(_count + 1, length);
    }
}
