using System.ComponentModel;

namespace Mlp.CompilerServices;

/// <summary>What a tile is for: what its sums start from, and what becomes of them.</summary>
/// <remarks>Belongs to emitted code of the same version, and may change in any version.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface ITileUse
{
    /// <summary>What the sums of a row start from.</summary>
    /// <typeparam name="TGroup">The columns.</typeparam>
    /// <param name="other">The third operand: biases or slopes.</param>
    /// <param name="result">The result of the tile's first row.</param>
    /// <param name="row">The row of the tile.</param>
    /// <param name="offset">How many floats the row is behind the first one, in results.</param>
    /// <param name="tail">The floats of the last vector of results, 0 for all.</param>
    static abstract TGroup Start<TGroup>(ref float other, ref float result, int row, int offset, int tail)
        where TGroup : struct, IVectorGroup<TGroup>;

    /// <summary>What is stored.</summary>
    /// <typeparam name="TGroup">The columns.</typeparam>
    /// <param name="sum">The sums of a row.</param>
    /// <param name="other">The third operand.</param>
    /// <param name="offset">How many floats the row is behind the first one, in results.</param>
    static abstract TGroup Finish<TGroup>(TGroup sum, ref float other, int offset)
        where TGroup : struct, IVectorGroup<TGroup>;
}
