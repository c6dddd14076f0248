using System;
using System.Collections.Generic;
using System.Linq;
using Mlp.Onnx.Graph;
using Mlp.Onnx.Import.Layers;
using Mlp.Onnx.Import.Values;

namespace Mlp.Onnx.Import.Operators;

/// <summary>Constants that nodes hold or make.</summary>
internal static class ConstantSources
{
    /// <summary>A constant in an attribute.</summary>
    public static ConstantValue Constant(NodeCall call)
    {
        string name = call.Node.Outputs.Count > 0 ? call.Node.Outputs[0] : "";
        foreach ((string attribute, OnnxAttributeValue value) in call.Node.Attributes)
        {
            switch (attribute)
            {
                case "value" when value.Tensor is { } tensor:
                    return new ConstantValue(tensor.Name.Length > 0 ? tensor : tensor with { Name = name });
                case "value_float" when value.Numbers.Count == 1:
                    return ConstantValue.Of(OnnxElementType.Float, [], [value.Numbers[0]], name);
                case "value_floats":
                    return ConstantValue.Of(OnnxElementType.Float, [value.Numbers.Count], [.. value.Numbers], name);
                case "value_int" when value.Integers.Count == 1:
                    return ConstantValue.Of(OnnxElementType.Int64, [], [value.Integers[0]], name);
                case "value_ints":
                    return ConstantValue.OfIntegers(value.Integers);
                case "value_string" or "value_strings":
                    return new ConstantValue(new OnnxTensor(name, OnnxElementType.String, [value.Strings.Count], [], value.Strings));
            }
        }

        throw call.Refuse(OnnxFaultCode.AttributeValue, $"holds no value that is supported: {string.Join(", ", call.Node.Attributes.Keys)}");
    }

    /// <summary>One number, many times.</summary>
    public static ConstantValue ConstantOfShape(NodeCall call)
    {
        int[] extents = Extents(call, call.Constant(0).Tensor.Values);
        OnnxTensor? value = call.Node.Attributes.TryGetValue("value", out OnnxAttributeValue? attribute) ? attribute.Tensor : null;
        double[] numbers = new double[Count(call, extents)];
        Array.Fill(numbers, value is { Values: [var number] } ? number : 0);
        return ConstantValue.Of(value?.Type ?? OnnxElementType.Float, extents, numbers);
    }

    /// <summary>Numbers from one to another.</summary>
    public static ConstantValue Range(NodeCall call)
    {
        double[] numbers = [.. Enumerable.Range(0, 3).Select(input => call.Constant(input).Tensor.Values is [var number] ? number : double.NaN)];
        double count = Math.Ceiling((numbers[1] - numbers[0]) / numbers[2]);
        if (!double.IsFinite(count) || count > ParameterLimit.Most)
        {
            throw call.Refuse(OnnxFaultCode.TooLarge, $"counts from {numbers[0]} to {numbers[1]} by {numbers[2]}");
        }

        int length = (int)Math.Max(0, count);
        call.Context.Spend(length);
        return ConstantValue.Of(call.Constant(0).Tensor.Type, [length], [.. Enumerable.Range(0, length).Select(index => numbers[0] + (index * numbers[2]))]);
    }

    /// <summary>Numbers of another type.</summary>
    public static ConstantValue Cast(NodeCall call)
    {
        OnnxTensor tensor = call.Constant(0).Tensor;
        var type = (OnnxElementType)call.Integer("to", 1);
        if (tensor.Strings.Count > 0 || type == OnnxElementType.String)
        {
            throw call.Refuse(OnnxFaultCode.ElementType, $"makes numbers of strings, or strings of numbers");
        }

        call.Context.Spend(tensor.Values.LongLength);
        Func<double, double> cast = ConstantValue.IsIntegerType(type) ? Math.Truncate
            : type == OnnxElementType.Bool ? static number => number != 0 ? 1 : 0
            : type == OnnxElementType.Float ? static number => (float)number
            : type == OnnxElementType.Float16 ? static number => (double)(Half)number
            : static number => number;
        return ConstantValue.Of(type, tensor.Extents, [.. tensor.Values.Select(cast)], tensor.Name);
    }

    /// <summary>Numbers as dimensions.</summary>
    public static int[] Extents(NodeCall call, IEnumerable<double> numbers) => [.. numbers.Select(number => number is >= 0 and <= ParameterLimit.Most
        ? (int)number
        : throw call.Refuse(OnnxFaultCode.Shape, $"makes a tensor with a dimension of {number}"))];

    /// <summary>The number of values of a shape, which are about to be written.</summary>
    public static int Count(NodeCall call, IEnumerable<int> extents)
    {
        long count = extents.Aggregate(1L, static (product, extent) => product > ParameterLimit.Most ? product : product * extent);
        if (count > ParameterLimit.Most)
        {
            throw call.Refuse(OnnxFaultCode.TooLarge, $"makes a constant of more than {ParameterLimit.Most} numbers");
        }

        call.Context.Spend(count);
        return (int)count;
    }
}
