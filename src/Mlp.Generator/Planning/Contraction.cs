using Mlp.Generator.Model;

namespace Mlp.Generator.Planning;

/// <summary>What a contraction is for; emission names its operands by it.</summary>
internal enum ContractionRole
{
    /// <summary>z = W h + b: rows are samples, columns outputs, depth inputs.</summary>
    Forward,

    /// <summary>Wᵀ δ ⊙ g′: rows are samples, columns inputs, depth outputs.</summary>
    Error,

    /// <summary>z = W h + b with samples in lanes: rows are outputs, columns the samples of the chunk, depth inputs.</summary>
    ForwardInLanes,

    /// <summary>Wᵀ δ ⊙ g′ with samples in lanes: rows are inputs, columns the samples of the chunk, depth outputs.</summary>
    ErrorInLanes,

    /// <summary>W + Σ of outer products, in place, weights stored by input: rows are inputs, columns outputs, depth samples.</summary>
    UpdateByInput,

    /// <summary>W + Σ of outer products, in place, weights stored by output: rows are outputs, columns inputs, depth samples.</summary>
    UpdateByOutput,
}

/// <summary>What a tile's sums start from.</summary>
internal enum TileStart
{
    Zero,

    /// <summary>The bias of each column.</summary>
    Biases,

    /// <summary>The bias of each row.</summary>
    RowBiases,
    Result,
}

/// <summary>
/// One matrix product of a layer: result[row, column] = start + Σ over depth of left[row, depth] · right[depth, column].
/// The left element is broadcast, the right one fills the lanes. Two equal contractions share one emitted method.
/// </summary>
/// <param name="Role">What it is for.</param>
/// <param name="Rows">The number of rows; 0 where it is the samples of the chunk.</param>
/// <param name="Columns">The number of columns; 0 where it is the samples of the chunk, in whole vectors.</param>
/// <param name="Depth">The number of products in a sum; 0 where it is the samples of the chunk.</param>
/// <param name="LeftRowStride">Floats between rows of the left operand.</param>
/// <param name="LeftDepthStride">Floats between the steps of the left operand.</param>
/// <param name="RightDepthStride">Floats between the steps of the right operand.</param>
/// <param name="ResultRowStride">Floats between rows of the result.</param>
/// <param name="Start">What the sums start from.</param>
/// <param name="Activation">Forward: the activation applied in registers, Identity for none. Error: the activation whose derivative multiplies the sums.</param>
/// <param name="RightIsExact">Whether the right operand has no padding, so that its last vector is loaded lane by lane.</param>
/// <param name="ResultIsExact">Whether the result has no padding, so that its last vector is stored lane by lane.</param>
/// <param name="Tile">The sums held in registers. The depth is a loop around them: written out, no shape gained a percent.</param>
internal sealed record Contraction(
    ContractionRole Role,
    int Rows,
    int Columns,
    int Depth,
    int LeftRowStride,
    int LeftDepthStride,
    int RightDepthStride,
    int ResultRowStride,
    TileStart Start,
    ActivationKind Activation,
    bool RightIsExact,
    bool ResultIsExact,
    TileShape Tile)
{
    /// <summary>How a known number of rows is gone through.</summary>
    public Split RowSplit => Split.Of(Rows, Tile.Rows);

    /// <summary>The rows of the largest tile that there is.</summary>
    public int TileRows => Rows == 0 ? Tile.Rows : RowSplit.Largest;

    /// <summary>The vectors of columns of the largest tile that there is.</summary>
    /// <param name="lanes">The lanes of a vector.</param>
    public int TileVectors(int lanes) => Columns == 0 ? Tile.Vectors : ColumnSplit(TileRows, lanes).Largest;

    /// <summary>
    /// How the vectors of a known number of columns are gone through by a tile of so many rows. A last vector that is not full is in a
    /// tile of its own.
    /// </summary>
    /// <param name="rows">The rows of the tile.</param>
    /// <param name="lanes">The lanes of a vector.</param>
    public Split ColumnSplit(int rows, int lanes) =>
        Split.Of(Lanes.Vectors(Columns, lanes), rows <= Tile.FewRows ? Tile.FewRowVectors : Tile.Vectors, lastIsApart: RightIsExact || ResultIsExact);

    /// <summary>Whether the rows of a tile may be one sample: where there are several, but less than a tile of samples.</summary>
    /// <param name="rows">The rows of the tile.</param>
    public bool RowsMeet(int rows) => Rows == 0 && rows > 1 && rows < Tile.Rows;
}
