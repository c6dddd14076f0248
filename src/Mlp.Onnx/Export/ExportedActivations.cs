using System;
using System.Collections.Generic;
using Mlp.Onnx.Protos;

namespace Mlp.Onnx.Export;

/// <summary>Which operators compute which activation: one, where opset 17 has it, or a few.</summary>
internal static class ExportedActivations
{
    private static readonly Dictionary<string, Action<GraphChain, float?>> Known = new(StringComparer.OrdinalIgnoreCase)
    {
        [Activation.Identity] = static (_, _) => { },
        [Activation.ReLU] = One("Relu"),
        [Activation.LeakyReLU] = static (chain, slope) => chain.Apply("LeakyRelu", OnnxAttributes.Float("alpha", slope ?? 0.01f)),
        [Activation.ELU] = static (chain, alpha) => chain.Apply("Elu", OnnxAttributes.Float("alpha", alpha ?? 1)),
        [Activation.SiLU] = static (chain, _) => TimesItself(chain, static () => { }, "Sigmoid"),
        [Activation.GELU] = static (chain, _) => Gelu(chain),
        [Activation.Softplus] = One("Softplus"),
        [Activation.Sigmoid] = One("Sigmoid"),
        [Activation.Tanh] = One("Tanh"),
        [Activation.ArcTan] = One("Atan"),
        [Activation.SELU] = One("Selu", OnnxAttributes.Float("alpha", 1.6732632423543772f), OnnxAttributes.Float("gamma", 1.0507009873554805f)),
        [Activation.ReLU6] = static (chain, _) => chain.Apply("Clip", [chain.Floats("low", [0]), chain.Floats("high", [6])]),
        [Activation.HardSigmoid] = One("HardSigmoid", OnnxAttributes.Float("alpha", 1f / 6), OnnxAttributes.Float("beta", 0.5f)),
        [Activation.HardSwish] = One("HardSwish"),
        [Activation.Mish] = static (chain, _) => TimesItself(chain, () => chain.Apply("Softplus"), "Tanh"),
        [Activation.Softsign] = One("Softsign"),
        [Activation.Softmax] = static (chain, _) => Softmax(chain),
        [Activation.Exp] = One("Exp"),
    };

    /// <summary>Adds the operators of an activation.</summary>
    /// <param name="chain">What is at the end goes through it.</param>
    /// <param name="text">The activation as a description names it.</param>
    /// <exception cref="ArgumentException">There is no such activation.</exception>
    internal static void Append(GraphChain chain, string text)
    {
        var name = ActivationName.Of(text);
        if (!Known.TryGetValue(name.Name, out Action<GraphChain, float?>? append))
        {
            throw new ArgumentException($"The activation \"{text}\" cannot be written as ONNX; these can: {string.Join(", ", Known.Keys)}.", "network");
        }

        append(chain, name.Constant);
    }

    private static Action<GraphChain, float?> One(string operation, params AttributeProto[] attributes) => (chain, _) => chain.Apply(operation, [], attributes);

    /// <summary>z · f(z).</summary>
    private static void TimesItself(GraphChain chain, Action before, string last)
    {
        string sums = chain.Tensor;
        before();
        chain.Apply(last);
        chain.ApplyTo([sums, chain.Tensor], "Mul");
    }

    /// <summary>z · (1 + erf(z / √2)) · ½, in the order in which PyTorch writes it.</summary>
    private static void Gelu(GraphChain chain)
    {
        string sums = chain.Tensor;
        chain.Apply("Div", [chain.Floats("root", [MathF.Sqrt(2)])]);
        chain.Apply("Erf");
        chain.Apply("Add", [chain.Floats("one", [1])]);
        chain.ApplyTo([sums, chain.Tensor], "Mul");
        chain.Apply("Mul", [chain.Floats("half", [0.5f])]);
    }

    /// <summary>One distribution over all values of a sample, whatever their shape.</summary>
    private static void Softmax(GraphChain chain)
    {
        IReadOnlyList<int> shape = chain.Shape;
        int size = 1;
        foreach (int extent in shape)
        {
            size *= extent;
        }

        chain.Take([size]);
        chain.Apply("Softmax", OnnxAttributes.Integer("axis", -1));
        chain.Take(shape);
    }
}
