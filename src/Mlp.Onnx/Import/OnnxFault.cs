namespace Mlp.Onnx.Import;

/// <summary>Why an ONNX file, or one of its tensors as an output, is no network.</summary>
/// <param name="Code">What is wrong.</param>
/// <param name="Message">The same in words for who has the file: what, where, and what to do.</param>
internal sealed record OnnxFault(OnnxFaultCode Code, string Message);
