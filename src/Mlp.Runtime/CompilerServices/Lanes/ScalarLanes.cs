using System;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;

namespace Mlp.CompilerServices;

/// <summary>The operations of <see cref="ILanes{TVector}"/> over one float.</summary>
internal readonly struct ScalarLanes : ILanes<float>
{
    public static int Count
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => 1;
    }

    public static bool ScalesAtOnce
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Avx512F.IsSupported;
    }

    public static bool Fuses
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Fma.IsSupported || AdvSimd.IsSupported;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Load(ref float place) => place;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(float x, ref float place) => place = x;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Create(float value) => value;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Add(float a, float b) => a + b;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Subtract(float a, float b) => a - b;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Multiply(float a, float b) => a * b;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Divide(float a, float b) => a / b;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float SquareRoot(float x) => MathF.Sqrt(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float MultiplyAdd(float a, float b, float c) => float.MultiplyAddEstimate(a, b, c);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Min(float bound, float x) => float.MinNative(bound, x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Max(float bound, float x) => float.MaxNative(bound, x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Negate(float x) => -x;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Abs(float x) => MathF.Abs(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float OrSign(float x, float sign) => BitConverter.Int32BitsToSingle(
        BitConverter.SingleToInt32Bits(x) | (BitConverter.SingleToInt32Bits(sign) & int.MinValue));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float WhereLess(float a, float b, float then, float otherwise) => a < b ? then : otherwise;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float LeadingHalf(float x) => BitConverter.Int32BitsToSingle(BitConverter.SingleToInt32Bits(x) & ~0xFFF);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Scale(float value, float n, float shifted)
    {
        if (Avx512F.IsSupported)
        {
            return Avx512F.ScaleScalar(Vector128.CreateScalarUnsafe(value), Vector128.CreateScalarUnsafe(n)).ToScalar();
        }

        int bits = BitConverter.SingleToInt32Bits(shifted);
        int half = bits >> 1;
        return value * BitConverter.Int32BitsToSingle(half << 23) * BitConverter.Int32BitsToSingle((bits - half) << 23);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float PowerOfTwo(float n, float shifted) =>
        BitConverter.Int32BitsToSingle((BitConverter.SingleToInt32Bits(shifted) - 127) << 23);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float ClampedMagnitude(float bound, float x) => Min(bound, Abs(x));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float PowerOfTwoIn(float bits) => BitConverter.Int32BitsToSingle(BitConverter.SingleToInt32Bits(bits) << 23);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float ExponentBits(float x, int pivotBits) => BitConverter.Int32BitsToSingle(
        (BitConverter.SingleToInt32Bits(x) - pivotBits) & unchecked((int)0xFF800000));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float SubtractBits(float a, float b) =>
        BitConverter.Int32BitsToSingle(BitConverter.SingleToInt32Bits(a) - BitConverter.SingleToInt32Bits(b));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float ConvertBits(float x) => BitConverter.SingleToInt32Bits(x);
}
