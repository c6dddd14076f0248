using System.ComponentModel;

namespace Mlp.CompilerServices;

/// <summary>One to four vectors that stand side by side: the columns of a tile.</summary>
/// <typeparam name="TGroup">The group itself.</typeparam>
/// <remarks>
/// Belongs to emitted code of the same version, and may change in any version. A tail is how many floats of the last vector there
/// are in memory, 0 for all. It is a constant where it is called, as offsets are.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IVectorGroup<TGroup>
    where TGroup : struct, IVectorGroup<TGroup>
{
    /// <summary>The floats from a place on.</summary>
    /// <param name="at">A float.</param>
    /// <param name="offset">How many floats behind it the first one is.</param>
    /// <param name="tail">The floats of the last vector that are read; the others are 0.</param>
    static abstract TGroup Load(ref float at, int offset, int tail);

    /// <summary>Writes the floats from a place on.</summary>
    /// <param name="value">The floats.</param>
    /// <param name="at">A float.</param>
    /// <param name="offset">How many floats behind it the first one goes.</param>
    /// <param name="tail">The floats of the last vector that are written.</param>
    static abstract void Store(TGroup value, ref float at, int offset, int tail);

    /// <summary>One float of memory in every lane of every vector.</summary>
    /// <param name="at">A float.</param>
    /// <param name="offset">How many floats behind it the one is.</param>
    static abstract TGroup Spread(ref float at, int offset);

    /// <summary>sum += right · left, the left factor one float of memory. In place, so that the compiler sees an accumulator.</summary>
    /// <param name="sum">What is added onto.</param>
    /// <param name="right">The vectors.</param>
    /// <param name="left">A float.</param>
    /// <param name="offset">How many floats behind it the factor is.</param>
    static abstract void AddProduct(ref TGroup sum, TGroup right, ref float left, int offset);

    /// <summary>a · b.</summary>
    /// <param name="a">A factor.</param>
    /// <param name="b">The other factor.</param>
    static abstract TGroup Multiply(TGroup a, TGroup b);

    /// <summary>A function of each lane.</summary>
    /// <typeparam name="TFunction">The function.</typeparam>
    /// <param name="x">Its arguments.</param>
    static abstract TGroup Of<TFunction>(TGroup x)
        where TFunction : struct, ITileFunction;
}
