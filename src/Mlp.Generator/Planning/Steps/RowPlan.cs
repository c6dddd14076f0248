namespace Mlp.Generator.Planning.Steps;

/// <summary>How each vector of a row is treated: one by one where there are few, else in a loop and a last vector.</summary>
/// <param name="Columns">The floats of the row.</param>
/// <param name="Vectors">The vectors that hold them.</param>
/// <param name="Tail">The floats in the last vector where it is not full, else 0.</param>
/// <param name="IsUnrolled">Whether they are written out one by one.</param>
internal sealed record RowPlan(int Columns, int Vectors, int Tail, bool IsUnrolled)
{
    /// <summary>The vectors that are full.</summary>
    public int FullVectors => Tail == 0 ? Vectors : Vectors - 1;

    /// <param name="columns">The floats of the row.</param>
    /// <param name="width">The vectors.</param>
    public static RowPlan For(int columns, VectorWidth width)
    {
        int vectors = Lanes.Vectors(columns, (int)width);
        return new RowPlan(columns, vectors, Lanes.Tail(columns, (int)width), vectors <= PlanBudget.UnrolledRowVectors);
    }
}
