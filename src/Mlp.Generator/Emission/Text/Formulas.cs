using System.Collections.Generic;
using System.Linq;
using System.Text;
using Mlp.Generator.Emission.Activations;
using Mlp.Generator.Model;
using Mlp.Generator.Model.Layers;

namespace Mlp.Generator.Emission.Text;

/// <summary>The mathematics of a network in words of its own size, for comments.</summary>
internal static class Formulas
{
    /// <summary>Layers up to which the whole network is written as one nested formula.</summary>
    private const int NestedLayers = 3;

    /// <summary><c>ŷ = softmax(W₂ · relu(W₁ x + b₁) + b₂)</c>.</summary>
    /// <param name="model">The network.</param>
    /// <param name="predicts">Whether without what is done in training alone.</param>
    public static string Formula(this NetworkModel model, bool predicts = false)
    {
        int last = model.Layers.Count;
        string inner = "x";
        for (int layer = 1; layer <= last; layer++)
        {
            if (model.Layers[layer - 1] is DropoutLayer && last <= NestedLayers && (predicts || !model.Trains))
            {
                continue;
            }

            ActivationFormula activation = ActivationFormula.Of(model.ShownActivation(layer - 1));
            if (last > NestedLayers && layer < last)
            {
                inner = $"h{Subscript(layer)}";
                continue;
            }

            inner = activation.Around(Sum(model.Layers[layer - 1], layer, inner.Length == 1 || last > NestedLayers || model.Layers[layer - 1] is not DenseLayer ? inner : "· " + inner));
        }

        return "ŷ = " + inner;
    }

    /// <summary><c>hidden1 = relu(W₁ x + b₁)</c>; the last layer up to its logits z.</summary>
    public static string LayerFormula(this NetworkModel model, int layer)
    {
        string below = layer == 1 ? "x" : $"h{Subscript(layer - 1)}";
        string product = Sum(model.Layers[layer - 1], layer, below);
        return layer == model.Layers.Count
            ? $"z = {product}"
            : $"h{Subscript(layer)} = {ActivationFormula.Of(model.Layers[layer - 1].Activation).Around(product)}";
    }

    /// <summary>z of a layer: the one place that knows the formula of each kind.</summary>
    private static string Sum(LayerModel layer, int number, string input) => layer switch
    {
        DenseLayer => $"W{Subscript(number)} {input} + b{Subscript(number)}",
        ConvLayer => $"W{Subscript(number)} ∗ {input} + b{Subscript(number)}",
        MaxPoolLayer => $"max({input})",
        AveragePoolLayer or GlobalAveragePoolLayer => $"mean({input})",
        ActivationLayer => input,
        AffineLayer => $"s{Subscript(number)} ⊙ {input} + t{Subscript(number)}",
        ClipLayer => $"clip({input})",
        PReLULayer => $"prelu({input}; a{Subscript(number)})",
        DropoutLayer => $"dropout({input})",
        _ => throw new System.NotSupportedException(layer.Kind),
    };

    /// <summary>The shapes of all parameters in canonical order: <c>W₁ [16, 4], b₁ [16], W₂ [3, 16], b₂ [3]</c>.</summary>
    public static string ParameterShapes(this NetworkModel model)
    {
        int withParameters = model.Layers.Count(layer => layer.Tensors.Count > 0);
        if (withParameters > NestedLayers)
        {
            return model.IsDense
                ? $"for each of {CSharpLiteral.Int(model.Layers.Count)} layers its weights W, [out, in], row by row, then its biases b, [out]"
                : $"for each of {CSharpLiteral.Int(withParameters)} layers that have any its weights W, of a dense layer [out, in] and of a convolution [filter, channel, tap, …], the last extent fastest, then its biases b";
        }

        if (withParameters == 0)
        {
            return "no layer has any";
        }

        IEnumerable<string> shapes = model.Layers.SelectMany((layer, index) =>
            layer.Tensors.Select(tensor => $"{tensor.Symbol}{Subscript(index + 1)} {tensor.Shape}"));
        return string.Join(", ", shapes) + ", row by row";
    }

    /// <summary>What one input sample is: <c>64 values</c>, <c>8 × 8 × 1 values</c>.</summary>
    public static string InputWords(this NetworkModel model) => HasShape(model) ? model.Layers[0].Input.Spoken + " values" : Count(model.InputSize, "value");

    /// <summary>In which order the values of a sample are; nothing where it has no shape.</summary>
    public static string OrderWords(this NetworkModel model) => !HasShape(model) ? ""
        : $", as {model.Layers[0].Input.Spoken}: {(model.Layers[0].Input.Extents.Count > 2 ? "row after row, each pixel" : "step after step, each")} with its channels";

    private static bool HasShape(NetworkModel model) => model.Layers[0].Input.Extents.Count > 1;

    /// <summary>What one output sample is: <c>3 class probabilities</c>.</summary>
    public static string OutputWords(this NetworkModel model) => (model.Head.Activation.Kind, model.OutputSize) switch
    {
        (ActivationKind.Softmax, var classes) => Count(classes, "class probability", "class probabilities"),
        (ActivationKind.Sigmoid, 1) => "1 probability of class 1",
        (ActivationKind.Sigmoid, var outputs) => Count(outputs, "value") + " between 0 and 1",
        (ActivationKind.Exp, var outputs) => Count(outputs, "value") + " of 0 or more",
        (_, var outputs) => Count(outputs, "value"),
    };

    /// <summary><c>1 value</c>, <c>2 values</c>.</summary>
    public static string Count(int count, string thing, string? things = null) =>
        CSharpLiteral.Int(count) + " " + (count == 1 ? thing : things ?? thing + "s");

    public static string Subscript(int number)
    {
        var digits = new StringBuilder();
        foreach (char digit in CSharpLiteral.Int(number))
        {
            digits.Append((char)('₀' + (digit - '0')));
        }

        return digits.ToString();
    }
}
