using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Google.Protobuf;
using Mlp.Onnx.Import;
using Mlp.Onnx.Protos;
using Shouldly;
using Xunit;

namespace Mlp.Onnx.Tests.Reading;

/// <summary>Numbers come exactly as they are in the file, wherever they are there.</summary>
public sealed class TensorReadingTests
{
    [Fact]
    public void Every_type_is_read_from_bytes()
    {
        Of(1, 2, [0, 0, 0x80, 0x3F, 0, 0, 0, 0xC0]).ShouldBe([1, -2]);
        Of(2, 2, [1, 255]).ShouldBe([1, 255]);
        Of(3, 2, [1, 255]).ShouldBe([1, -1]);
        Of(4, 1, [255, 255]).ShouldBe([65535]);
        Of(5, 1, [255, 255]).ShouldBe([-1]);
        Of(6, 1, [254, 255, 255, 255]).ShouldBe([-2]);
        Of(7, 1, [254, 255, 255, 255, 255, 255, 255, 255]).ShouldBe([-2]);
        Of(9, 3, [0, 1, 2]).ShouldBe([0, 1, 1]);
        Of(10, 3, [0, 0x3C, 1, 0, 0, 0xFC]).ShouldBe([1, 1 / 16777216.0, double.NegativeInfinity]);
        Of(11, 1, BitConverter.GetBytes(0.1)).ShouldBe([0.1]);
        Of(12, 1, [255, 255, 255, 255]).ShouldBe([4294967295]);
        Of(13, 1, [255, 0, 0, 0, 0, 0, 0, 0]).ShouldBe([255]);
        Of(16, 2, [0x80, 0x3F, 0x49, 0x40]).ShouldBe([1, 3.140625]);
    }

    [Fact]
    public void Every_type_is_read_from_its_list()
    {
        Of(new TensorProto { DataType = 1, Dims = { 2 }, FloatData = { 0.1f, -2 } }).ShouldBe([0.1f, -2]);
        Of(new TensorProto { DataType = 3, Dims = { 2 }, Int32Data = { -128, 127 } }).ShouldBe([-128, 127]);
        Of(new TensorProto { DataType = 9, Dims = { 2 }, Int32Data = { 0, 1 } }).ShouldBe([0, 1]);
        Of(new TensorProto { DataType = 10, Dims = { 1 }, Int32Data = { 0x3C00 } }).ShouldBe([1]);
        Of(new TensorProto { DataType = 16, Dims = { 1 }, Int32Data = { 0xC000 } }).ShouldBe([-2]);
        Of(new TensorProto { DataType = 7, Int64Data = { long.MinValue } }).ShouldBe([long.MinValue]);
        Of(new TensorProto { DataType = 11, Dims = { 1, 1 }, DoubleData = { 0.1 } }).ShouldBe([0.1]);
        Of(new TensorProto { DataType = 12, Dims = { 1 }, Uint64Data = { 4294967295 } }).ShouldBe([4294967295]);
        Of(new TensorProto { DataType = 13, Dims = { 1 }, Uint64Data = { 1UL << 63 } }).ShouldBe([9223372036854775808]);
        Of(new TensorProto { DataType = 1, Dims = { 0, 5 } }).ShouldBeEmpty();
        Of(new TensorProto { DataType = 1, Dims = { 0 }, RawData = ByteString.Empty }).ShouldBeEmpty();
        Models.Read(Models.With(new TensorProto { DataType = 8, Dims = { 2 }, StringData = { ByteString.CopyFromUtf8("a"), ByteString.CopyFromUtf8("ž") } }))
            .Initializers["t"].Strings.ShouldBe(["a", "ž"]);
    }

    [Fact]
    public void Every_half_is_read_exactly()
    {
        byte[] bytes = new byte[2 << 16];
        for (int bits = 0; bits < 1 << 16; bits++)
        {
            (bytes[2 * bits], bytes[(2 * bits) + 1]) = ((byte)bits, (byte)(bits >> 8));
        }

        double[] values = Of(10, 1 << 16, bytes);

        for (int bits = 0; bits < 1 << 16; bits++)
        {
            (int exponent, int fraction) = ((bits >> 10) & 31, bits & 1023);
            double size = exponent == 31 ? (fraction == 0 ? double.PositiveInfinity : double.NaN)
                : exponent == 0 ? fraction * Math.Pow(2, -24)
                : (1024 + fraction) * Math.Pow(2, exponent - 25);
            values[bits].ShouldBe(bits < 1 << 15 ? size : -size);
        }
    }

    public static TheoryData<string> Faults => [.. Wrong.Keys];

