using Mlp.Onnx.Graph;
using Mlp.Onnx.Import.Layers;

namespace Mlp.Onnx.Import.Operators;

/// <summary>Numbers of a file as the weights of a layer.</summary>
internal static class Weights
{
    /// <summary>The numbers of a tensor, each of which is a finite float.</summary>
    /// <param name="call">The node that takes them.</param>
    /// <param name="tensor">The tensor.</param>
    /// <exception cref="Refusal">One is not, there are too many, or they are of another type.</exception>
    public static double[] Of(NodeCall call, OnnxTensor tensor)
    {
        string name = tensor.Name.Length > 0 ? $"the tensor \"{tensor.Name}\"" : "a constant";
        if (tensor.Strings.Count > 0 || tensor.Type is OnnxElementType.String or OnnxElementType.Bool or OnnxElementType.Complex64 or OnnxElementType.Complex128)
        {
            throw call.Refuse(OnnxFaultCode.ElementType, $"computes with {name}, whose elements are of the type {tensor.Type}");
        }

        if (!call.Context.AllowsDouble && tensor.Type is not (OnnxElementType.Float or OnnxElementType.Float16 or OnnxElementType.BFloat16))
        {
            throw call.Refuse(OnnxFaultCode.ElementType, $"computes with {name}, whose elements are of the type {tensor.Type} and not Float; say that they may be rounded");
        }

        if (tensor.Values.LongLength > ParameterLimit.Most)
        {
            throw call.Refuse(OnnxFaultCode.TooLarge, $"computes with {name}, which has {tensor.Values.LongLength} values; there may be {ParameterLimit.Most}");
        }

        call.Context.Spend(tensor.Values.LongLength);
        for (int index = 0; index < tensor.Values.Length; index++)
        {
            if (!float.IsFinite((float)tensor.Values[index]))
            {
                throw call.Refuse(OnnxFaultCode.NonFinite, $"computes with {name}, whose value {index} is {tensor.Values[index]}");
            }
        }

        return tensor.Values;
    }
}
