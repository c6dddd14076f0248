using System;
using System.Collections.Generic;
using System.Linq;
using Mlp.Onnx.Graph;
using Mlp.Onnx.Import.Elements;
using Mlp.Onnx.Import.Values;

namespace Mlp.Onnx.Import.Operators;

/// <summary>Operators of each value by itself.</summary>
internal static class ElementOperators
{
    /// <summary>An activation of the runtime without numbers.</summary>
    public static Func<NodeCall, TensorValue> Named(string name) => call => Behind(call, child => call.Context.Expressions.Named(child, name, call.Described));

    /// <summary>A function that is part of another.</summary>
    public static Func<NodeCall, TensorValue> Part(FunctionKind kind) => call => Behind(call, child => new FunctionExpression(child, kind, call.Described));

    /// <summary>max(x, 0).</summary>
    public static TensorValue Relu(NodeCall call) => Behind(call, child => call.Context.Expressions.Clip(child, 0, double.PositiveInfinity, call.Described));

    /// <summary>log x.</summary>
    public static TensorValue Log(NodeCall call) => Behind(call, child => call.Context.Expressions.Log(child, call.Described));

    /// <summary>−x.</summary>
    public static TensorValue Neg(NodeCall call) => Behind(call, child => call.Context.Expressions.Affine(child, new Numbers([-1]), Numbers.Zero, call.Described));

    /// <summary>x above 0, and alpha · x elsewhere.</summary>
    public static TensorValue LeakyRelu(NodeCall call)
    {
        double alpha = call.Number("alpha", 0.01);
        return double.IsFinite(alpha)
            ? Behind(call, child => call.Context.Expressions.Leaky(child, alpha, call.Described))
            : throw call.Refuse(OnnxFaultCode.AttributeValue, $"has alpha = {alpha}");
    }

    /// <summary>x above 0, and alpha · (eˣ − 1) elsewhere.</summary>
    public static TensorValue Elu(NodeCall call) => Behind(call, child => Elu(call, child, call.Number("alpha", 1)));

    /// <summary>ELU, narrower and scaled: max(0, x) + min(0, alpha · (exp(x / alpha) − 1)).</summary>
    public static TensorValue Celu(NodeCall call)
    {
        double alpha = Positive(call, "alpha", call.Number("alpha", 1));
        ExpressionBuilder make = call.Context.Expressions;
        return Behind(call, child => make.Scaled(Elu(call, make.Scaled(child, 1 / alpha, call.Described), 1), alpha, call.Described));
    }

    /// <summary>gamma times ELU.</summary>
    public static TensorValue Selu(NodeCall call)
    {
        double alpha = call.Number("alpha", 1.67326319217681884765625);
        double gamma = call.Number("gamma", 1.05070102214813232421875);
        ExpressionBuilder make = call.Context.Expressions;
        return Numbers.Near(alpha, 1.6732632423543772) && Numbers.Near(gamma, 1.0507009873554805)
            ? Behind(call, child => make.Named(child, Activation.SELU, call.Described))
            : Behind(call, child => make.Scaled(Elu(call, child, alpha), Positive(call, "gamma", gamma), call.Described));
    }

    /// <summary>min(max(alpha · x + beta, 0), 1).</summary>
    public static TensorValue HardSigmoid(NodeCall call)
    {
        double alpha = call.Number("alpha", 0.2f);
        double beta = call.Number("beta", 0.5);
        ExpressionBuilder make = call.Context.Expressions;
        return Behind(call, child => Numbers.Near(alpha, 1 / 6.0) && Numbers.Near(beta, 0.5)
            ? make.Named(child, Activation.HardSigmoid, call.Described)
            : make.Clip(make.Affine(child, new Numbers([alpha]), new Numbers([beta]), call.Described), 0, 1, call.Described));
    }