    private static readonly Dictionary<string, (TensorProto Tensor, OnnxFaultCode Code)> Wrong = new()
    {
        ["has 2 numbers, but its shape says 3"] = (new TensorProto { DataType = 1, Dims = { 3 }, FloatData = { 1, 2 } }, OnnxFaultCode.Shape),
        ["has 0 numbers, but its shape says 3"] = (new TensorProto { DataType = 1, Dims = { 3 }, DoubleData = { 1, 2, 3 } }, OnnxFaultCode.Shape),
        ["has 5 bytes of numbers, but its shape says 8"] = (new TensorProto { DataType = 1, Dims = { 2 }, RawData = ByteString.CopyFrom(1, 2, 3, 4, 5) }, OnnxFaultCode.Shape),
        ["in a list beside its bytes"] = (new TensorProto { DataType = 2, Dims = { 1 }, RawData = ByteString.CopyFrom(1), Int32Data = { 1 } }, OnnxFaultCode.Shape),
        ["a dimension of -1"] = (new TensorProto { DataType = 1, Dims = { -1 } }, OnnxFaultCode.Shape),
        ["[2000000000, 2000000000, 2000000000]"] = (new TensorProto { DataType = 1, Dims = { 2000000000, 2000000000, 2000000000 } }, OnnxFaultCode.TooLarge),
        ["9 dimensions"] = (new TensorProto { DataType = 1, Dims = { 1, 1, 1, 1, 1, 1, 1, 1, 1 } }, OnnxFaultCode.TooLarge),
        ["no room for"] = (new TensorProto { DataType = 3, Dims = { 1 }, Int32Data = { 128 } }, OnnxFaultCode.NotOnnx),
        ["of type int4"] = (new TensorProto { DataType = 22, Dims = { 2 }, Int32Data = { 3 } }, OnnxFaultCode.Quantized),
        ["of type float8e5m2:"] = (new TensorProto { DataType = 19, Dims = { 2 }, Int32Data = { 3 } }, OnnxFaultCode.Quantized),
        ["of type 99"] = (new TensorProto { DataType = 99, Dims = { 2 } }, OnnxFaultCode.NotOnnx),
        ["complex numbers"] = (new TensorProto { DataType = 14, Dims = { 1 }, FloatData = { 1, 2 } }, OnnxFaultCode.ElementType),
        ["a segment"] = (new TensorProto { DataType = 1, Dims = { 1 }, FloatData = { 1 }, Segment = ByteString.Empty }, OnnxFaultCode.NotOnnx),
        ["of kind 2 (data_location)"] = (new TensorProto { DataType = 1, Dims = { 1 }, FloatData = { 1 }, DataLocation = 2 }, OnnxFaultCode.NotOnnx),
        ["has 1 strings"] = (new TensorProto { DataType = 8, Dims = { 2 }, StringData = { ByteString.Empty } }, OnnxFaultCode.Shape),
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public void A_tensor_that_cannot_be_is_refused_by_its_name(string words)
    {
        OnnxFault fault = Models.Fault(Models.With(Wrong[words].Tensor));

        fault.Code.ShouldBe(Wrong[words].Code);
        fault.Message.ShouldStartWith("The tensor \"t\" ");
        fault.Message.ShouldContain(words);
    }

    [Fact]
    public void Numbers_beside_the_file_are_found_by_name_offset_and_length()
    {
        var asked = new List<string>();
        byte[] data = [9, 9, 9, 9, .. Models.Raw(1, 2, 3)];
        Stream? Open(string name)
        {
            asked.Add(name);
            return new MemoryStream(data);
        }

        ModelProto model = Models.With(External("./weights/model.onnx.data", "4", "12", 3));
        model.Graph.Initializer.Add(External("weights\\model.onnx.data", "8", null, 1));
        model.Graph.Initializer[1].Name = "u";

        Models.Read(model, Open).Initializers.Values.Select(tensor => tensor.Values).ShouldBe([[1, 2, 3], [2]]);
        asked.ShouldBe(["weights/model.onnx.data"]);
    }

    [Theory]
    [InlineData("model.onnx.data", "0", "12", nameof(OnnxFaultCode.ExternalData), "\"model.onnx.data\", which was not found: it belongs beside the ONNX file. Add it as an AdditionalFiles item")]
    [InlineData("", "0", "12", nameof(OnnxFaultCode.ExternalData), "no path inside the folder")]
    [InlineData("../secret", "0", "12", nameof(OnnxFaultCode.ExternalData), "no path inside the folder")]
    [InlineData("a/../../secret", "0", "12", nameof(OnnxFaultCode.ExternalData), "no path inside the folder")]
    [InlineData("/etc/passwd", "0", "12", nameof(OnnxFaultCode.ExternalData), "no path inside the folder")]
    [InlineData("\\\\server\\share", "0", "12", nameof(OnnxFaultCode.ExternalData), "no path inside the folder")]
    [InlineData("C:\\secret", "0", "12", nameof(OnnxFaultCode.ExternalData), "no path inside the folder")]
    [InlineData("there", "x", "12", nameof(OnnxFaultCode.ExternalData), "its offset is \"x\"")]
    [InlineData("there", "0", "-12", nameof(OnnxFaultCode.ExternalData), "its length is \"-12\"")]
    [InlineData("there", "0", "8", nameof(OnnxFaultCode.Shape), "its shape and its type say 12")]
    [InlineData("there", "5", "12", nameof(OnnxFaultCode.ExternalData), "from byte 5 on, 12 bytes, but that file has 16 bytes")]
    [InlineData("there", "9223372036854775807", "12", nameof(OnnxFaultCode.ExternalData), "that file has 16 bytes")]
    public void Numbers_that_are_not_beside_the_file_are_asked_for(string location, string offset, string length, string code, string words)
    {
        OnnxFault fault = Models.Fault(
            Models.With(External(location, offset, length, 3)), static name => name == "there" ? new MemoryStream(new byte[16]) : null);

        fault.Code.ToString().ShouldBe(code);
        fault.Message.ShouldContain(words);
    }

    private static TensorProto External(string location, string offset, string? length, int count)
    {
        var tensor = new TensorProto { DataType = 1, Dims = { count }, DataLocation = 1 };
        tensor.ExternalData.Add(new StringStringEntryProto { Key = "location", Value = location });
        tensor.ExternalData.Add(new StringStringEntryProto { Key = "offset", Value = offset });
        if (length is not null)
        {
            tensor.ExternalData.Add(new StringStringEntryProto { Key = "length", Value = length });
        }

        return tensor;
    }

    private static double[] Of(int type, int count, byte[] bytes) => Of(new TensorProto { DataType = type, Dims = { count }, RawData = ByteString.CopyFrom(bytes) });

    private static double[] Of(TensorProto tensor) => Models.Read(Models.With(tensor)).Initializers["t"].Values;
}
