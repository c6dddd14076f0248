using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Mlp.Onnx.Import.Layouts;

namespace Mlp.Onnx.Import;

/// <summary>Shapes in words.</summary>
internal static class ShapeText
{
    /// <summary>Dimensions as the file has them: <c>batch, 3, 28, 28</c>.</summary>
    public static string Of(Layout layout) =>
        string.Join(", ", layout.Shape.Select(static extent => !extent.HasBatch ? Number(extent.Factor) : extent.Factor == 1 ? "batch" : Number(extent.Factor) + " batch"));

    /// <summary>Dimensions without the batch: <c>3, 28, 28</c>.</summary>
    public static string WithoutBatch(Layout layout) =>
        string.Join(", ", Enumerable.Range(0, layout.Rank).Where(dimension => dimension > 0 || !layout.IsLead(0)).Select(dimension => Number(layout.ExtentOf(dimension))));

    /// <summary>A shape as one says it: <c>28 × 28 × 3</c>.</summary>
    public static string Spoken(IEnumerable<int> shape) => string.Join(" × ", shape.Select(static extent => Number(extent)));

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
}
