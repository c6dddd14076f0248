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
    [InlineData("[Mlp.Mlp(4, 16, 3)]")]
    [InlineData("[Mlp.Mlp(100, 3)]")]
    [InlineData("[Mlp.Mlp(100, 3, Deterministic = true)]")]
    [InlineData("[Mlp.Mlp(7, 33, 5)]")]
    [InlineData("[Mlp.Mlp(130, 96, 2)]")]
    [InlineData("[Mlp.Mlp(784, 192, 128, 10)]")]
    [InlineData("[Mlp.Network(9, 8, 3), Mlp.Conv(5, 3, 2), Mlp.MaxPool(2), Mlp.Conv(20, 1), Mlp.Flatten, Mlp.Dense(7)]")]
    [InlineData("[Mlp.Network(40, 6), Mlp.Conv(18, 3, Groups = 3, Padding = \"Causal\"), Mlp.GlobalAveragePool, Mlp.Dense(2)]")]
    public void Every_number_stands_where_storage_has_it(string declaration)
    {
        NetworkModel model = Parsed.Network(declaration + " partial class Net;");
        var storage = StoragePlan.For(model);
        var weights = new CompiledWeights(
            model.Type, "file", model.Layers, storage.Tensors.Select(stored => Canonical(stored.Tensor)).ToEquatableArray(), EquatableArray<string>.Empty)
        {
            IsDeterministic = model.IsDeterministic,
        };

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

    private static TensorValues Canonical(TensorModel tensor) => new(string.Join(' ', Enumerable.Range(0, tensor.Shape.Size).Select(index => Number(tensor, index))));

    private static string Number(TensorModel tensor, int index) => tensor.Name[0] + index.ToString(CultureInfo.InvariantCulture);
}
