using System;
using Mlp.Onnx.Import;
using Mlp.Serialization;

namespace Mlp.Onnx.Reading;

/// <summary>Knows what is often found in the place of an ONNX file. Asked only of files that are none, so that no model is mistaken.</summary>
internal static class ForeignModel
{
    private const string Export = "export it as ONNX from the program that wrote it";
    private const string Binary = "load it in Python with onnx.load(path, format=…) and save it with onnx.save, as binary";

    /// <summary>Says what a file is that is no ONNX file; none where it is not known.</summary>
    /// <param name="bytes">The file.</param>
    internal static OnnxFault? Recognize(ReadOnlySpan<byte> bytes)
    {
        if (bytes.IsEmpty)
        {
            return new OnnxFault(OnnxFaultCode.NotOnnx, "The file is empty: export or copy it again.");
        }

        ReadOnlySpan<byte> first = bytes[..Math.Min(bytes.Length, ForeignFormat.MostBytes)];
        return Model(first) is { } model ? Fault(model.Name, model.Advice)
            : ForeignFormat.Recognize(first) is { } file && file.Kind != ForeignKind.Onnx ? Fault(file.Name, AdviceOf(file))
            : null;
    }

    /// <summary>Texts that are models, and weights without layers.</summary>
    private static (string Name, string Advice)? Model(ReadOnlySpan<byte> first)
    {
        ReadOnlySpan<byte> text = first.StartsWith("\uFEFF"u8) ? first[3..] : first;
        text = text.TrimStart(" \t\r\n"u8);
        return text.StartsWith("ir_version:"u8) || text.StartsWith("producer_name:"u8) || text.StartsWith("graph {"u8)
                ? ("an ONNX model as text (protobuf's text format)", Binary)
            : text.StartsWith("{"u8) && text.IndexOf("\"irVersion\""u8) >= 0 ? ("an ONNX model as JSON", Binary)
            : first.Length > 9 && first[..8].EndsWith((ReadOnlySpan<byte>)[0, 0, 0, 0, 0]) && first[8] == '{'
                ? ("a safetensors file", "it has weights without layers: declare the layers with [Mlp] or [Network], and name the file in Weights")
            : null;
    }

    private static string AdviceOf(ForeignFile file) => file.Kind switch
    {
        ForeignKind.Weights => Export,
        ForeignKind.Archive => "unpack it, and take the .onnx file that is in it",
        ForeignKind.Pointer => file.Advice,
        ForeignKind.Download => ForeignText.Download,
        _ => "check that the path is that of the model",
    };

    private static OnnxFault Fault(string name, string advice) => new(OnnxFaultCode.NotOnnx, $"This is {name}, not an ONNX file: {advice}.");
}
