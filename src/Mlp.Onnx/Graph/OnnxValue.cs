using System.Collections.Generic;

namespace Mlp.Onnx.Graph;

/// <summary>What a file says of a tensor that is computed, or given from outside.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">The type of its elements; undefined where it is not said, or it is no tensor.</param>
/// <param name="Dimensions">Its dimensions; null where it is not said how many there are.</param>
internal sealed record OnnxValue(string Name, OnnxElementType Type, IReadOnlyList<OnnxDimension>? Dimensions);

/// <summary>A dimension of a tensor.</summary>
/// <param name="Extent">Its length; null where that is known at run time only.</param>
/// <param name="Symbol">The name of one that is known at run time only; empty where it has none.</param>
internal readonly record struct OnnxDimension(int? Extent, string Symbol);