    /// <summary>GELU, exactly.</summary>
    public static TensorValue Gelu(NodeCall call) => call.Text("approximate", "none") == "none"
        ? Named(Activation.GELU)(call)
        : throw call.Refuse(OnnxFaultCode.AttributeValue, $"has approximate = {call.Text("approximate", "none")}; GELU is supported without an approximation");

    /// <summary>x · σ(alpha · x).</summary>
    public static TensorValue Swish(NodeCall call)
    {
        double alpha = Positive(call, "alpha", call.Number("alpha", 1));
        ExpressionBuilder make = call.Context.Expressions;
        return Behind(call, child => make.Scaled(make.Named(make.Scaled(child, alpha, call.Described), Activation.SiLU, call.Described), 1 / alpha, call.Described));
    }

    /// <summary>min(max(x, low), high); bounds are attributes before opset 11, and inputs since.</summary>
    public static TensorValue Clip(NodeCall call)
    {
        double low = Bound(call, "min", 1, double.NegativeInfinity);
        double high = Bound(call, "max", 2, double.PositiveInfinity);
        return Clipped(call, call.Signal(0), low, high);
    }

    /// <summary>x above 0, and a slope times x elsewhere.</summary>
    public static TensorValue PRelu(NodeCall call)
    {
        Meetings.RequireOne(call, 0, 1);
        Signal signal = call.Signal(0);
        OnnxTensor tensor = call.Constant(1).Tensor;
        double[] slopes = call.Floats(call.Constant(1));

        // Old versions have a slope for each channel, which is the second dimension.
        bool isOld = call.Opset < 7 && tensor.Extents.Count == 1 && signal.Layout.Rank > 2;
        IReadOnlyList<int> extents = isOld ? [tensor.Extents[0], .. Enumerable.Repeat(1, signal.Layout.Rank - 2)] : tensor.Extents;
        Numbers numbers = Broadcasting.Over(call, signal.Layout, extents, slopes);
        return signal.With(new FunctionExpression(signal.Expression, FunctionKind.Slopes, call.Described) { Slopes = numbers });
    }

    /// <summary>Values between two numbers.</summary>
    public static Signal Clipped(NodeCall call, Signal signal, double low, double high) => low < high
        ? signal.With(call.Context.Expressions.Clip(signal.Expression, low, high, call.Described))
        : throw call.Refuse(OnnxFaultCode.AttributeValue, $"keeps values between {low} and {high}, which is no range");

    /// <summary>A formula of the input.</summary>
    private static Signal Behind(NodeCall call, Func<Expression, Expression> formula)
    {
        Signal signal = call.Signal(0);
        return signal.With(formula(signal.Expression));
    }

    private static Expression Elu(NodeCall call, Expression child, double alpha) => Positive(call, "alpha", alpha) == 1
        ? call.Context.Expressions.Named(child, Activation.ELU, call.Described)
        : call.Context.Expressions.Named(child, Activation.ELU, alpha, call.Described);

    private static double Positive(NodeCall call, string name, double number) => number > 0 && (float)number > 0 && float.IsFinite((float)number)
        ? number
        : throw call.Refuse(OnnxFaultCode.AttributeValue, $"has {name} = {number}; it must be above 0");

    private static double Bound(NodeCall call, string name, int input, double usual)
    {
        if (call.Opset < 11 || call.Node.Attributes.ContainsKey(name))
        {
            return AsBound(call.Number(name, usual), usual);
        }

        return call.OptionalConstant(input) is not { } constant ? usual
            : constant.Tensor.Values.Length == 1 ? AsBound(constant.Tensor.Values[0], usual)
            : throw call.Refuse(OnnxFaultCode.Shape, $"has {constant.Tensor.Values.Length} numbers as its {name}");
    }

    // The least and the greatest float are how files say that there is no bound.
    private static double AsBound(double bound, double usual) => Math.Abs(bound) >= float.MaxValue && Math.Sign(bound) == Math.Sign(usual) ? usual : bound;
}
