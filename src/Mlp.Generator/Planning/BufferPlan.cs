namespace Mlp.Generator.Planning;

/// <summary>A region of scratch memory: rows of equal stride.</summary>
/// <param name="Name">Its role: <c>Hidden1</c>, <c>Slopes1</c>, <c>Errors1</c>, <c>Outputs</c>, <c>WeightsByInput2</c>.</param>
/// <param name="Offset">Floats from the start of the scratch, a multiple of 16.</param>
/// <param name="Stride">Floats in a row.</param>
/// <param name="Rows">The number of rows.</param>
internal sealed record BufferPlan(string Name, int Offset, int Stride, int Rows)
{
    public int Length => Rows * Stride;
}
