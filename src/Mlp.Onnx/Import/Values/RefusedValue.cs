using Mlp.Onnx.Graph;

namespace Mlp.Onnx.Import.Values;

/// <summary>A tensor that cannot be taken as an output, nor anything that depends on it.</summary>
/// <param name="fault">Why.</param>
/// <param name="cause">The first node on the way that is not covered; null where it is an input.</param>
internal sealed class RefusedValue(OnnxFault fault, OnnxNode? cause) : TensorValue
{
    /// <summary>Why.</summary>
    public OnnxFault Fault => fault;

    /// <summary>The first node on the way that is not covered.</summary>
    public OnnxNode? Cause => cause;
}
