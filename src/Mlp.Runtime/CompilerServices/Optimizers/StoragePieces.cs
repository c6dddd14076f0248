using System;
using System.Runtime.CompilerServices;

namespace Mlp.CompilerServices;

/// <summary>The pieces of a part of storage that are drawn to zero, and those that are not, one after the other.</summary>
internal ref struct StoragePieces
{
    private readonly ReadOnlySpan<int> _turns;
    private readonly nint _end;
    private int _next;

    /// <summary>Before the first piece.</summary>
    /// <param name="turns">Where such a piece of the whole storage ends and one of the other kind begins, ascending; the first are drawn.</param>
    /// <param name="start">The first float of the part.</param>
    /// <param name="end">The float after its last.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public StoragePieces(ReadOnlySpan<int> turns, int start, int end)
    {
        _turns = turns;
        _end = end;
        End = start;
        while (_next < turns.Length && turns[_next] <= start)
        {
            _next++;
        }
    }

    /// <summary>The first float of the piece.</summary>
    public nint Start { get; private set; }

    /// <summary>The float after its last.</summary>
    public nint End { get; private set; }

    /// <summary>Whether it is drawn to zero.</summary>
    public readonly bool IsDrawn => (_next & 1) == 1;

    /// <summary>Goes to the next piece, if there is one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool MoveNext()
    {
        Start = End;
        End = _end;
        if (_next < _turns.Length && _turns[_next] < _end)
        {
            End = _turns[_next];
        }

        _next++;
        return Start < End;
    }
}
