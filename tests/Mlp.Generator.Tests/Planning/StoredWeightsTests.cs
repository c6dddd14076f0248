using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Mlp.Generator.Model;
using Mlp.Generator.Planning.Storage;
using Mlp.Generator.Tests.Harness;

namespace Mlp.Generator.Tests.Planning;

/// <summary>Weights that are compiled in stand where the kernels of the network look for them, whichever way the file has them.</summary>
public sealed class StoredWeightsTests
{
    [Theory]
    [InlineData("4, 16, 3", 0, 1)]
    [InlineData("100, 3", 0, 1)]
    [InlineData("7, 33, 5", 1, 0)]
    [InlineData("130, 128, 3", 0, 1)]
    [InlineData("130, 96, 2", 1, 0)]
    [InlineData("784, 192, 128, 10", 1, 0)]
    public void Every_number_stands_where_storage_has_it(string sizes, int outerAxis, int innerAxis)
    {
        NetworkModel model = ValidNetworks.Model(sizes);
        var storage = StoragePlan.For(model);
        var weights = new CompiledWeights(
            model.Type, "file", model.Layers, storage.Tensors.Select(stored => InFile(stored.Tensor, outerAxis, innerAxis)).ToEquatableArray(), EquatableArray<string>.Empty);

        string[] numbers = [.. StoredWeights.For(weights).SelectMany(block => block.Rows).SelectMany(row => row.Values.Concat(Enumerable.Repeat("", row.Padding)))];

        numbers.Length.ShouldBe(storage.Length);
        foreach (TensorStorage stored in storage.Tensors)
        {
            int[] places = [.. Places(stored)];
            places.Select(place => numbers[place]).ShouldBe(Enumerable.Range(0, places.Length).Select(index => Number(stored.Tensor, index)));
        }

        numbers.Count(number => number.Length > 0).ShouldBe(model.ParameterCount);
    }

    [Fact]
    public void Some_of_them_stand_in_panels() =>
        StoragePlan.For(ValidNetworks.Model("784, 192, 128, 10")).Tensors.Select(stored => stored.Extents.Count).ShouldBe([3, 1, 3, 1, 2, 1]);

    /// <summary>Where the values of a tensor stand, in canonical order.</summary>
    private static IEnumerable<int> Places(TensorStorage stored)
    {
        IEnumerable<int> places = [stored.Offset];
        for (int axis = 0; axis < stored.Extents.Count; axis++)
        {
            int stride = stored.Strides[axis];
            int extent = stored.Extents[axis];
            places = [.. places.SelectMany(place => Enumerable.Range(0, extent).Select(index => place + (index * stride)))];
        }

        return places;
    }

    private static TensorValues InFile(TensorModel tensor, int outerAxis, int innerAxis)
    {
        EquatableArray<int> extents = tensor.Shape.Extents;
        if (extents.Count == 1)
        {
            return new TensorValues(string.Join(' ', Enumerable.Range(0, extents[0]).Select(index => Number(tensor, index))), new[] { 0 }.ToEquatableArray());
        }

        IEnumerable<string> numbers = Enumerable.Range(0, extents[outerAxis]).SelectMany(outer => Enumerable.Range(0, extents[innerAxis])
            .Select(inner => outerAxis == 0 ? (outer * extents[1]) + inner : (inner * extents[1]) + outer).Select(index => Number(tensor, index)));
        return new TensorValues(string.Join(' ', numbers), new[] { outerAxis, innerAxis }.ToEquatableArray());
    }

    private static string Number(TensorModel tensor, int index) => tensor.Name[0] + index.ToString(CultureInfo.InvariantCulture);
}
