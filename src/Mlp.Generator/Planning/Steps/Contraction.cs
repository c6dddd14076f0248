using System.Collections.Generic;
using System.Linq;
using Mlp.Generator.Model;

namespace Mlp.Generator.Planning.Steps;

/// <summary>What a contraction is for; emission names its operands by it.</summary>
internal enum ContractionRole
{
    /// <summary>z = W h + b: rows are samples, columns outputs, depth inputs.</summary>
    Forward,

    /// <summary>Wᵀ δ ⊙ g′: rows are samples, columns inputs, depth outputs.</summary>
    Error,

    /// <summary>z = W h + b with samples in lanes: rows are outputs, columns the samples of the chunk, depth inputs.</summary>
    ForwardInLanes,

    /// <summary>z = W h + b with agents in lanes, each with W and b of its own: rows are outputs, columns the agents of a block, depth inputs.</summary>
    ForwardOfAgents,

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
/// One product: result[row, column] = start + Σ over depth of left[row, depth] · right[depth, column]. The left element is
/// broadcast, the right one fills the lanes; of agents both do. Rows, columns and depth are lists of axes, the innermost last: a matrix product has
/// one of each, a convolution has a nest. Tiles are of the innermost axes, the others are loops around them. Two equal
/// contractions share one emitted method.
/// </summary>
/// <param name="Role">What it is for.</param>
/// <param name="Rows">The axes of rows: strides of left operand and result.</param>
/// <param name="Columns">The axes of columns: strides of right operand and result; the innermost is contiguous in both.</param>
/// <param name="Depth">The axes of a sum: strides of both operands.</param>
/// <param name="Start">What the sums start from.</param>
/// <param name="Activation">Forward: the activation applied in registers, Identity for none. Error: the activation whose derivative multiplies the sums.</param>
/// <param name="RightIsExact">Whether the right operand has no padding, so that its last vector is loaded lane by lane.</param>
/// <param name="ResultIsExact">Whether the result has no padding, so that its last vector is stored lane by lane.</param>
/// <param name="Tile">The sums held in registers. The depth is a loop around them: written out, no shape gained a percent.</param>
/// <param name="Narrower">The vectors, where they are narrower than those of the network; else null.</param>
internal sealed record Contraction(
    ContractionRole Role,
    EquatableArray<Axis> Rows,
    EquatableArray<Axis> Columns,
    EquatableArray<Axis> Depth,
    TileStart Start,
    ActivationModel Activation,
    bool RightIsExact,
    bool ResultIsExact,
    TileShape Tile,
    VectorWidth? Narrower = null)
{
    /// <summary>The rows of a tile are of this axis.</summary>
    public Axis Row => Rows[Rows.Count - 1];

    /// <summary>The columns of a tile are of this axis.</summary>
    public Axis Column => Columns[Columns.Count - 1];

    /// <summary>The axis of the innermost loop.</summary>
    public Axis Step => Depth[Depth.Count - 1];

    /// <summary>The loops around all tiles, the outermost first.</summary>
    public IEnumerable<Axis> Nest => Columns.Take(Columns.Count - 1).Concat(Rows.Take(Rows.Count - 1));

    /// <summary>Its lengths but for samples, which are any number: that of a sum first, then rows, then columns.</summary>
    public IEnumerable<int> Lengths => new[] { Depth, Rows, Columns }
        .Where(axes => !axes.Any(axis => axis.IsSamples))
        .Select(axes => axes.Aggregate(1, (length, axis) => length * axis.Count));

    /// <summary>Whether an axis of any of the three is the samples of the chunk.</summary>
    public bool CountsSamples => Rows.Concat(Columns).Concat(Depth).Any(axis => axis.IsSamples);

    /// <summary>Whether the sums are multiplied by derivatives.</summary>
    public bool HasSlope => Role is ContractionRole.Error or ContractionRole.ErrorInLanes && Activation != ActivationKind.Identity;

    /// <summary>How a known number of rows is gone through.</summary>
    public Split RowSplit => Split.Of(Row.Count, Tile.RowsOf(Row.Count));

    /// <summary>The samples that a tile needs at the least; fewer have one of their own.</summary>
    public int LeastRows => Tile.LastRows > 0 ? Tile.LastRows : Tile.Rows;

    /// <summary>The rows of the largest tile that there is.</summary>
    public int TileRows => Row.IsSamples ? Tile.Rows : RowSplit.Largest;

    /// <summary>The vectors of columns of the largest tile that there is.</summary>
    /// <param name="lanes">The lanes of a vector.</param>
    public int TileVectors(int lanes) => Column.IsSamples ? Tile.Vectors : ColumnSplit(TileRows, lanes).Largest;

    /// <summary>
    /// How the vectors of a known number of columns are gone through by a tile of so many rows. A last vector that is not full is in a
    /// tile of its own.
    /// </summary>
    /// <param name="rows">The rows of the tile.</param>
    /// <param name="lanes">The lanes of a vector.</param>
    public Split ColumnSplit(int rows, int lanes) => Split.Of(
        Lanes.Vectors(Column.Count, lanes), rows <= Tile.FewRows ? Tile.FewRowVectors : Tile.Vectors, lastIsApart: RightIsExact || ResultIsExact);

    /// <summary>The floats in the last vector of a known number of columns where it is not full, else 0.</summary>
    /// <param name="lanes">The lanes of a vector.</param>
    public int Tail(int lanes) => Lanes.Tail(Column.Count, lanes);

    /// <summary>
    /// Whether the rows that are left over have a method of their own: with the tiles of whole steps, one method would have more
    /// variables than the JIT inlines into, of which a slope takes as many as a sum.
    /// </summary>
    /// <param name="lanes">The lanes of a vector.</param>
    public bool IsInTwo(int lanes)
    {
        if (Row.IsSamples || RowSplit.Rest == 0 || RowSplit.Whole == 0)
        {
            return false;
        }

        int sums = (RowSplit.Step * VectorsOfTiles(RowSplit.Step, lanes)) + (RowSplit.Rest * VectorsOfTiles(RowSplit.Rest, lanes));
        return sums * (HasSlope ? 2 : 1) > PlanBudget.SumsPerMethod;
    }

    /// <summary>Whether the rows of a tile may be one sample: where there are several, but less than a tile of samples.</summary>
    /// <param name="rows">The rows of the tile.</param>
    public bool RowsMeet(int rows) => Row.IsSamples && rows > 1 && rows < LeastRows;

    /// <summary>The same product with its axes in two wherever their length is known and has so many parts, as tests want nests.</summary>
    /// <param name="parts">The length of the outer axis.</param>
    /// <param name="lanes">The lanes of a vector, which columns keep whole.</param>
    public Contraction Nested(int parts, int lanes) => this with
    {
        Rows = Divided(Rows, parts, 1),
        Columns = Divided(Columns, parts, lanes),
        Depth = Divided(Depth, parts, 1),
    };

    /// <summary>The vectors of all tiles that are written for so many rows: pairs and single ones where columns are samples.</summary>
    private int VectorsOfTiles(int rows, int lanes)
    {
        if (Column.IsSamples)
        {
            return Tile.Vectors + 1;
        }

        Split vectors = ColumnSplit(rows, lanes);
        return (vectors.Whole > 0 ? vectors.Step : 0) + vectors.Rest;
    }

    private static EquatableArray<Axis> Divided(EquatableArray<Axis> axes, int parts, int unit)
    {
        Axis inner = axes[axes.Count - 1];
        if (inner.IsSamples || inner.Count <= parts * unit || inner.Count % (parts * unit) != 0)
        {
            return axes;
        }

        int count = inner.Count / parts;
        Axis outer = new(parts, inner.Left * count, inner.Right * count, inner.Result * count, inner.Biases * count);
        return axes.Take(axes.Count - 1).Append(outer).Append(inner with { Count = count }).ToEquatableArray();
    }
}
