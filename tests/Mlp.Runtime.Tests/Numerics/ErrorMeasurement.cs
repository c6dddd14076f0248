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
/// against the reference. Every exponent is covered by 2,048 floats of either sign, and by 65,536 from 2⁻⁴ to 2⁷; by 256 where
/// vectors are software, which is slow and rounds as hardware without fused multiply-add does.
/// MLP_EXHAUSTIVE=middle adds every float of magnitude from 2⁻¹⁴ to 2⁸, where functions bend; MLP_EXHAUSTIVE=1 covers
/// every float there is. Both compare the widths on every sixteenth block. MLP_ERROR_TABLE names a file that receives
/// the worst errors.
/// </summary>
/// <typeparam name="TFunction">The function.</typeparam>
internal static class ErrorMeasurement<TFunction>
    where TFunction : struct, IVectorFunction
{
    private const int BlockLength = 2048;
    private const int BlockLengthInSoftware = 256;

    public static void Run()
    {
        Worst worst = Environment.GetEnvironmentVariable("MLP_EXHAUSTIVE") switch
        {
            "1" => EveryFloat(0, 255),
            "middle" => Worse(Sample(), EveryFloat(127 - 14, 127 + 7)),
            _ => Sample(),
        };
        Report(worst);
        worst.Excess.ShouldBeLessThanOrEqualTo(
            0, $"{typeof(TFunction).Name}({worst.Argument:R}) is off by {worst.Error:G4}");
    }

    private static Worst Sample()
    {
        Worst worst = default;
        Worst special = default;
        float[] block = new float[Vector128.IsHardwareAccelerated ? BlockLength : BlockLengthInSoftware];
        for (int high = 0; high < 512; high++)
        {
            int exponent = high & 0xFF;
            bool isDense = Vector512.IsHardwareAccelerated && exponent is >= 127 - 4 and < 127 + 7;
            int blocks = isDense ? 32 : 1;
            int step = (1 << 23) / (block.Length * blocks);
            for (int b = 0; b < blocks; b++)
            {
                for (int i = 0; i < block.Length; i++)
                {
                    // An odd offset keeps the low bits of the significands from being all alike.
                    int significand = (((b * block.Length) + i) * step) + (i % step);
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

        return Worse(special, worst);
    }

    private static Worst Worse(Worst a, Worst b) => a.IsWorseThan(b) ? a : b;

    /// <summary>Every float whose biased exponent is in the range, of either sign.</summary>
    private static Worst EveryFloat(int firstExponent, int lastExponent)
    {
        Worst worst = default;
        object gate = new();
        Parallel.For(0, 1 << 9, high =>
        {
            if ((high & 0xFF) < firstExponent || (high & 0xFF) > lastExponent)
            {
                return;
            }

            Worst mine = default;
            float[] block = new float[BlockLength];
            for (int start = 0; start < 1 << 23; start += BlockLength)
            {
                for (int i = 0; i < BlockLength; i++)
                {
                    block[i] = BitConverter.Int32BitsToSingle((high << 23) | (start + i));
                }

                Check(block, ref mine, comparesWidths: start % (16 * BlockLength) == 0);
            }

            lock (gate)
            {
                worst = Worse(mine, worst);
            }
        });
        return worst;
    }

    private static void Check(ReadOnlySpan<float> block, ref Worst worst, bool comparesWidths = true)
    {
        Span<float> results = stackalloc float[BlockLength];
        results = results[..block.Length];
        ApplyAtWidestFast(block, results);
        if (comparesWidths)
        {
            CompareWidths(block, results);
        }

        for (int i = 0; i < block.Length; i++)
        {
            Measure(block[i], results[i], ref worst);
        }
    }

    private static void ApplyAtWidestFast(ReadOnlySpan<float> block, Span<float> results)
    {
        if (Vector512.IsHardwareAccelerated)
        {
            for (int i = 0; i < block.Length; i += 16)
            {
                TFunction.Apply(Vector512.Create(block[i..])).CopyTo(results[i..]);
            }
        }
        else
        {
            for (int i = 0; i < block.Length; i += 4)
            {
                TFunction.Apply(Vector128.Create(block[i..])).CopyTo(results[i..]);
            }
        }
    }

    /// <summary>Demands of every width what one gave; of a width in software only the first lanes, for they are slow.</summary>
    private static void CompareWidths(ReadOnlySpan<float> block, ReadOnlySpan<float> results)
    {
        Span<float> others = stackalloc float[16];
        for (int start = 0; start < block.Length; start += 16)
        {
            ReadOnlySpan<float> arguments = block.Slice(start, 16);
            ReadOnlySpan<float> expected = results.Slice(start, 16);
            for (int i = 0; i < 16; i++)
            {
                others[i] = TFunction.Apply(arguments[i]);
            }

            ShouldAgree(arguments, expected, others, 32);
            for (int i = 0; i < 16; i += 4)
            {
                TFunction.Apply(Vector128.Create(arguments[i..])).CopyTo(others[i..]);
            }

            ShouldAgree(arguments, expected, others, 128);
            if (Vector256.IsHardwareAccelerated || start == 0)
            {
                TFunction.Apply(Vector256.Create(arguments)).CopyTo(others);
                TFunction.Apply(Vector256.Create(arguments[8..])).CopyTo(others[8..]);
                ShouldAgree(arguments, expected, others, 256);
            }

            if (Vector512.IsHardwareAccelerated || start == 0)
            {
                TFunction.Apply(Vector512.Create(arguments)).CopyTo(others);
                ShouldAgree(arguments, expected, others, 512);
            }
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
        worst = Worse(found, worst);
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

    private static void ShouldAgree(ReadOnlySpan<float> arguments, ReadOnlySpan<float> expected, ReadOnlySpan<float> actual, int width)
    {
        for (int i = 0; i < arguments.Length; i++)
        {
            if (BitConverter.SingleToInt32Bits(expected[i]) != BitConverter.SingleToInt32Bits(actual[i])
                && !(float.IsNaN(expected[i]) && float.IsNaN(actual[i])))
            {
                throw new ShouldAssertException(
                    $"{typeof(TFunction).Name}({arguments[i]:R}) is {expected[i]:R} at one width and {actual[i]:R} at {width} bits.");
            }
        }
    }

    private static IEnumerable<float> SpecialValues()
    {
        float[] magnitudes =
        [
            0, float.Epsilon, 1.17549421e-38f, 1.17549435e-38f, 5.9604645e-8f, 0.34f, 0.5f, 0.7f, 0.927734375f, 1, 2,
            9.01f, 9.02f, 17.33f, 20, 87.33f, 88.72283f, 88.72284f, 89, 103.97f, 104, 110, 1e19f, float.MaxValue,
            float.PositiveInfinity, float.NaN, BitConverter.Int32BitsToSingle(0x7F800001),
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
