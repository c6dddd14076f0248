using System;

namespace Mlp.Samples;

/// <summary>
/// Points of a torus in square cells no narrower than a radius, so that the nearest one within it is in a cell or beside it. It is filled anew
/// in each step, by counting.
/// </summary>
internal sealed class NeighbourGrid
{
    /// <summary>What <see cref="Nearest"/> gives where nothing is within the radius.</summary>
    public const int None = -1;

    private readonly Torus _torus;
    private readonly float _radius;
    private readonly int _cells;
    private readonly int _around;
    private readonly float _cellsPerLength;
    private readonly int[] _starts;
    private readonly int[] _points;
    private readonly float[] _x;
    private readonly float[] _y;

    /// <summary>An empty grid.</summary>
    /// <param name="torus">Where the points are.</param>
    /// <param name="radius">How far it looks.</param>
    /// <param name="capacity">The most points.</param>
    public NeighbourGrid(Torus torus, float radius, int capacity)
    {
        // With fewer than three cells a side, a cell would be its own neighbour: then there is one, with all points.
        int cells = (int)(torus.Side / radius);
        _cells = cells < 3 ? 1 : cells;
        _around = _cells == 1 ? 0 : 1;
        (_torus, _radius, _cellsPerLength) = (torus, radius, _cells / torus.Side);
        _starts = new int[(_cells * _cells) + 1];
        (_points, _x, _y) = (new int[capacity], new float[capacity], new float[capacity]);
    }

    /// <summary>Takes points in place of those before.</summary>
    /// <param name="x">The x of each.</param>
    /// <param name="y">The y of each.</param>
    /// <param name="isAbsent">Which points are left out; none where it is empty.</param>
    public void Fill(ReadOnlySpan<float> x, ReadOnlySpan<float> y, ReadOnlySpan<bool> isAbsent = default)
    {
        Span<int> starts = _starts;
        starts.Clear();
        for (int point = 0; point < x.Length; point++)
        {
            if (isAbsent.IsEmpty || !isAbsent[point])
            {
                starts[CellOf(x[point], y[point])]++;
            }
        }

        for (int cell = 1; cell < starts.Length; cell++)
        {
            starts[cell] += starts[cell - 1];
        }

        // Each cell is filled from its end to its start, so that its points stand in their order.
        for (int point = x.Length - 1; point >= 0; point--)
        {
            if (isAbsent.IsEmpty || !isAbsent[point])
            {
                int place = --starts[CellOf(x[point], y[point])];
                (_points[place], _x[place], _y[place]) = (point, x[point], y[point]);
            }
        }
    }

    /// <summary>The nearest point within the radius, of equally near ones the first; <see cref="None"/> where there is none.</summary>
    /// <param name="x">The x to look from.</param>
    /// <param name="y">The y to look from.</param>
    public int Nearest(float x, float y)
    {
        (int column, int row) = (Axis(x), Axis(y));
        float least = _radius * _radius;
        int nearest = None;
        for (int down = row - _around; down <= row + _around; down++)
        {
            int line = (down < 0 ? down + _cells : down >= _cells ? down - _cells : down) * _cells;
            for (int across = column - _around; across <= column + _around; across++)
            {
                int cell = line + (across < 0 ? across + _cells : across >= _cells ? across - _cells : across);
                for (int place = _starts[cell]; place < _starts[cell + 1]; place++)
                {
                    float wayX = _torus.Way(x, _x[place]);
                    float wayY = _torus.Way(y, _y[place]);
                    float square = (wayX * wayX) + (wayY * wayY);
                    if (square < least || (square == least && _points[place] < nearest))
                    {
                        (least, nearest) = (square, _points[place]);
                    }
                }
            }
        }

        return nearest;
    }

    private int CellOf(float x, float y) => (Axis(y) * _cells) + Axis(x);

    private int Axis(float coordinate) => int.Min((int)(coordinate * _cellsPerLength), _cells - 1);
}
