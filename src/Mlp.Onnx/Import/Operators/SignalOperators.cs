using System;
using System.Collections.Generic;
using Mlp.Onnx.Import.Elements;
using Mlp.Onnx.Import.Values;

namespace Mlp.Onnx.Import.Operators;

/// <summary>Which function lowers which operator: the one list of operators of values that a network computes.</summary>
internal static class SignalOperators
{
    /// <summary>The domain of ONNX' classic machine learning.</summary>
    public const string ClassicDomain = "ai.onnx.ml";

    /// <summary>ONNX' own operators by name.</summary>
    public static readonly IReadOnlyDictionary<string, Func<NodeCall, TensorValue[]>> All = new Dictionary<string, Func<NodeCall, TensorValue[]>>
    {
        ["Gemm"] = One(DenseOperators.Gemm),
        ["MatMul"] = One(DenseOperators.MatMul),
        ["Conv"] = One(WindowOperators.Conv),
        ["MaxPool"] = One(WindowOperators.MaxPool),
        ["AveragePool"] = One(WindowOperators.AveragePool),
        ["GlobalAveragePool"] = One(WindowOperators.GlobalAveragePool),
        ["GlobalMaxPool"] = One(WindowOperators.GlobalMaxPool),
        ["ReduceMean"] = One(WindowOperators.ReduceMean),
        ["Relu"] = One(ElementOperators.Relu),
        ["LeakyRelu"] = One(ElementOperators.LeakyRelu),
        ["PRelu"] = One(ElementOperators.PRelu),
        ["Elu"] = One(ElementOperators.Elu),
        ["Celu"] = One(ElementOperators.Celu),
        ["Selu"] = One(ElementOperators.Selu),
        ["Gelu"] = One(ElementOperators.Gelu),
        ["Swish"] = One(ElementOperators.Swish),
        ["Clip"] = One(ElementOperators.Clip),
        ["HardSigmoid"] = One(ElementOperators.HardSigmoid),
        ["Sigmoid"] = One(ElementOperators.Named(Activation.Sigmoid)),
        ["Tanh"] = One(ElementOperators.Named(Activation.Tanh)),
        ["Softplus"] = One(ElementOperators.Named(Activation.Softplus)),
        ["Softsign"] = One(ElementOperators.Named(Activation.Softsign)),
        ["Atan"] = One(ElementOperators.Named(Activation.ArcTan)),
        ["HardSwish"] = One(ElementOperators.Named(Activation.HardSwish)),
        ["Mish"] = One(ElementOperators.Named(Activation.Mish)),
        ["Erf"] = One(ElementOperators.Part(FunctionKind.Erf)),
        ["Exp"] = One(ElementOperators.Part(FunctionKind.Exp)),
        ["Log"] = One(ElementOperators.Log),
        ["Neg"] = One(ElementOperators.Neg),
        ["Add"] = One(ArithmeticOperators.Add),
        ["Sum"] = One(ArithmeticOperators.Add),
        ["Sub"] = One(ArithmeticOperators.Sub),
        ["Mul"] = One(ArithmeticOperators.Mul),
        ["Div"] = One(ArithmeticOperators.Div),
        ["Max"] = One(ArithmeticOperators.Max),
        ["Min"] = One(ArithmeticOperators.Min),
        ["Pow"] = One(ArithmeticOperators.Pow),
        ["Reciprocal"] = One(ArithmeticOperators.Reciprocal),
        ["BatchNormalization"] = One(NormalizationOperators.BatchNormalization),
        ["Identity"] = One(LayoutOperators.Identity),
        ["Dropout"] = One(LayoutOperators.Dropout),
        ["Cast"] = One(LayoutOperators.Cast),
        ["Flatten"] = One(LayoutOperators.Flatten),
        ["Reshape"] = One(LayoutOperators.Reshape),
        ["Squeeze"] = One(LayoutOperators.Squeeze),
        ["Unsqueeze"] = One(LayoutOperators.Unsqueeze),
        ["Transpose"] = One(LayoutOperators.Transpose),
        ["Pad"] = One(LayoutOperators.Pad),
        ["Expand"] = One(LayoutOperators.Expand),
        ["Slice"] = One(SelectionOperators.Slice),
        ["Gather"] = One(SelectionOperators.Gather),
        ["Split"] = SelectionOperators.Split,
        ["Shape"] = One(ShapeOperators.Shape),
        ["Size"] = One(ShapeOperators.Size),
        ["Softmax"] = One(HeadOperators.Softmax),
        ["ArgMax"] = One(HeadOperators.ArgMax),
        ["Concat"] = One(HeadOperators.Concat),
    };

    /// <summary>The operators of classic machine learning by name.</summary>
    public static readonly IReadOnlyDictionary<string, Func<NodeCall, TensorValue[]>> Classic = new Dictionary<string, Func<NodeCall, TensorValue[]>>
    {
        ["Scaler"] = One(NormalizationOperators.Scaler),
        ["ArrayFeatureExtractor"] = One(HeadOperators.ArrayFeatureExtractor),
        ["ZipMap"] = One(HeadOperators.ZipMap),
    };

    private static Func<NodeCall, TensorValue[]> One(Func<NodeCall, TensorValue> lower) => call => [lower(call)];
}
