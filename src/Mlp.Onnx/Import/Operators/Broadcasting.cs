using System.Collections.Generic;
using System.Linq;
using Mlp.Onnx.Import.Layouts;
using Mlp.Onnx.Import.Values;

namespace Mlp.Onnx.Import.Operators;

/// <summary>Constants that meet values: for each value in memory the number that the file has there.</summary>
internal static class Broadcasting
{
    /// <summary>The numbers in the order of memory.</summary>
    /// <param name="call">The node.</param>
    /// <param name="layout">How the file sees the values.</param>
    /// <param name="extents">The dimensions of the constant; the last meets the last.</param>
    /// <param name="constants">Its numbers.</param>
    /// <exception cref="Refusal">Dimensions do not fit, or numbers differ between samples.</exception>
    public static Numbers Over(NodeCall call, Layout layout, IReadOnlyList<int> extents, double[] constants)
    {
        if (constants.Length == 1 && extents.Count <= layout.Rank)
        {
            return new Numbers([constants[0]]);
        }

        if (extents.Count > layout.Rank)
        {
            throw call.Refuse(OnnxFaultCode.Shape, $"makes a tensor of {extents.Count} dimensions of one of {layout.Rank}");
        }

        call.Context.Spend(layout.Size);
        int[] strides = ConstantLayouts.Strides(extents);
        double[] numbers = new double[layout.Size];
        var places = new List<(int Memory, int Constant)> { (0, 0) };
        for (int dimension = 0; dimension < layout.Rank; dimension++)
        {
            int own = dimension - (layout.Rank - extents.Count);
            int extent = own < 0 ? 1 : extents[own];
            if (extent == 1)
            {
                places = [.. places.SelectMany(place => Layout.PlacesOf([.. layout.ValuesOf(dimension)]).Select(memory => (place.Memory + memory, place.Constant)))];
                continue;
            }

            if (layout.IsOfSample(dimension) && layout.ExtentOf(dimension) == extent)
            {
                int stride = strides[own];
                int[] along = Layout.PlacesOf([.. layout.ValuesOf(dimension)]);
                places = [.. places.SelectMany(place => along.Select((memory, index) => (place.Memory + memory, place.Constant + (index * stride))))];
                continue;
            }

            throw layout.IsOfSample(dimension)
                ? call.Refuse(OnnxFaultCode.Shape, $"combines values of [{ShapeText.Of(layout)}] with constants of [{ShapeText.Spoken(extents)}], which do not fit")
                : call.Refuse(OnnxFaultCode.Shape, $"has other constants for each sample of a batch");
        }

        foreach ((int memory, int constant) in places)
        {
            numbers[memory] = constants[constant];
        }

        return new Numbers(numbers);
    }
}
