using System;
using System.Linq;
using Mlp.CompilerServices;
using Shouldly;
using Xunit;

namespace Mlp.Runtime.Tests.Storage;

/// <summary>A tensor of any rank goes into storage and comes back, wherever its strides put it, and nothing beside it is touched.</summary>
public sealed class TensorLayoutTests
{
    private const int Start = 5;
    private const float Untouched = 12345.5f;

    /// <summary>Extents and strides: vectors, matrices both ways and padded, filters both ways, axes in any order.</summary>
    public static TheoryData<int[], int[]> Layouts => new()
    {
        { [1], [1] },
        { [7], [1] },
        { [7], [3] },
        { [3, 5], [5, 1] },
        { [3, 5], [16, 1] },
        { [3, 5], [1, 16] },
        { [9, 17], [1, 16] },
        { [3, 5], [2, 7] },
        { [1, 4], [1, 16] },
        { [4, 1], [16, 1] },
        { [2, 3, 4], [12, 4, 1] },
        { [2, 3, 4], [40, 1, 5] },
        { [2, 3, 4], [1, 2, 6] },
        { [4, 3, 5], [15, 1, 3] },
        { [6, 2, 2, 3], [1, 96, 48, 16] },
        { [6, 2, 2, 3], [48, 24, 12, 1] },
        { [2, 2, 5, 6], [80, 40, 1, 7] },
    };

    [Theory]
    [MemberData(nameof(Layouts))]
    public void Import_puts_every_value_where_the_strides_say(int[] extents, int[] strides)
    {
        float[] canonical = Numbers(extents);
        int[] places = Places(extents, strides);
        float[] storage = Storage(places);
        new TensorLayout(Start, extents, strides).Import(canonical, storage);

        places.Select(place => storage[place]).ShouldBe(canonical);
        RestIsUntouched(storage, places);
    }

    [Theory]
    [MemberData(nameof(Layouts))]
    public void Export_is_its_inverse(int[] extents, int[] strides)
    {
        float[] canonical = Numbers(extents);
        int[] places = Places(extents, strides);
        float[] storage = Storage(places);
        for (int index = 0; index < places.Length; index++)
        {
            storage[places[index]] = canonical[index];
        }

        var layout = new TensorLayout(Start, extents, strides);
        float[] exported = new float[layout.Count];
        layout.Export(storage, exported);
        exported.ShouldBe(canonical);
    }

    [Theory]
    [MemberData(nameof(Layouts))]
    public void Clear_sets_its_values_to_zero_and_no_others(int[] extents, int[] strides)
    {
        int[] places = Places(extents, strides);
        float[] storage = Storage(places);
        new TensorLayout(Start, extents, strides).Clear(storage);

        places.ShouldAllBe(place => storage[place] == 0);
        RestIsUntouched(storage, places);
    }

    [Fact]
    public void Axes_and_strides_are_as_many()
    {
        Should.Throw<ArgumentException>(() => new TensorLayout(0, [], []).Count);
        Should.Throw<ArgumentException>(() => new TensorLayout(0, [2, 3], [1]).Count);
    }

    private static float[] Numbers(int[] extents) => [.. Enumerable.Range(1, extents.Aggregate(1, (product, extent) => product * extent)).Select(number => (float)number)];

    // Naive: each index of each axis in turn.
    private static int[] Places(int[] extents, int[] strides) => extents.Zip(strides)
        .Aggregate((int[])[Start], (places, axis) => [.. places.SelectMany(place => Enumerable.Range(0, axis.First).Select(index => place + (index * axis.Second)))]);

    private static float[] Storage(int[] places)
    {
        places.Distinct().Count().ShouldBe(places.Length);
        float[] storage = new float[places.Max() + 3];
        Array.Fill(storage, Untouched);
        return storage;
    }

    private static void RestIsUntouched(float[] storage, int[] places) =>
        Enumerable.Range(0, storage.Length).Except(places).ShouldAllBe(index => storage[index] == Untouched);
}
