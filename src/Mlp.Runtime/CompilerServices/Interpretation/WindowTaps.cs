using System;

namespace Mlp.CompilerServices;

/// <summary>What one window sees of a sample, tap by tap: those outside the sample are left out. Enumerates itself, without an allocation.</summary>
internal ref struct WindowTaps
{
    private readonly WindowAxis _rows;
    private readonly WindowAxis _columns;
    private readonly int _rowStart;
    private readonly int _columnStart;
    private readonly int _endRow;
    private readonly int _firstColumn;
    private readonly int _endColumn;
    private int _row;
    private int _column;

    /// <summary>The window of a position.</summary>
    /// <param name="rows">How windows go along the height.</param>
    /// <param name="row">The position's row.</param>
    /// <param name="columns">How they go along the width.</param>
    /// <param name="column">The position's column.</param>
    internal WindowTaps(WindowAxis rows, int row, WindowAxis columns, int column)
    {
        (_rows, _columns) = (rows, columns);
        (_rowStart, _columnStart) = (rows.StartOf(row), columns.StartOf(column));
        (_row, _endRow) = (rows.FirstTap(_rowStart), rows.EndTap(_rowStart));
        (_firstColumn, _endColumn) = (columns.FirstTap(_columnStart), columns.EndTap(_columnStart));
        _column = _firstColumn - 1;
    }

    /// <summary>The lines of the kernel inside the sample, before the first move.</summary>
    internal readonly Range Lines => _row..int.Max(_row, _endRow);

    /// <summary>The taps of a line inside the sample.</summary>
    internal readonly Range Columns => _firstColumn..int.Max(_firstColumn, _endColumn);

    /// <summary>How many taps are inside the sample, before the first move.</summary>
    internal readonly int Count => int.Max(0, _endRow - _row) * int.Max(0, _endColumn - _firstColumn);

    /// <summary>The number of the tap in the kernel, row-major.</summary>
    internal readonly int Tap => TapAt(_row, _column);

    /// <summary>The position of the sample that it is at, row-major.</summary>
    internal readonly int Position => PositionAt(_row, _column);

    /// <summary>The number of a tap in the kernel, row-major.</summary>
    internal readonly int TapAt(int line, int column) => (line * _columns.Kernel) + column;

    /// <summary>The position of the sample that a tap is at, row-major.</summary>
    internal readonly int PositionAt(int line, int column) =>
        ((_rowStart + (line * _rows.Dilation)) * _columns.Length) + _columnStart + (column * _columns.Dilation);

    /// <summary>Goes to the next tap inside the sample.</summary>
    /// <returns>Whether there is one.</returns>
    internal bool MoveNext()
    {
        if (++_column < _endColumn)
        {
            return _row < _endRow;
        }

        _column = _firstColumn;
        return ++_row < _endRow && _firstColumn < _endColumn;
    }
}
