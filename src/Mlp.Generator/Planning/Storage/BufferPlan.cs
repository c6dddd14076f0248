namespace Mlp.Generator.Planning.Storage;

/// <summary>Tells one region of scratch memory from the others.</summary>
/// <param name="Role">What it is for.</param>
/// <param name="Layer">The layer that it belongs to, counted from 1; 0 where there is but one.</param>
internal sealed record BufferKey(BufferRole Role, int Layer = 0);

/// <summary>A region of scratch memory: rows of equal stride.</summary>
/// <param name="Key">Which one.</param>
/// <param name="Offset">Floats from the start of the scratch, a multiple of 16.</param>
/// <param name="Stride">Floats in a row.</param>
/// <param name="Rows">The number of rows.</param>
internal sealed record BufferPlan(BufferKey Key, int Offset, int Stride, int Rows)
{
    public int Length => Rows * Stride;
}
