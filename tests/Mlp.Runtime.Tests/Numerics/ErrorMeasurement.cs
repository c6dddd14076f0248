using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Runtime.Intrinsics;
using System.Threading.Tasks;
using Shouldly;

namespace Mlp.Runtime.Tests.Numerics;

/// <summary>
/// Applies a function to many floats at every width, demands the same bits of all widths, and measures the worst error
/// against the reference. Every exponent is covered by 2,048 floats of either sign, and by 65,536 from 2⁻⁴ to 2⁷;
/// MLP_EXHAUSTIVE=1 covers every float there is, and MLP_ERROR_TABLE names a file that receives the worst errors.
/// </summary>
/// <typeparam name="TFunction">The function.</typeparam>
internal static class ErrorMeasurement<TFunction>
    where TFunction : struct, IVectorFunction
{
    private const int BlockLength = 2048;

    private static readonly bool IsExhaustive = Environment.GetEnvironmentVariable("MLP_EXHAUSTIVE") == "1";

    public static void Run()
    {
        Worst worst = IsExhaustive ? EveryFloat() : Sample();
        Report(worst);
        worst.Excess.ShouldBeLessThanOrEqualTo(
            0, $"{typeof(TFunction).Name}({worst.Argument:R}) is off by {worst.Error:G4}");
    }

    private static Worst Sample()
    {
        Worst worst = default;
        Worst special = default;
        float[] block = new float[BlockLength];
        for (int high = 0; high < 512; high++)
        {
            int exponent = high & 0xFF;
            bool isDense = Vector512.IsHardwareAccelerated && exponent is >= 127 - 4 and < 127 + 7;
            int blocks = isDense ? 32 : 1;
            int step = (1 << 23) / (BlockLength * blocks);
            for (int b = 0; b < blocks; b++)
            {
                for (int i = 0; i < BlockLength; i++)
                {
                    // An odd offset keeps the low bits of the significands from being all alike.
                    int significand = (((b * BlockLength) + i) * step) + (i % step);
                    block[i] = BitConverter.Int32BitsToSingle((high << 23) | significand);
                }

                Check(block, ref worst);
            }
        }

        foreach (float x in SpecialValues())
        {
            Array.Fill(block, x);
            Check(block.AsSpan(0, 16), ref special);
        }

        return special.IsWorseThan(worst) ? special : worst;
    }

    private static Worst EveryFloat()
    {
        Worst worst = default;
        object gate = new();
        Parallel.For(0, 1 << 9, high =>
        {
            Worst mine = default;
            float[] block = new float[BlockLength];
            for (int start = 0; start < 1 << 23; start += BlockLength)
            {
                for (int i = 0; i < BlockLength; i++)
                {
                    block[i] = BitConverter.Int32BitsToSingle((high << 23) | (start + i));
                }

                Check(block, ref mine);
            }

            lock (gate)
            {
                worst = mine.IsWorseThan(worst) ? mine : worst;
            }
        });
        return worst;
    }

    private static void Check(ReadOnlySpan<float> block, ref Worst worst)
    {
        Span<float> results = stackalloc float[BlockLength];
        results = results[..block.Length];
        Span<float> others = stackalloc float[BlockLength];
        others = others[..block.Length];
        for (int i = 0; i < block.Length; i++)
        {
            results[i] = TFunction.Apply(block[i]);
        }

        for (int i = 0; i < block.Length; i += 4)
        {
            TFunction.Apply(Vector128.Create(block[i..])).CopyTo(others[i..]);
        }

        ShouldAgree(block, results, others, 128);
        int wide = Vector256.IsHardwareAccelerated ? block.Length : 16;
        for (int i = 0; i < wide; i += 8)
        {
            TFunction.Apply(Vector256.Create(block[i..])).CopyTo(others[i..]);
        }

        ShouldAgree(block, results, others, 256);
        int wider = Vector512.IsHardwareAccelerated ? block.Length : 16;
        for (int i = 0; i < wider; i += 16)
        {
            TFunction.Apply(Vector512.Create(block[i..])).CopyTo(others[i..]);
        }

        ShouldAgree(block, results, others, 512);
        for (int i = 0; i < block.Length; i++)
        {
            Measure(block[i], results[i], ref worst);
        }
    }

    private static void Measure(float x, float result, ref Worst worst)
    {
        if (!TFunction.Accepts(x))
        {
            return;
        }

        double exact = TFunction.Exact(x);
        double error = Distance(result, exact);
        Worst found = new(x, error, error - TFunction.Bound(x));
        worst = found.IsWorseThan(worst) ? found : worst;
    }

    private static double Distance(float result, double exact)
    {
        float rounded = (float)exact;
        if (result == rounded && (rounded == 0 || float.IsInfinity(rounded)))
        {
            return rounded == 0 && !TFunction.IsAbsolute ? Math.Abs(exact) / float.Epsilon : 0;
        }

        if (double.IsNaN(exact) || float.IsNaN(result))
        {
            return double.IsNaN(exact) && float.IsNaN(result) ? 0 : double.PositiveInfinity;
        }

        if (float.IsInfinity(result))
        {
            // 2¹²⁸ is the float that infinity stands for when a result rounds over the top.
            return rounded == float.MaxValue ? Math.Abs(Math.ScaleB(1, 128) - Math.Abs(exact)) / Math.ScaleB(1, 104) : double.PositiveInfinity;
        }

        double difference = Math.Abs(result - exact);
        if (TFunction.IsAbsolute)
        {
            return difference;
        }

        int exponent = Math.Clamp((BitConverter.SingleToInt32Bits(rounded) >> 23) & 0xFF, 1, 254);
        return difference * BitConverter.Int64BitsToDouble((1023L + 150 - exponent) << 52);
    }

    private static void ShouldAgree(ReadOnlySpan<float> block, ReadOnlySpan<float> scalar, ReadOnlySpan<float> vector, int width)
    {
        for (int i = 0; i < block.Length; i++)
        {
            if (BitConverter.SingleToInt32Bits(scalar[i]) != BitConverter.SingleToInt32Bits(vector[i])
                && !(float.IsNaN(scalar[i]) && float.IsNaN(vector[i])))
            {
                throw new ShouldAssertException(
                    $"{typeof(TFunction).Name}({block[i]:R}) is {scalar[i]:R} as a scalar and {vector[i]:R} at {width} bits.");
            }
        }
    }

    private static IEnumerable<float> SpecialValues()
    {
        float[] magnitudes =
        [
            0, float.Epsilon, 1.17549421e-38f, 1.17549435e-38f, 5.9604645e-8f, 0.34f, 0.5f, 0.7f, 0.927734375f, 1, 2,
            9.01f, 9.02f, 17.33f, 20, 87.33f, 88.72283f, 88.72284f, 89, 103.97f, 104, 110, 1e19f, float.MaxValue,
            float.PositiveInfinity, float.NaN,
        ];
        foreach (float magnitude in magnitudes)
        {
            foreach (float x in (float[])[MathF.BitDecrement(magnitude), magnitude, MathF.BitIncrement(magnitude)])
            {
                yield return x;
                yield return -x;
            }
        }
    }

    private static void Report(Worst worst)
    {
        string? path = Environment.GetEnvironmentVariable("MLP_ERROR_TABLE");
        if (!string.IsNullOrEmpty(path))
        {
            string unit = TFunction.IsAbsolute ? "absolute" : "ulp";
            string row = string.Create(
                CultureInfo.InvariantCulture, $"| {typeof(TFunction).Name} | {worst.Error:G4} {unit} | {worst.Argument:G9} |\n");
            File.AppendAllText(path, row);
        }
    }

    /// <summary>The worst argument so far: one past its bound before any other, then by error.</summary>
    private readonly record struct Worst(float Argument, double Error, double Excess)
    {
        public bool IsWorseThan(Worst other) =>
            Excess > 0 || other.Excess > 0 ? Excess > other.Excess : Error > other.Error;
    }
}
