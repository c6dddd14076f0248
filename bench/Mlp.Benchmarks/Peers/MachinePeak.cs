using System;
using System.Collections.Generic;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Mlp.Benchmarks.Peers;

/// <summary>What one core can do: fused multiply-adds on independent accumulators, in float.</summary>
internal static class MachinePeak
{
    private const int Turns = 20_000;

    // Inlined, they would be dropped: nobody reads what they return.
    private const MethodImplOptions Whole = MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization;

    /// <summary>The vector widths in bits that this process runs, widest first.</summary>
    public static IReadOnlyList<int> Widths { get; } =
        Vector512.IsHardwareAccelerated ? [512, 256, 128] : Vector256.IsHardwareAccelerated ? [256, 128] : [128];

    /// <summary>GFLOP/s (operations a nanosecond) of a width.</summary>
    public static double Measure(int width, double milliseconds)
    {
        Action pass = width switch
        {
            512 => () => Chains512(Turns),
            256 => () => Chains256(Turns),
            _ => () => Chains128(Turns),
        };
        // 24 chains fit 32 registers, 12 fit 16.
        int chains = width == 512 ? 24 : 12;
        return 2.0 * chains * (width / 32) * Turns / Pace.Fastest(milliseconds, pass).Nanoseconds;
    }

    // All accumulators start from different values: the compiler computes equal ones only once.
    [MethodImpl(Whole)]
    private static float Chains512(int turns)
    {
        Vector512<float> x = Vector512.Create(0.999f), y = Vector512.Create(0.001f);
        Vector512<float> a0 = x, a1 = a0 + y, a2 = a1 + y, a3 = a2 + y, a4 = a3 + y, a5 = a4 + y, a6 = a5 + y, a7 = a6 + y, a8 = a7 + y, a9 = a8 + y, a10 = a9 + y, a11 = a10 + y;
        Vector512<float> b0 = a11 + y, b1 = b0 + y, b2 = b1 + y, b3 = b2 + y, b4 = b3 + y, b5 = b4 + y, b6 = b5 + y, b7 = b6 + y, b8 = b7 + y, b9 = b8 + y, b10 = b9 + y, b11 = b10 + y;
        for (int turn = 0; turn < turns; turn++)
        {
            a0 = Vector512.MultiplyAddEstimate(a0, x, y);
            a1 = Vector512.MultiplyAddEstimate(a1, x, y);
            a2 = Vector512.MultiplyAddEstimate(a2, x, y);
            a3 = Vector512.MultiplyAddEstimate(a3, x, y);
            a4 = Vector512.MultiplyAddEstimate(a4, x, y);
            a5 = Vector512.MultiplyAddEstimate(a5, x, y);
            a6 = Vector512.MultiplyAddEstimate(a6, x, y);
            a7 = Vector512.MultiplyAddEstimate(a7, x, y);
            a8 = Vector512.MultiplyAddEstimate(a8, x, y);
            a9 = Vector512.MultiplyAddEstimate(a9, x, y);
            a10 = Vector512.MultiplyAddEstimate(a10, x, y);
            a11 = Vector512.MultiplyAddEstimate(a11, x, y);
            b0 = Vector512.MultiplyAddEstimate(b0, x, y);
            b1 = Vector512.MultiplyAddEstimate(b1, x, y);
            b2 = Vector512.MultiplyAddEstimate(b2, x, y);
            b3 = Vector512.MultiplyAddEstimate(b3, x, y);
            b4 = Vector512.MultiplyAddEstimate(b4, x, y);
            b5 = Vector512.MultiplyAddEstimate(b5, x, y);
            b6 = Vector512.MultiplyAddEstimate(b6, x, y);
            b7 = Vector512.MultiplyAddEstimate(b7, x, y);
            b8 = Vector512.MultiplyAddEstimate(b8, x, y);
            b9 = Vector512.MultiplyAddEstimate(b9, x, y);
            b10 = Vector512.MultiplyAddEstimate(b10, x, y);
            b11 = Vector512.MultiplyAddEstimate(b11, x, y);
        }

        Vector512<float> a = a0 + a1 + a2 + a3 + a4 + a5 + a6 + a7 + a8 + a9 + a10 + a11;
        return Vector512.Sum(a + b0 + b1 + b2 + b3 + b4 + b5 + b6 + b7 + b8 + b9 + b10 + b11);
    }

    [MethodImpl(Whole)]
    private static float Chains256(int turns)
    {
        Vector256<float> x = Vector256.Create(0.999f), y = Vector256.Create(0.001f);
        Vector256<float> a0 = x, a1 = a0 + y, a2 = a1 + y, a3 = a2 + y, a4 = a3 + y, a5 = a4 + y, a6 = a5 + y, a7 = a6 + y, a8 = a7 + y, a9 = a8 + y, a10 = a9 + y, a11 = a10 + y;
        for (int turn = 0; turn < turns; turn++)
        {
            a0 = Vector256.MultiplyAddEstimate(a0, x, y);
            a1 = Vector256.MultiplyAddEstimate(a1, x, y);
            a2 = Vector256.MultiplyAddEstimate(a2, x, y);
            a3 = Vector256.MultiplyAddEstimate(a3, x, y);
            a4 = Vector256.MultiplyAddEstimate(a4, x, y);
            a5 = Vector256.MultiplyAddEstimate(a5, x, y);
            a6 = Vector256.MultiplyAddEstimate(a6, x, y);
            a7 = Vector256.MultiplyAddEstimate(a7, x, y);
            a8 = Vector256.MultiplyAddEstimate(a8, x, y);
            a9 = Vector256.MultiplyAddEstimate(a9, x, y);
            a10 = Vector256.MultiplyAddEstimate(a10, x, y);
            a11 = Vector256.MultiplyAddEstimate(a11, x, y);
        }

        return Vector256.Sum(a0 + a1 + a2 + a3 + a4 + a5 + a6 + a7 + a8 + a9 + a10 + a11);
    }

    [MethodImpl(Whole)]
    private static float Chains128(int turns)
    {
        Vector128<float> x = Vector128.Create(0.999f), y = Vector128.Create(0.001f);
        Vector128<float> a0 = x, a1 = a0 + y, a2 = a1 + y, a3 = a2 + y, a4 = a3 + y, a5 = a4 + y, a6 = a5 + y, a7 = a6 + y, a8 = a7 + y, a9 = a8 + y, a10 = a9 + y, a11 = a10 + y;
        for (int turn = 0; turn < turns; turn++)
        {
            a0 = Vector128.MultiplyAddEstimate(a0, x, y);
            a1 = Vector128.MultiplyAddEstimate(a1, x, y);
            a2 = Vector128.MultiplyAddEstimate(a2, x, y);
            a3 = Vector128.MultiplyAddEstimate(a3, x, y);
            a4 = Vector128.MultiplyAddEstimate(a4, x, y);
            a5 = Vector128.MultiplyAddEstimate(a5, x, y);
            a6 = Vector128.MultiplyAddEstimate(a6, x, y);
            a7 = Vector128.MultiplyAddEstimate(a7, x, y);
            a8 = Vector128.MultiplyAddEstimate(a8, x, y);
            a9 = Vector128.MultiplyAddEstimate(a9, x, y);
            a10 = Vector128.MultiplyAddEstimate(a10, x, y);
            a11 = Vector128.MultiplyAddEstimate(a11, x, y);
        }

        return Vector128.Sum(a0 + a1 + a2 + a3 + a4 + a5 + a6 + a7 + a8 + a9 + a10 + a11);
    }
}
