using System;
using Mlp.Runtime.Tests.Training;
using Mlp.Serving;
using Shouldly;
using Xunit;

namespace Mlp.Runtime.Tests.Serving;

/// <summary>An input and its expected output, on the way through text and against networks.</summary>
public sealed class CanaryTests
{
    [Fact]
    public void What_a_network_recorded_it_answers_and_another_does_not()
    {
        Canary canary = Canary.Record(new StampedNetwork(3), [0.5f, 0], Canary.DefaultTolerance);
        canary.ExpectedOutput.Span[0].ShouldBe(1.5f);
        canary.Verify(new StampedNetwork(3));
        Should.Throw<CanaryException>(() => canary.Verify(new StampedNetwork(4))).Message
            .ShouldBe("Output 0 (counted from 0) is 2, but the canary expects 1.5 ± 0.00015.");
    }

    /// <summary>1 + 2⁻¹⁰ is within 2⁻¹⁰ of 1; for values above 1 the tolerance grows with them, below it does not shrink.</summary>
    [Theory]
    [InlineData(1.0009765625f, 1f, true)]
    [InlineData(1.0009766817f, 1f, false)]
    [InlineData(1025f, 1024f, true)]
    [InlineData(1025.5f, 1024f, false)]
    [InlineData(0.0009765625f, 0f, true)]
    [InlineData(-0.001f, 0f, false)]
    [InlineData(float.NaN, 1f, false)]
    [InlineData(float.PositiveInfinity, 1f, false)]
    public void Tolerance_is_absolute_up_to_1_and_relative_above(float actual, float expected, bool isGood)
    {
        var canary = new Canary([1], [expected, expected], tolerance: 1f / 1024);
        if (isGood)
        {
            canary.Verify(new StampedStruct(actual));
        }
        else
        {
            Should.Throw<CanaryException>(() => canary.Verify(new StampedStruct(actual)));
        }
    }

    [Fact]
    public void A_canary_of_another_network_is_refused()
    {
        var canary = new Canary([1, 2, 3], [1]);
        Should.Throw<CanaryException>(() => canary.Verify(new StampedNetwork(1))).Message
            .ShouldBe("The canary has 3 inputs and 1 outputs, but the network has 2 and 32: it belongs to another network.");
    }

    [Fact]
    public void Its_text_gives_every_bit_back_under_every_culture()
    {
        float[] input = [0.1f, -1 / 3f, float.Epsilon, float.MaxValue, -0f];
        var canary = new Canary(input, [MathF.PI], 0.001f);
        Canary read = UnderCulture.Hostile(() => Canary.Parse(canary.ToString()));
        BitConverter.SingleToInt32Bits(read.Input.Span[4]).ShouldBe(BitConverter.SingleToInt32Bits(-0f));
        read.Input.ToArray().ShouldBe(input);
        read.ExpectedOutput.ToArray().ShouldBe([MathF.PI]);
        read.Tolerance.ShouldBe(0.001f);
        UnderCulture.Hostile(() => new Canary([5.1f, -3.5f], [0.98f]).ToString()).ShouldBe("5.1 -3.5 -> 0.98 within 0.0001");
    }

    [Theory]
    [InlineData("")]
    [InlineData("1 2")]
    [InlineData("1 -> 2")]
    [InlineData("-> 2 within 1")]
    [InlineData("1 -> within 1")]
    [InlineData("1 -> 2 within")]
    [InlineData("1 -> 2 within 1 2")]
    [InlineData("1 -> 2 within -1")]
    [InlineData("1 -> 2 -> 3 within 1")]
    [InlineData("1 within 2 -> 3")]
    [InlineData("1,5 -> 2 within 1")]
    [InlineData("NaN -> 2 within 1")]
    [InlineData("1 -> 1e99 within 1")]
    [InlineData("1 -> 2 within Infinity")]
    [InlineData("1 -> 2 within each")]
    [InlineData("1 -> 2 within 1 each each")]
    [InlineData("1 -> 2 within 1 each 1")]
    [InlineData("1 -> 2 3 within 1 each")]
    [InlineData("1 -> 2 each within 1")]
    [InlineData("1 -> 2 within 1;")]
    [InlineData(";")]
    [InlineData("1 -> 2 within 1; 1 2 -> 2 within 1")]
    [InlineData("1 -> 2 within 1; 1 -> 2 3 within 1")]
    [InlineData("1 -> 2 within 1; 1 -> 2 within 2")]
    [InlineData("1 -> 2 within 1; 1 -> 2 within 1 each")]
    [InlineData("1 -> 2 within 1; parameters")]
    [InlineData("1 -> 2 within 1; parameters 9F86D081884C7D659A2FEAA0C55AD015A3BF4F1B2B0B822CD15D6C15B0F00A08")]
    [InlineData("1 -> 2 within 1; parameters 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08 1")]
    [InlineData("1 -> 2 within 1; parameters 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08; 1 -> 2 within 1")]
    [InlineData("parameters 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08")]
    public void Other_text_is_refused(string text)
    {
        Should.Throw<FormatException>(() => Canary.Parse(text)).Message.ShouldStartWith("A canary has");
        Canary.TryParse(text, out Canary? canary).ShouldBeFalse();
        canary.ShouldBeNull();
    }

    [Fact]
    public void A_message_shows_the_beginning_of_what_it_refuses() =>
        Should.Throw<FormatException>(() => Canary.Parse(new string('x', 1_000_000))).Message.Length.ShouldBeLessThan(200);

    [Fact]
    public void Values_must_be_finite_and_there_must_be_some()
    {
        Should.Throw<ArgumentException>(() => new Canary([], [1])).ParamName.ShouldBe("input");
        Should.Throw<ArgumentException>(() => new Canary([1], [])).ParamName.ShouldBe("expectedOutput");
        Should.Throw<ArgumentException>(() => new Canary([float.NaN], [1])).ParamName.ShouldBe("input");
        Should.Throw<ArgumentException>(() => new Canary([1], [float.PositiveInfinity])).ParamName.ShouldBe("expectedOutput");
        Should.Throw<ArgumentOutOfRangeException>(() => new Canary([1], [1], -1)).ParamName.ShouldBe("tolerance");
        Should.Throw<ArgumentOutOfRangeException>(() => new Canary([1], [1], float.NaN)).ParamName.ShouldBe("tolerance");
        Should.Throw<ArgumentOutOfRangeException>(() => new Canary([1], [1], 1, sampleCount: 0)).ParamName.ShouldBe("sampleCount");
        Should.Throw<ArgumentException>(() => new Canary([1, 2, 3], [1, 2], 1, sampleCount: 2)).ParamName.ShouldBe("input");
        Should.Throw<ArgumentException>(() => new Canary([1, 2], [1, 2, 3], 1, sampleCount: 2)).ParamName.ShouldBe("expectedOutput");
        Should.Throw<ArgumentException>(() => Canary.Record(new StampedNetwork(float.MaxValue), [2, 0])).Message.ShouldContain("no canary can be recorded");
    }
}
