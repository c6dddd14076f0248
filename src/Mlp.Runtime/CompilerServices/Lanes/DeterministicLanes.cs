using System.Runtime.CompilerServices;

namespace Mlp.CompilerServices;

/// <summary>
/// The operations of another <see cref="ILanes{TVector}"/> without what differs from one hardware to the next: nothing is fused, and the smaller and
/// the larger of two numbers are a comparison and a choice, also between the two zeros.
/// </summary>
/// <typeparam name="TVector">A <see cref="float"/> or a hardware vector of floats.</typeparam>
/// <typeparam name="TLanes">Its operations.</typeparam>
internal readonly struct DeterministicLanes<TVector, TLanes> : ILanes<TVector>
    where TVector : struct
    where TLanes : struct, ILanes<TVector>
{
    public static int Count
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => TLanes.Count;
    }

    public static bool ScalesAtOnce
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => TLanes.ScalesAtOnce;
    }

    public static bool Fuses
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => false;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Load(ref float place) => TLanes.Load(ref place);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(TVector x, ref float place) => TLanes.Store(x, ref place);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Create(float value) => TLanes.Create(value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Add(TVector a, TVector b) => TLanes.Add(a, b);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Add(TVector a, float b) => TLanes.Add(a, b);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Subtract(TVector a, TVector b) => TLanes.Subtract(a, b);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Subtract(float a, TVector b) => TLanes.Subtract(a, b);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Multiply(TVector a, TVector b) => TLanes.Multiply(a, b);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Multiply(TVector a, float b) => TLanes.Multiply(a, b);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Divide(TVector a, TVector b) => TLanes.Divide(a, b);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector SquareRoot(TVector x) => TLanes.SquareRoot(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector MultiplyAdd(TVector a, TVector b, TVector c) => TLanes.Add(TLanes.Multiply(a, b), c);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector MultiplyAdd(TVector a, TVector b, float c) => TLanes.Add(TLanes.Multiply(a, b), c);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector MultiplyAdd(TVector a, float b, TVector c) => TLanes.Add(TLanes.Multiply(a, b), c);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector MultiplyAdd(TVector a, float b, float c) => TLanes.Add(TLanes.Multiply(a, b), c);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Min(float bound, TVector x)
    {
        TVector bounds = TLanes.Create(bound);
        return TLanes.WhereLess(bounds, x, bounds, x);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Max(float bound, TVector x)
    {
        TVector bounds = TLanes.Create(bound);
        return TLanes.WhereLess(x, bounds, bounds, x);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Max(TVector a, TVector b) => TLanes.WhereLess(b, a, a, b);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Negate(TVector x) => TLanes.Negate(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Abs(TVector x) => TLanes.Abs(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector OrSign(TVector x, TVector sign) => TLanes.OrSign(x, sign);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector WhereLess(TVector a, TVector b, TVector then, TVector otherwise) => TLanes.WhereLess(a, b, then, otherwise);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector LeadingHalf(TVector x) => TLanes.LeadingHalf(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Scale(TVector value, TVector n, TVector shifted) => TLanes.Scale(value, n, shifted);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector PowerOfTwo(TVector n, TVector shifted) => TLanes.PowerOfTwo(n, shifted);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector ClampedMagnitude(float bound, TVector x) => Min(bound, TLanes.Abs(x));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector PowerOfTwoIn(TVector bits) => TLanes.PowerOfTwoIn(bits);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector ExponentBits(TVector x, int pivotBits) => TLanes.ExponentBits(x, pivotBits);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector SubtractBits(TVector a, TVector b) => TLanes.SubtractBits(a, b);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector ConvertBits(TVector x) => TLanes.ConvertBits(x);
}
