using System;

namespace Mlp.Onnx.Import;

/// <summary>What is not covered, on its way from where it is found to the tensor that it concerns; none leaves the import.</summary>
internal sealed class Refusal(OnnxFaultCode code, string message) : Exception(message)
{
    /// <summary>The same as a fault.</summary>
    public OnnxFault Fault { get; } = new(code, message);
}
