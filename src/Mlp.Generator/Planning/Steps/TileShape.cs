using System;
using System.Linq;

namespace Mlp.Generator.Planning.Steps;

/// <summary>The sums one tile holds in registers: rows × vectors of columns.</summary>
/// <param name="Rows">The rows.</param>
/// <param name="Vectors">The vectors of columns.</param>
/// <param name="FewRows">The rows of the tile for what is less than a tile of samples: one, or two where weights are read from an outer cache.</param>
/// <param name="FewRowVectors">
/// The vectors of that tile: it has few rows to hide a multiply-add's four cycles behind, and is longer instead.
/// </param>
/// <param name="LastRows">
/// The rows of the tile that the last samples have where <paramref name="Rows"/> would leave something over; 0 where it is the same.
/// </param>
internal sealed record TileShape(int Rows, int Vectors, int FewRows, int FewRowVectors, int LastRows = 0)
{
    /// <summary>Terms of a sum from which on six rows are faster than four; below, what surrounds the sums counts for more.</summary>
    private const int LongSum = 48;

    /// <summary>The rows of the largest tile that the runtime has, and its vectors.</summary>
    private const int MostRows = 8;
    private const int MostVectors = 4;

    /// <summary>Tiles past which a last one of few rows does not count.</summary>
    private const int ManyTiles = 8;

    /// <summary>
    /// 32 registers of 512 bits hold 16 to 24 sums besides a step's right-hand vectors and a broadcast. Eight rows, a power of two, so
    /// that common batches leave nothing over. 16 registers of 256 or 128 bits hold 12 sums: six rows, which read the right-hand side a
    /// third less often than four; with tiles of four at the end, batches of 32 and 64 leave nothing over.
    /// </summary>
    /// <param name="width">The vectors.</param>
    /// <param name="vectors">Vectors of columns in all.</param>
    /// <param name="streams">Whether the rows are samples and each pass over the right-hand side is one over an outer cache.</param>
    /// <param name="depth">The terms of a sum; 0 where they are the samples of the chunk.</param>
    /// <param name="isCompact">Whether the network has so many different layers that its text must be kept short.</param>
    public static TileShape For(VectorWidth width, int vectors, bool streams, int depth, bool isCompact)
    {
        if (isCompact)
        {
            return new TileShape(2, 1, 1, 1);
        }

        (int rows, int most, int last) = width == VectorWidth.Vector512 ? (8, vectors % 2 != 0 && vectors % 3 == 0 ? 3 : 2, 0) : depth is > 0 and < LongSum ? (4, 2, 0)
            : (6, 2, 4);
        if (vectors == 1)
        {
            (rows, most, last) = (8, 1, 0);
        }

        (int fewRows, int fewRowVectors) = streams ? (2, 2) : (1, vectors == 1 ? 1 : 4);
        return new TileShape(rows, most, fewRows, fewRowVectors, last);
    }

    /// <summary>
    /// A product over planes: channels are rows, and both their number and that of columns are known. Of all tiles that registers hold, the
    /// one whose steps take the fewest cycles in all.
    /// </summary>
    /// <param name="registers">The vector registers.</param>
    /// <param name="rows">The channels.</param>
    /// <param name="vectors">The vectors of columns.</param>
    /// <param name="isCompact">Whether the network has so many different layers that its text must be kept short.</param>
    public static TileShape ForPlanes(int registers, int rows, int vectors, bool isCompact)
    {
        int sums = isCompact ? 4 : registers * 3 / 4;
        (int height, int width) = Enumerable.Range(1, Math.Min(rows, MostRows))
            .SelectMany(height => Enumerable.Range(1, Math.Min(vectors, MostVectors)).Select(width => (height, width)))
            .Where(tile => tile.height * tile.width <= sums)
            .OrderBy(tile => Cycles(rows, tile.height, vectors, tile.width))
            .ThenByDescending(tile => tile.height * tile.width)
            .First();
        return new TileShape(height, width, 1, width);
    }

    /// <summary>The rows of a tile where there are so many in all: the smaller tile where a large one would leave a good part of them over.</summary>
    /// <param name="count">The rows.</param>
    public int RowsOf(int count) => LastRows > 0 && count % Rows != 0 && count < ManyTiles * Rows ? LastRows : Rows;

    public override string ToString() => $"{Rows} × {Vectors}";

    /// <summary>Cycles of a step of all tiles together.</summary>
    private static double Cycles(int rows, int height, int vectors, int width)
    {
        (Split down, Split across) = (Split.Of(rows, height), Split.Of(vectors, width));
        return new[] { (Count: down.Whole / down.Step, Size: down.Step), (Count: 1, Size: down.Rest) }.Sum(row => row.Count *
            new[] { (Count: across.Whole / across.Step, Size: across.Step), (Count: 1, Size: across.Rest) }.Sum(column => column.Count * Cycles(row.Size, column.Size)));
    }

    /// <summary>
    /// Cycles of a step of a tile: two multiply-adds start in each, as do two loads, of which there is one for each vector and each row; and
    /// a sum waits four for the step before.
    /// </summary>
    private static double Cycles(int rows, int vectors) =>
        rows * vectors == 0 ? 0 : Math.Max(4, Math.Max(rows * vectors / 2.0, (rows + vectors) / 2.0)) + (0.01 * (rows + vectors));
}
