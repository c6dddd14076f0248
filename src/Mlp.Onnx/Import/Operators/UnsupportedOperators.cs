using System;
using System.Collections.Generic;

namespace Mlp.Onnx.Import.Operators;

/// <summary>Why an operator is not supported: most because no layer does what they do.</summary>
internal static class UnsupportedOperators
{
    private static readonly HashSet<string> ControlFlow = ["If", "Loop", "Scan", "SequenceMap"];

    private static readonly HashSet<string> Random = ["RandomNormal", "RandomNormalLike", "RandomUniform", "RandomUniformLike", "Multinomial", "Bernoulli"];

    /// <summary>The refusal of a node.</summary>
    public static Refusal Of(NodeCall call)
    {
        string name = call.Node.Operator;
        bool isQuantized = name.Contains("Quantize", StringComparison.Ordinal) || name.StartsWith("QLinear", StringComparison.Ordinal) || name.EndsWith("Integer", StringComparison.Ordinal);
        return ControlFlow.Contains(name) ? call.Refuse(OnnxFaultCode.ControlFlow, $"decides at run time what is computed, and layers are a fixed chain")
            : isQuantized ? call.Refuse(OnnxFaultCode.Quantized, $"computes with quantised numbers; export the model before it is quantised")
            : Random.Contains(name) ? call.Refuse(OnnxFaultCode.Operator, $"draws random numbers; {name} is not supported")
            : call.Refuse(OnnxFaultCode.Operator, $"is not supported: no layer does what {name} does");
    }
}
