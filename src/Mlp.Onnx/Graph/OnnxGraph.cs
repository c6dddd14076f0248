using System.Collections.Generic;

namespace Mlp.Onnx.Graph;

/// <summary>What is in an ONNX file, read and found whole, but not yet understood. No numbers are outside the file any more.</summary>
internal sealed class OnnxGraph
{
    /// <summary>The version of the format.</summary>
    public required long IrVersion { get; init; }

    /// <summary>The version of ONNX' own operators.</summary>
    public required long Opset { get; init; }

    /// <summary>Who wrote it, in words: <c>pytorch 1.13</c>; empty where it is not said.</summary>
    public required string Producer { get; init; }

    /// <summary>The operators, in the order of the file, which need not be that of computation.</summary>
    public required IReadOnlyList<OnnxNode> Nodes { get; init; }

    /// <summary>The tensors whose values are in the file, by name.</summary>
    public required IReadOnlyDictionary<string, OnnxTensor> Initializers { get; init; }

    /// <summary>What is given from outside: without initializers, which old files list here too.</summary>
    public required IReadOnlyList<OnnxValue> Inputs { get; init; }

    /// <summary>What the file calls its outputs.</summary>
    public required IReadOnlyList<OnnxValue> Outputs { get; init; }

    /// <summary>What is said of tensors in between, by name.</summary>
    public required IReadOnlyDictionary<string, OnnxValue> Described { get; init; }

    /// <summary>What else stands in the file, key by key.</summary>
    public required IReadOnlyDictionary<string, string> Metadata { get; init; }
}
