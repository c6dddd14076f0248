using System.Collections.Generic;
using System.Linq;
using Mlp.Onnx.Protos;

namespace Mlp.Onnx.Export;

/// <summary>Attributes of operators, as they are written.</summary>
internal static class OnnxAttributes
{
    /// <summary>An integer.</summary>
    internal static AttributeProto Integer(string name, int value) => new() { Name = name, Type = 2, I = value };

    /// <summary>A number.</summary>
    internal static AttributeProto Float(string name, float value) => new() { Name = name, Type = 1, F = value };

    /// <summary>A list of integers.</summary>
    internal static AttributeProto Integers(string name, IEnumerable<int> values)
    {
        var attribute = new AttributeProto { Name = name, Type = 7 };
        attribute.Ints.AddRange(values.Select(static value => (long)value));
        return attribute;
    }
}
