using System;
using System.IO;
using System.Linq;
using Google.Protobuf;
using Mlp.Onnx.Graph;
using Mlp.Onnx.Import;
using Mlp.Onnx.Protos;
using Mlp.Onnx.Reading;
using Shouldly;

namespace Mlp.Onnx.Tests.Reading;

/// <summary>Small models to read, and their reading.</summary>
internal static class Models
{
    /// <summary>y = relu(x W), with an attribute of every kind beside.</summary>
    internal static ModelProto Small()
    {
        var weight = new TensorProto { Name = "w", DataType = 1, Dims = { 2, 3 }, RawData = Raw(1f, 2f, 3f, 4f, 5f, float.PositiveInfinity) };
        var constant = new NodeProto
        {
            OpType = "Constant",
            Output = { "c" },
            Attribute =
            {
                new AttributeProto { Name = "value", Type = 4, T = new TensorProto { DataType = 7, Dims = { 2 }, Int64Data = { -1, 3 } } },
                new AttributeProto { Name = "f", Type = 1, F = 0.5f },
                new AttributeProto { Name = "i", I = -7 },
                new AttributeProto { Name = "s", Type = 3, S = ByteString.CopyFromUtf8("SAME_UPPER") },
                new AttributeProto { Name = "fs", Type = 6, Floats = { 0.25f, 2 } },
                new AttributeProto { Name = "is", Type = 7, Ints = { 1, 2, 3 } },
                new AttributeProto { Name = "ss", Type = 8, Strings = { ByteString.CopyFromUtf8("a") } },
                new AttributeProto { Name = "g", Type = 5, G = ByteString.CopyFrom(1, 2, 3) },
            },
        };
        return new ModelProto
        {
            IrVersion = 8,
            ProducerName = "pytorch",
            ProducerVersion = "1.13",
            OpsetImport = { new OperatorSetIdProto { Version = 17 }, new OperatorSetIdProto { Domain = "com.example", Version = 99 } },
            MetadataProps = { new StringStringEntryProto { Key = "k", Value = "v" } },
            Graph = new GraphProto
            {
                Input = { Value("x", 1, null, 2), Value("w", 1, 2, 3) },
                Output = { Value("y", 1, null, 3) },
                ValueInfo = { Value("h", 1, null, 3), new ValueInfoProto { Name = "m", Type = new TypeProto() } },
                Initializer = { weight },
                Node =
                {
                    constant,
                    new NodeProto { OpType = "Relu", Domain = "ai.onnx", Name = "act", Input = { "h" }, Output = { "y" } },
                    new NodeProto { OpType = "MatMul", Input = { "x", "w", "" }, Output = { "h", "" } },
                },
            },
        };
    }

    /// <summary>A model whose only initializer is a tensor.</summary>
    internal static ModelProto With(TensorProto tensor)
    {
        tensor.Name = "t";
        return new ModelProto
        {
            IrVersion = 8,
            OpsetImport = { new OperatorSetIdProto { Version = 17 } },
            Graph = new GraphProto { Initializer = { tensor } },
        };
    }

    internal static ValueInfoProto Value(string name, int type, params int?[] extents)
    {
        var shape = new TensorShapeProto();
        shape.Dim.AddRange(extents.Select(extent => extent is { } length
            ? new TensorShapeProto.Types.Dimension { DimValue = length }
            : new TensorShapeProto.Types.Dimension { DimParam = "batch" }));
        return new ValueInfoProto { Name = name, Type = new TypeProto { TensorType = new TypeProto.Types.Tensor { ElemType = type, Shape = shape } } };
    }

    internal static ByteString Raw(params float[] values) => ByteString.CopyFrom([.. values.SelectMany(BitConverter.GetBytes)]);

    internal static OnnxGraph Read(ModelProto model, Func<string, Stream?>? open = null) => OnnxReader.Read(model.ToByteArray(), open ?? (static _ => null));

    internal static OnnxFault Fault(ModelProto model, Func<string, Stream?>? open = null) => Fault(model.ToByteArray(), open);

    internal static OnnxFault Fault(byte[] bytes, Func<string, Stream?>? open = null) =>
        Should.Throw<OnnxFileException>(() => OnnxReader.Read(bytes, open ?? (static _ => null))).Fault;
}
