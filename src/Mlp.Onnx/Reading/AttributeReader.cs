using System.Linq;
using System.Text;
using Google.Protobuf;
using Mlp.Onnx.Graph;
using Mlp.Onnx.Protos;

namespace Mlp.Onnx.Reading;

/// <summary>Reads attributes of nodes.</summary>
internal static class AttributeReader
{
    /// <summary>Reads an attribute.</summary>
    /// <param name="attribute">What was parsed.</param>
    /// <param name="tensors">Reads a tensor.</param>
    /// <param name="node">The node, for messages.</param>
    /// <exception cref="Import.OnnxFileException">It is a tensor that cannot be read.</exception>
    internal static OnnxAttributeValue Read(AttributeProto attribute, TensorReader tensors, string node)
    {
        OnnxAttributeKind kind = KindOf(attribute);
        var value = new OnnxAttributeValue(kind);
        return kind switch
        {
            OnnxAttributeKind.Float => value with { Numbers = [attribute.F] },
            OnnxAttributeKind.Integer => value with { Numbers = [attribute.I], Integers = [attribute.I] },
            OnnxAttributeKind.String => value with { Strings = [Text(attribute.S)] },
            OnnxAttributeKind.Tensor => value with
            {
                Tensor = tensors.Read(attribute.T ?? new TensorProto(), $"The tensor {Quoted.Of(attribute.Name)} of {node}"),
            },
            OnnxAttributeKind.Floats => value with { Numbers = [.. attribute.Floats.Select(static number => (double)number)] },
            OnnxAttributeKind.Integers => value with { Numbers = [.. attribute.Ints.Select(static number => (double)number)], Integers = [.. attribute.Ints] },
            OnnxAttributeKind.Strings => value with { Strings = [.. attribute.Strings.Select(Text)] },
            _ => value,
        };
    }

    /// <summary>The kind that the file says, and what is there where it says none, as the oldest files do.</summary>
    private static OnnxAttributeKind KindOf(AttributeProto attribute) => attribute.Type switch
    {
        _ when attribute.RefAttrName.Length > 0 => OnnxAttributeKind.Other,
        1 => OnnxAttributeKind.Float,
        2 => OnnxAttributeKind.Integer,
        3 => OnnxAttributeKind.String,
        4 => OnnxAttributeKind.Tensor,
        5 or 10 => OnnxAttributeKind.Graph,
        6 => OnnxAttributeKind.Floats,
        7 => OnnxAttributeKind.Integers,
        8 => OnnxAttributeKind.Strings,
        0 => attribute.HasF ? OnnxAttributeKind.Float
            : attribute.HasI ? OnnxAttributeKind.Integer
            : attribute.HasS ? OnnxAttributeKind.String
            : attribute.T is not null ? OnnxAttributeKind.Tensor
            : attribute.HasG || attribute.Graphs.Count > 0 ? OnnxAttributeKind.Graph
            : attribute.Floats.Count > 0 ? OnnxAttributeKind.Floats
            : attribute.Ints.Count > 0 ? OnnxAttributeKind.Integers
            : attribute.Strings.Count > 0 ? OnnxAttributeKind.Strings
            : OnnxAttributeKind.Other,
        _ => OnnxAttributeKind.Other,
    };

    private static string Text(ByteString bytes) => Encoding.UTF8.GetString(bytes.Span);
}
