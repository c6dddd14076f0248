using System;

namespace Mlp.Onnx.Import;

/// <summary>An ONNX file is refused.</summary>
/// <param name="fault">Why.</param>
internal sealed class OnnxFileException(OnnxFault fault) : Exception(fault.Message)
{
    /// <summary>An ONNX file is refused.</summary>
    public OnnxFileException(OnnxFaultCode code, string message)
        : this(new OnnxFault(code, message))
    {
    }

    /// <summary>Why.</summary>
    public OnnxFault Fault => fault;
}
