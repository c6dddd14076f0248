using System.ComponentModel;
using System.Runtime.Intrinsics;

namespace Mlp.CompilerServices;

/// <summary>The words of one width as a type argument: what tiles are written in, once for all widths.</summary>
/// <typeparam name="TVector">The vectors.</typeparam>
/// <remarks>Belongs to emitted code of the same version, and may change in any version.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IVectors<TVector>
    where TVector : struct
{
    /// <summary>The floats of a vector.</summary>
    static abstract int Lanes { get; }

    /// <summary>The floats from a place on.</summary>
    /// <param name="at">A float.</param>
    /// <param name="offset">How many floats behind it the first one is.</param>
    static abstract TVector Load(ref float at, int offset);

    /// <summary>The first floats from a place on; the other lanes are 0.</summary>
    /// <param name="at">A float.</param>
    /// <param name="offset">How many floats behind it the first one is.</param>
    /// <param name="count">How many are read, at least one.</param>
    static abstract TVector LoadFirst(ref float at, int offset, int count);

    /// <summary>Writes the floats from a place on.</summary>
    /// <param name="value">The floats.</param>
    /// <param name="at">A float.</param>
    /// <param name="offset">How many floats behind it the first one goes.</param>
    static abstract void Store(TVector value, ref float at, int offset);

    /// <summary>Writes the first lanes only.</summary>
    /// <param name="value">The floats.</param>
    /// <param name="at">A float.</param>
    /// <param name="offset">How many floats behind it the first one goes.</param>
    /// <param name="count">How many are written, at least one.</param>
    static abstract void StoreFirst(TVector value, ref float at, int offset, int count);

    /// <summary>One float of memory in every lane.</summary>
    /// <param name="at">A float.</param>
    /// <param name="offset">How many floats behind it the one is.</param>
    static abstract TVector Spread(ref float at, int offset);

    /// <summary>A number in every lane.</summary>
    /// <param name="number">The number.</param>
    static abstract TVector Fill(float number);

    /// <summary>The larger of two numbers in each lane; NaN where one is NaN.</summary>
    /// <param name="a">Numbers.</param>
    /// <param name="b">Other numbers.</param>
    static abstract TVector Max(TVector a, TVector b);

    /// <summary>The smaller of two numbers in each lane; NaN where one is NaN.</summary>
    /// <param name="a">Numbers.</param>
    /// <param name="b">Other numbers.</param>
    static abstract TVector Min(TVector a, TVector b);

    /// <summary>A value where a number is above one bound and below the other; 0 elsewhere.</summary>
    /// <param name="a">Numbers.</param>
    /// <param name="low">What they are above.</param>
    /// <param name="high">What they are below.</param>
    /// <param name="value">What is kept of.</param>
    static abstract TVector WhereBetween(TVector a, TVector low, TVector high, TVector value);

    /// <summary>A value where two numbers are the same, as a NaN is to a NaN; 0 elsewhere.</summary>
    /// <param name="a">Numbers.</param>
    /// <param name="b">Other numbers.</param>
    /// <param name="value">What is kept of.</param>
    static abstract TVector WhereSame(TVector a, TVector b, TVector value);

    /// <summary>A value where two numbers are not the same; 0 elsewhere.</summary>
    /// <param name="a">Numbers.</param>
    /// <param name="b">Other numbers.</param>
    /// <param name="value">What is kept of.</param>
    static abstract TVector WhereOther(TVector a, TVector b, TVector value);

    /// <summary>a · b + c, fused where the hardware can.</summary>
    /// <param name="a">A factor.</param>
    /// <param name="b">The other factor.</param>
    /// <param name="c">What is added.</param>
    static abstract TVector MultiplyAdd(TVector a, TVector b, TVector c);

    /// <summary>a · b.</summary>
    /// <param name="a">A factor.</param>
    /// <param name="b">The other factor.</param>
    static abstract TVector Multiply(TVector a, TVector b);

    /// <summary>a + b.</summary>
    /// <param name="a">A term.</param>
    /// <param name="b">The other term.</param>
    static abstract TVector Add(TVector a, TVector b);

    /// <summary>Every second lane, the first among them, in the first half; the other half holds anything.</summary>
    /// <param name="x">The lanes.</param>
    static abstract TVector EverySecond(TVector x);

    /// <summary>The sums over the lanes of four vectors, side by side.</summary>
    /// <param name="a">The first vector.</param>
    /// <param name="b">The second vector.</param>
    /// <param name="c">The third vector.</param>
    /// <param name="d">The fourth vector.</param>
    static abstract Vector128<float> SumTogether(TVector a, TVector b, TVector c, TVector d);

    /// <summary>A function of each lane.</summary>
    /// <typeparam name="TFunction">The function.</typeparam>
    /// <param name="x">Its arguments.</param>
    static abstract TVector Of<TFunction>(TVector x)
        where TFunction : struct, ITileFunction;
}
