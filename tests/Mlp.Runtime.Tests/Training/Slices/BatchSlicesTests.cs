using System.Linq;
using Mlp.Training;
using Shouldly;
using Xunit;

namespace Mlp.Runtime.Tests.Training.Slices;

/// <summary>How a minibatch is divided among threads.</summary>
public sealed class BatchSlicesTests
{
    [Theory]
    [InlineData(256, 1, new[] { 256 })]
    [InlineData(256, 2, new[] { 128, 128 })]
    [InlineData(256, 3, new[] { 80, 80, 96 })]
    [InlineData(100, 2, new[] { 48, 52 })]
    [InlineData(40, 2, new[] { 16, 24 })]
    [InlineData(33, 8, new[] { 16, 16, 1 })]
    [InlineData(16, 4, new[] { 16 })]
    [InlineData(3, 8, new[] { 3 })]
    [InlineData(1, 1, new[] { 1 })]
    [InlineData(int.MaxValue, 2, new[] { 1 << 30, (1 << 30) - 1 })]
    public void Whole_blocks_of_16_as_even_as_they_come(int samples, int degree, int[] sizes)
    {
        ShouldBe(BatchSlices.Of(degree), samples, sizes);
    }

    [Theory]
    [InlineData(64, new[] { 64 })]
    [InlineData(65, new[] { 64, 1 })]
    [InlineData(256, new[] { 64, 64, 64, 64 })]
    [InlineData(600, new[] { 64, 64, 64, 128, 64, 64, 64, 88 })]
    [InlineData(1024, new[] { 128, 128, 128, 128, 128, 128, 128, 128 })]
    public void Of_a_deterministic_network_they_depend_on_the_samples_alone(int samples, int[] sizes) => ShouldBe(BatchSlices.Deterministic, samples, sizes);

    private static void ShouldBe(BatchSlices shares, int samples, int[] sizes)
    {
        int slices = shares.Count(samples);
        (int Start, int Count)[] all = [.. Enumerable.Range(0, slices).Select(slice => shares.Slice(samples, slices, slice))];
        all.Select(slice => slice.Count).ShouldBe(sizes);
        all.Select(slice => slice.Start).ShouldBe(sizes.Select((_, index) => sizes.Take(index).Sum()));
    }
}
