using System;
using Mlp.CompilerServices;
using Shouldly;
using Xunit;

namespace Mlp.Runtime.Tests.Training.Slices;

/// <summary>The parts of a gradient, and what would send a kernel past the end of its memory.</summary>
public sealed class GradientSliceTests
{
    [Theory]
    [InlineData(1, 1)]
    [InlineData(16, 3)]
    [InlineData(1000, 1)]
    [InlineData(1000, 7)]
    [InlineData(1008, 63)]
    [InlineData(1008, 100)]
    public void Parts_are_whole_lines_that_follow_each_other(int length, int parts)
    {
        int next = 0;
        for (int part = 0; part < parts; part++)
        {
            (int start, int end) = GradientSlice.Part(length, part, parts);
            start.ShouldBe(next);
            (end % 16 == 0 || end == length).ShouldBeTrue();
            next = end;
        }

        next.ShouldBe(length);
    }

    [Fact]
    public void Any_number_of_parts_stays_within()
    {
        GradientSlice.Part(1000, 0, int.MaxValue).ShouldBe((0, 16));
        GradientSlice.Part(1000, int.MaxValue - 1, int.MaxValue).ShouldBe((1000, 1000));
    }

    [Theory]
    [InlineData(-1, 1)]
    [InlineData(1, 1)]
    [InlineData(0, 0)]
    [InlineData(0, -1)]
    public void A_part_that_is_none_is_refused(int part, int parts) =>
        Should.Throw<ArgumentOutOfRangeException>(() => GradientSlice.Part(1000, part, parts)).ParamName.ShouldBe("part");

    [Fact]
    public void A_slice_of_another_network_is_refused()
    {
        var slice = new GradientSlice();
        slice.Sum(64).Length.ShouldBe(64);
        slice.Work(32) = 1;
        slice.Work(32).ShouldBe(1);
        Should.Throw<ArgumentException>(() => slice.Sum(80).Clear()).Message.ShouldStartWith(
            "slice holds 64 floats of another network, but this one has 80: use a slice with networks of one type alone.");
        Should.Throw<ArgumentException>(() => slice.Work(16) = 2).ParamName.ShouldBe("slice");
    }
}
