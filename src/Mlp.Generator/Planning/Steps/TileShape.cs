namespace Mlp.Generator.Planning.Steps;

/// <summary>The sums one tile holds in registers: rows × vectors of columns.</summary>
/// <param name="Rows">The rows.</param>
/// <param name="Vectors">The vectors of columns.</param>
/// <param name="FewRows">The rows of the tile for what is less than a tile of samples: one, or two where weights are read from an outer cache.</param>
/// <param name="FewRowVectors">
/// The vectors of that tile: it has few rows to hide a multiply-add's four cycles behind, and is longer instead.
/// </param>
internal sealed record TileShape(int Rows, int Vectors, int FewRows, int FewRowVectors)
{
    /// <summary>
    /// 32 registers of 512 bits hold 16 to 24 sums besides a step's right-hand vectors and a broadcast; 16 registers of
    /// 256 or 128 bits hold 8. Eight rows, a power of two, so that common batches leave nothing over.
    /// </summary>
    /// <param name="width">The vectors.</param>
    /// <param name="vectors">Vectors of columns in all.</param>
    /// <param name="streams">Whether the rows are samples and each pass over the right-hand side is one over an outer cache.</param>
    /// <param name="isCompact">Whether the network has so many different layers that its text must be kept short.</param>
    public static TileShape For(VectorWidth width, int vectors, bool streams, bool isCompact)
    {
        if (isCompact)
        {
            return new TileShape(2, 1, 1, 1);
        }

        (int rows, int most) = width == VectorWidth.Vector512 ? (8, vectors % 2 != 0 && vectors % 3 == 0 ? 3 : 2) : (4, 2);
        if (vectors == 1)
        {
            (rows, most) = (8, 1);
        }

        (int fewRows, int fewRowVectors) = streams ? (2, 2) : (1, vectors == 1 ? 1 : 4);
        return new TileShape(rows, most, fewRows, fewRowVectors);
    }

    public override string ToString() => $"{Rows} × {Vectors}";
}
