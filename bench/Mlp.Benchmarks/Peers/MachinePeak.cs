using System;
using System.Collections.Generic;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Mlp.Benchmarks.Peers;

/// <summary>What one core can do: fused multiply-adds on independent accumulators, in float.</summary>
internal static class MachinePeak
{
    private const int Turns = 20_000;

    /// <summary>The vector widths in bits that this process runs, widest first.</summary>
    public static IReadOnlyList<int> Widths { get; } =
        Vector512.IsHardwareAccelerated ? [512, 256, 128] : Vector256.IsHardwareAccelerated ? [256, 128] : [128];

    /// <summary>GFLOP/s (operations a nanosecond) of a width.</summary>
    public static double Measure(int width, double milliseconds)
    {
        // Boxing, once in 20,000 turns, costs nothing and keeps the result.
        Action pass = width switch
        {
            512 => () => GC.KeepAlive(Chains512(Turns)),
            256 => () => GC.KeepAlive(Chains256(Turns)),
            _ => () => GC.KeepAlive(Chains128(Turns)),
        };
        // 24 chains fit 32 registers, 12 fit 16.
        int chains = width == 512 ? 24 : 12;
        return 2.0 * chains * (width / 32) * Turns / Pace.Fastest(milliseconds, pass);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static float Chains512(int turns)
    {
        Vector512<float> x = Vector512.Create(0.999f), y = Vector512.Create(0.001f);
        Vector512<float> a0 = x, a1 = x, a2 = x, a3 = x, a4 = x, a5 = x, a6 = x, a7 = x, a8 = x, a9 = x, a10 = x, a11 = x;
        Vector512<float> b0 = x, b1 = x, b2 = x, b3 = x, b4 = x, b5 = x, b6 = x, b7 = x, b8 = x, b9 = x, b10 = x, b11 = x;
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

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static float Chains256(int turns)
    {
        Vector256<float> x = Vector256.Create(0.999f), y = Vector256.Create(0.001f);
        Vector256<float> a0 = x, a1 = x, a2 = x, a3 = x, a4 = x, a5 = x, a6 = x, a7 = x, a8 = x, a9 = x, a10 = x, a11 = x;
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

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static float Chains128(int turns)
    {
        Vector128<float> x = Vector128.Create(0.999f), y = Vector128.Create(0.001f);
        Vector128<float> a0 = x, a1 = x, a2 = x, a3 = x, a4 = x, a5 = x, a6 = x, a7 = x, a8 = x, a9 = x, a10 = x, a11 = x;
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
