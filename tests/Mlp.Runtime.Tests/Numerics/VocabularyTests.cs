using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using System.Runtime.Intrinsics;
using Mlp.CompilerServices;
using Shouldly;
using Xunit;

namespace Mlp.Runtime.Tests.Numerics;

/// <summary>The words of kernels: the same at every width, none of which a compiler must choose, each with the result that it says.</summary>
public sealed class VocabularyTests
{
    private static readonly float[] Numbers =
        [0f, -0f, 1f, -2.5f, 3e38f, -1e-40f, float.NaN, float.PositiveInfinity, float.NegativeInfinity, 7f, -8f, 0.1f, 1e-20f, 5f, -6f, 100f, 11f, -12f, 13f, 14f, 15f];

    public static TheoryData<Type> Widths =>
        [typeof(Vectors128), typeof(Vectors256), typeof(Vectors512), typeof(DeterministicVectors128), typeof(DeterministicVectors256), typeof(DeterministicVectors512)];

    [Theory]
    [MemberData(nameof(Widths))]
    public void No_word_is_generic_or_overloaded(Type vocabulary)
    {
        MethodInfo[] words = [.. Words(vocabulary)];

        words.ShouldAllBe(word => !word.IsGenericMethod);
        words.Select(word => word.Name).ShouldBeUnique();
    }

    [Theory]
    [MemberData(nameof(Widths))]
    public void Every_width_has_the_same_words(Type vocabulary)
    {
        static IEnumerable<string> Spelled(Type type) => Words(type)
            .Select(word => word.ToString()!.Replace(word.DeclaringType!.Name.Replace("Deterministic", "").Replace("Vectors", "Vector"), "Vector"));

        Spelled(vocabulary).ShouldBe(Spelled(typeof(Vectors128)), ignoreOrder: true);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    public void A_word_reads_and_writes_from_an_offset_on(int offset)
    {
        ref float at = ref Numbers[0];
        Vectors128.Load(ref at, offset).ShouldBe(Vector128.Create<float>(Numbers.AsSpan(offset)));
        Vectors256.Load(ref at, offset).ShouldBe(Vector256.Create<float>(Numbers.AsSpan(offset)));
        Vectors512.Load(ref at, offset).ShouldBe(Vector512.Create<float>(Numbers.AsSpan(offset)));
        Vectors128.Spread(ref at, offset).ShouldBe(Vector128.Create(Numbers[offset]));
        Vectors256.Spread(ref at, offset).ShouldBe(Vector256.Create(Numbers[offset]));
        Vectors512.Spread(ref at, offset).ShouldBe(Vector512.Create(Numbers[offset]));
        Floats.At(ref at, offset).ShouldBe(Numbers[offset]);
        Stored(4, offset, memory => Vectors128.Store(Vectors128.Fill(9f), ref memory[0], offset));
        Stored(8, offset, memory => Vectors256.Store(Vectors256.Fill(9f), ref memory[0], offset));
        Stored(16, offset, memory => Vectors512.Store(Vectors512.Fill(9f), ref memory[0], offset));
    }

    /// <summary>Every lane of every width is what one number gives.</summary>
    [Fact]
    public void A_word_computes_each_lane_by_itself()
    {
        foreach (float x in Numbers)
        {
            foreach (float y in Numbers)
            {
                Each(Vectors128.Max(Vectors128.Fill(x), Vectors128.Fill(y)), Vectors256.Max(Vectors256.Fill(x), Vectors256.Fill(y)), Vectors512.Max(Vectors512.Fill(x), Vectors512.Fill(y)), MathF.Max(x, y));
                Each(
                    Vectors128.MultiplyAdd(Vectors128.Fill(x), Vectors128.Fill(y), Vectors128.Fill(1f)),
                    Vectors256.MultiplyAdd(Vectors256.Fill(x), Vectors256.Fill(y), Vectors256.Fill(1f)),
                    Vectors512.MultiplyAdd(Vectors512.Fill(x), Vectors512.Fill(y), Vectors512.Fill(1f)),
                    Vector128.MultiplyAddEstimate(Vector128.Create(x), Vector128.Create(y), Vector128.Create(1f)).ToScalar());
                Each(
                    Vectors128.Select(Vector128.GreaterThan(Vector128.Create(x), Vector128.Create(y)), Vectors128.Fill(2f), Vectors128.Fill(3f)),
                    Vectors256.Select(Vector256.GreaterThan(Vector256.Create(x), Vector256.Create(y)), Vectors256.Fill(2f), Vectors256.Fill(3f)),
                    Vectors512.Select(Vector512.GreaterThan(Vector512.Create(x), Vector512.Create(y)), Vectors512.Fill(2f), Vectors512.Fill(3f)),
                    x > y ? 2f : 3f);
            }
        }
    }

    private static IEnumerable<MethodInfo> Words(Type vocabulary) => vocabulary.GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly);

    private static void Stored(int lanes, int offset, Action<float[]> store)
    {
        float[] memory = new float[24];
        store(memory);
        memory.Index().ShouldAllBe(element => element.Item == (element.Index >= offset && element.Index < offset + lanes ? 9f : 0f));
    }

    private static void Each(Vector128<float> four, Vector256<float> eight, Vector512<float> sixteen, float expected)
    {
        for (int lane = 0; lane < 16; lane++)
        {
            SameNumber(four[lane % 4], expected);
            SameNumber(eight[lane % 8], expected);
            SameNumber(sixteen[lane], expected);
        }
    }

    // Which NaN it is depends on the processor.
    private static void SameNumber(float actual, float expected) =>
        (float.IsNaN(expected) ? float.IsNaN(actual) : BitConverter.SingleToInt32Bits(actual) == BitConverter.SingleToInt32Bits(expected)).ShouldBeTrue($"{actual}, not {expected}");
}
