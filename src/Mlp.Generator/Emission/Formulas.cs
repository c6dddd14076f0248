using System.Text;
using Mlp.Generator.Emission.Activations;
using Mlp.Generator.Model;

namespace Mlp.Generator.Emission;

/// <summary>The mathematics of a network in words of its own size, for comments.</summary>
internal static class Formulas
{
    /// <summary>Layers up to which the whole network is written as one nested formula.</summary>
    private const int NestedLayers = 3;

    /// <summary><c>ŷ = softmax(W₂ · relu(W₁ x + b₁) + b₂)</c>.</summary>
    public static string Formula(this NetworkModel model)
    {
        int last = model.Layers.Count;
        string inner = "x";
        for (int layer = 1; layer <= last; layer++)
        {
            ActivationFormula activation = ActivationFormula.Of(model.Layers[layer - 1].Activation);
            if (last > NestedLayers && layer < last)
            {
                inner = $"h{Subscript(layer)}";
                continue;
            }

            string product = inner.Length == 1 || last > NestedLayers ? $"W{Subscript(layer)} {inner}" : $"W{Subscript(layer)} · {inner}";
            inner = activation.Around($"{product} + b{Subscript(layer)}");
        }

        return "ŷ = " + inner;
    }

    /// <summary><c>hidden1 = relu(W₁ x + b₁)</c>; the last layer up to its logits z.</summary>
    public static string LayerFormula(this NetworkModel model, int layer)
    {
        string below = layer == 1 ? "x" : $"h{Subscript(layer - 1)}";
        string product = $"W{Subscript(layer)} {below} + b{Subscript(layer)}";
        return layer == model.Layers.Count
            ? $"z = {product}"
            : $"h{Subscript(layer)} = {ActivationFormula.Of(model.Layers[layer - 1].Activation).Around(product)}";
    }

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
