using System.Collections.Generic;

namespace Mlp.Onnx.Graph;

/// <summary>A tensor whose values are in the file: an initializer, or a constant.</summary>
/// <param name="Name">Its name; empty for one inside an attribute.</param>
/// <param name="Type">What its elements were.</param>
/// <param name="Extents">Its dimensions; none for a scalar.</param>
/// <param name="Values">Its numbers, row-major, each exactly as the file has it; integers beyond 2⁵³ are rounded. Empty for strings.</param>
/// <param name="Strings">Its strings; empty for numbers.</param>
internal sealed record OnnxTensor(string Name, OnnxElementType Type, IReadOnlyList<int> Extents, double[] Values, IReadOnlyList<string> Strings);
