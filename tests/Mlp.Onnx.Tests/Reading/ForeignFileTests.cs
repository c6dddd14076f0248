using System.Collections.Generic;
using System.Linq;
using System.Text;
using Mlp.Onnx.Import;
using Shouldly;
using Xunit;

namespace Mlp.Onnx.Tests.Reading;

/// <summary>What is found in the place of an ONNX file is called by its name, with what to do.</summary>
public sealed class ForeignFileTests
{
    private static readonly (byte[] Bytes, string Words)[] Files =
    [
        ([], "empty"),
        (Text("version https://git-lfs.github.com/spec/v1\noid sha256:4d7a214614ab2935\nsize 26454\n"), "git lfs pull"),
        (Text("version https://git-lfs.github.com/spec/v1\noid sha256:4d7a214614ab2935\nsize 26454\n"), "This is a Git LFS pointer"),
        (Text("ir_version: 8\nproducer_name: \"pytorch\"\ngraph {\n}\n"), "text format"),
        (Text("\n{\"irVersion\":\"8\",\"graph\":{}}"), "an ONNX model as JSON"),
        (Text("{\"class_name\": \"Sequential\"}"), "a JSON text"),
        (Text("<!DOCTYPE html><html><body>404</body></html>"), "an HTML page"),
        (Text("hello world, these are not weights"), "a text that begins"),
        ([.. "PK\x03\x04"u8, .. new byte[30]], "a zip archive"),
        ([0x89, .. "HDF\r\n\x1a\n"u8, .. new byte[30]], "an HDF5 file"),
        ([0x80, 2, .. "}q"u8], "a Python pickle"),
        ([28, 0, 0, 0, .. "TFL3"u8, .. new byte[30]], "a TensorFlow Lite model"),
        ([60, 0, 0, 0, 0, 0, 0, 0, .. "{\"0.weight\":{}}"u8], "a safetensors file"),
        ([0x1F, 0x8B, 8, .. new byte[20]], "take the .onnx file that is in it"),
        ([0x89, .. "PNG\r\n\x1a\n"u8], "a PNG image"),
        ([0x08, 8, 0x12, 200], "damaged"),
        ([0x08, 8, 0x12, 1, (byte)'x'], "it has no graph"),
    ];

    public static IEnumerable<object[]> Numbers => Enumerable.Range(0, Files.Length).Select(static index => new object[] { index });

    [Theory]
    [MemberData(nameof(Numbers))]
    public void Another_format_is_called_by_its_name(int index)
    {
        OnnxFault fault = Models.Fault(Files[index].Bytes);

        fault.Code.ShouldBe(OnnxFaultCode.NotOnnx);
        fault.Message.ShouldContain(Files[index].Words);
        fault.Message.ShouldNotContain("as safetensors", Case.Sensitive, "advice for weights");
    }

    private static byte[] Text(string text) => Encoding.UTF8.GetBytes(text);
}
