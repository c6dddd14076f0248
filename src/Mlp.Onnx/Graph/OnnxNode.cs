using System.Collections.Generic;

namespace Mlp.Onnx.Graph;

/// <summary>One operator of a graph.</summary>
/// <param name="Name">Its name; empty where it has none.</param>
/// <param name="Operator">What it computes: <c>Gemm</c>.</param>
/// <param name="Domain">Whose operator it is: empty for ONNX itself, <c>ai.onnx.ml</c> for its classic machine learning.</param>
/// <param name="Inputs">The tensors that it takes; an empty name for one that is left out.</param>
/// <param name="Outputs">The tensors that it makes; an empty name for one that nobody wants.</param>
/// <param name="Attributes">Its attributes by name.</param>
internal sealed record OnnxNode(
    string Name, string Operator, string Domain, IReadOnlyList<string> Inputs, IReadOnlyList<string> Outputs, IReadOnlyDictionary<string, OnnxAttributeValue> Attributes);
