using System;
using System.Linq;
using Mlp.Onnx.Graph;
using Mlp.Onnx.Import.Elements;
using Mlp.Onnx.Import.Layers;
using Mlp.Onnx.Import.Layouts;
using Mlp.Onnx.Import.Values;

namespace Mlp.Onnx.Import;

/// <summary>Inputs of a graph as the values that networks begin with: which dimension is the batch, and what order memory has.</summary>
internal static class GraphInputs
{
    /// <summary>Whether the first dimension of an input may be a batch that was written down with a number, or samples may have it.</summary>
    public static bool IsAmbiguous(OnnxValue input) => input.Dimensions is { Count: > 1 } dimensions && dimensions[0].Extent > 1;

    /// <summary>The value of an input.</summary>
    /// <param name="context">What all nodes share.</param>
    /// <param name="input">The input.</param>
    /// <param name="takesBaked">Whether a first dimension of more than 1 is a batch.</param>
    public static TensorValue Of(ImportContext context, OnnxValue input, bool takesBaked)
    {
        try
        {
            return Signal(context, input, takesBaked);
        }
        catch (Refusal refusal)
        {
            return new RefusedValue(refusal.Fault, null);
        }
    }

    private static Signal Signal(ImportContext context, OnnxValue input, bool takesBaked)
    {
        RequireType(context, input);
        if (input.Dimensions is not { } dimensions)
        {
            throw new Refusal(OnnxFaultCode.DynamicDimension, $"The input \"{input.Name}\" does not say how many dimensions it has; export the model with a fixed shape.");
        }

        // Some files have 0 for a dimension that is not known.
        OnnxDimension[] known = [.. dimensions.Select(static dimension => dimension.Extent is > 0 ? dimension : dimension with { Extent = null })];
        bool hasBatch = known.Length > 0 && (known[0].Extent is null || (known.Length > 1 && (known[0].Extent == 1 || takesBaked)));
        OnnxDimension[] sample = hasBatch ? known[1..] : known;
        if (sample.Select(static (dimension, index) => (dimension, index)).FirstOrDefault(static pair => pair.dimension.Extent is null) is { dimension: var open, index: var at } && sample.Any(static dimension => dimension.Extent is null))
        {
            string symbol = open.Symbol is { Length: > 0 } name ? $", \"{name}\"," : "";
            throw new Refusal(OnnxFaultCode.DynamicDimension, FormattableString.Invariant($"Dimension {at + (hasBatch ? 1 : 0)} of the input \"{input.Name}\"{symbol} is known at run time only; export the model with a fixed shape, only the batch may be open."));
        }

        int[] shape = sample.Length == 0 ? [1] : [.. sample.Select(static dimension => dimension.Extent!.Value)];
        if (shape.Aggregate(1L, static (product, extent) => product > ParameterLimit.Most ? product : product * extent) > ParameterLimit.Most)
        {
            throw new Refusal(OnnxFaultCode.TooLarge, FormattableString.Invariant($"The input \"{input.Name}\" has more than {ParameterLimit.Most} values."));
        }

        Axis? batch = hasBatch ? Axis.Batch(known[0].Extent) : null;
        var source = new GraphInput(input.Name, shape, hasBatch);
        Layout inOrder = Layout.InOrder(batch, sample.Length == 0 ? [] : shape);

        // Our own files have samples as networks take them.
        return new Signal(LayerChain.From(source, context.KeepsApart ? shape : null), Expression.Value, inOrder, null) { Type = input.Type };
    }

    private static void RequireType(ImportContext context, OnnxValue input)
    {
        bool isFloat = input.Type is OnnxElementType.Float or OnnxElementType.Float16 or OnnxElementType.BFloat16 or OnnxElementType.Undefined;
        bool isNumber = isFloat || input.Type == OnnxElementType.Double || ConstantValue.IsIntegerType(input.Type);
        if (!isNumber)
        {
            throw new Refusal(OnnxFaultCode.ElementType, $"The input \"{input.Name}\" has elements of the type {input.Type}; a network takes floats.");
        }

        if (!isFloat && !context.AllowsDouble)
        {
            throw new Refusal(OnnxFaultCode.ElementType, $"The input \"{input.Name}\" has elements of the type {input.Type} and not Float; say that they may be taken as floats.");
        }
    }
}
