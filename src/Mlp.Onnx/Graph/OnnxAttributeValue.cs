using System.Collections.Generic;

namespace Mlp.Onnx.Graph;

/// <summary>The value of a node's attribute; of one kind, and empty of all others.</summary>
/// <param name="Kind">Which of them it is.</param>
internal sealed record OnnxAttributeValue(OnnxAttributeKind Kind)
{
    /// <summary>The number or numbers of a float or an integer, or of a list of them.</summary>
    public IReadOnlyList<double> Numbers { get; init; } = [];

    /// <summary>The integer or integers of an integer, or of a list of them.</summary>
    public IReadOnlyList<long> Integers { get; init; } = [];

    /// <summary>The string or strings of a string, or of a list of them.</summary>
    public IReadOnlyList<string> Strings { get; init; } = [];

    /// <summary>The tensor.</summary>
    public OnnxTensor? Tensor { get; init; }
}
