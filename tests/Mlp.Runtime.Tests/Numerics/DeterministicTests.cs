using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Mlp.CompilerServices;
using Shouldly;
using Xunit;

namespace Mlp.Runtime.Tests.Numerics;

/// <summary>What deterministic networks compute with has the same bits at every width and on every hardware. This suite runs under each switch.</summary>
public sealed class DeterministicTests
{
    // Of every function over every argument; what changes a formula changes it.
    private const ulong Recorded = 7836136942919612710;

    private static readonly float[] Arguments = [.. Spread()];

    public static TheoryData<string> Names => [.. Of(typeof(Vector128<float>), 1).Select(function => function.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_function_has_the_same_bits_at_every_width(string name)
    {
        uint[] four = Bits<Vector128<float>>(name);

        Bits<Vector256<float>>(name).ShouldBe(four);
        Bits<Vector512<float>>(name).ShouldBe(four);
    }

    [Fact]
    public void Functions_have_the_recorded_bits()
    {
        ulong hash = 14695981039346656037;
        foreach (string name in Of(typeof(Vector128<float>), 1).Select(function => function.Name).Order(StringComparer.Ordinal))
        {
            foreach (uint bits in Bits<Vector128<float>>(name))
            {
                hash = unchecked((hash ^ bits) * 1099511628211);
            }
        }

        hash.ShouldBe(Recorded);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_function_is_that_of_other_networks_where_nothing_is_fused(string name)
    {
        MethodInfo usual = typeof(VectorMath).GetMethod(name, [typeof(float)])!;
        uint[] bits = Bits<Vector128<float>>(name);
        for (int index = 0; index < Arguments.Length; index++)
        {
            float value = BitConverter.UInt32BitsToSingle(bits[index]);
            float expected = (float)usual.Invoke(null, [Arguments[index]])!;
            if (!ScalarLanes.Fuses)
            {
                // Of zeros the sign may differ.
                (value == expected || float.IsNaN(value) == float.IsNaN(expected) && float.IsNaN(value)).ShouldBeTrue($"{name} of {Arguments[index]:R}: {value:R}, not {expected:R}");
            }
        }

        bits.Length.ShouldBe(Arguments.Length);
    }

    [Fact]
    public void There_is_every_function_that_kernels_call() =>
        Of(typeof(Vector128<float>), 1).Select(function => function.Name)
            .ShouldBe(typeof(VectorMath).GetMethods().Select(function => function.Name).Distinct().Where(name => name is not ("Erf" or "Expm1" or "Log1p" or "ZeroSubnormal" or "GetType" or "ToString" or "Equals" or "GetHashCode")), ignoreOrder: true);

    [Fact]
    public void A_product_is_rounded_before_it_is_added()
    {
        // (1 + 2⁻¹²)² = 1 + 2⁻¹¹ + 2⁻²⁴, whose last term a float has no room for.
        float x = 1 + (1f / 4096);
        float rest = -(1 + (1f / 2048));

        DeterministicVectors128.MultiplyAdd(Vector128.Create(x), Vector128.Create(x), Vector128.Create(rest)).ShouldBe(Vector128<float>.Zero);
        DeterministicVectors256.MultiplyAdd(Vector256.Create(x), Vector256.Create(x), Vector256.Create(rest)).ShouldBe(Vector256<float>.Zero);
        DeterministicVectors512.MultiplyAdd(Vector512.Create(x), Vector512.Create(x), Vector512.Create(rest)).ShouldBe(Vector512<float>.Zero);
    }

    [Fact]
    public void Lanes_are_added_in_their_order()
    {
        float[] lanes = [1e8f, 1, -1e8f, 3, 1e-8f, 5, 1e8f, 7, -1e8f, 9, 10, 11, 1e7f, 13, 14, 15];
        for (int count = 0; count <= 16; count++)
        {
            float expected = 0.5f;
            foreach (float lane in lanes.AsSpan(0, count))
            {
                expected += lane;
            }

            VectorLanes.AddInTurn(0.5f, Vector512.Create<float>(lanes), count).ShouldBe(expected);
            float halves = VectorLanes.AddInTurn(0.5f, Vector256.Create<float>(lanes), int.Min(8, count));
            VectorLanes.AddInTurn(halves, Vector256.Create<float>(lanes.AsSpan(8)), int.Max(0, count - 8)).ShouldBe(expected);
            float sum = 0.5f;
            for (int first = 0; first < 16; first += 4)
            {
                sum = VectorLanes.AddInTurn(sum, Vector128.Create<float>(lanes.AsSpan(first)), int.Clamp(count - first, 0, 4));
            }

            sum.ShouldBe(expected);
        }
    }

    /// <summary>Numbers of every exponent and both signs, and the special ones; a multiple of 16.</summary>
    private static IEnumerable<float> Spread()
    {
        float[] special = [0f, -0f, 1f, -1f, float.PositiveInfinity, float.NegativeInfinity, float.NaN, float.Epsilon, -float.Epsilon, float.MaxValue, float.MinValue, 3f, -3f, 6f, 0.5f, -0.5f];
        foreach (float number in special)
        {
            yield return number;
        }

        for (uint bits = 0; bits < 0x7F800000; bits += 0x7F800000 / 512)
        {
            yield return BitConverter.UInt32BitsToSingle(bits + (bits % 4093));
            yield return -BitConverter.UInt32BitsToSingle(bits + (bits % 4091));
        }

        for (int step = 0; step < 1024; step++)
        {
            yield return (step - 512) / 29f;
        }
    }

    private static IEnumerable<MethodInfo> Of(Type vector, int arguments) => typeof(DeterministicVectorMath).GetMethods()
        .Where(function => function.GetParameters() is { } parameters && parameters.Length == arguments && parameters[0].ParameterType == vector);

    /// <summary>The function of all arguments; every NaN as the same one, for which NaN it is depends on the processor.</summary>
    private static uint[] Bits<TVector>(string name)
        where TVector : struct
    {
        var function = typeof(DeterministicVectorMath).GetMethod(name, [typeof(TVector)])!.CreateDelegate<Func<TVector, TVector>>();
        float[] values = [.. Arguments, .. new float[(16 - (Arguments.Length % 16)) % 16]];
        foreach (ref TVector vector in MemoryMarshal.Cast<float, TVector>(values.AsSpan()))
        {
            vector = function(vector);
        }

        return [.. values.Take(Arguments.Length).Select(value => float.IsNaN(value) ? 0x7FC00000 : BitConverter.SingleToUInt32Bits(value))];
    }
}
