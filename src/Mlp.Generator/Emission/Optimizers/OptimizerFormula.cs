using System.Linq;
using Mlp.Generator.Emission.Text;
using Mlp.Generator.Model;

namespace Mlp.Generator.Emission.Optimizers;

/// <summary>How an optimizer is written in mathematics, for comments; g is the gradient with what draws weights to zero.</summary>
internal static class OptimizerFormula
{
    public static string Of(OptimizerModel optimizer)
    {
        string gradient = (optimizer.Kind != OptimizerKind.AdamW && optimizer[OptimizerConstant.WeightDecay] != 0, optimizer[OptimizerConstant.L1] != 0) switch
        {
            (true, true) => "g ← g + λ θ + λ₁ sign θ, ",
            (true, false) => "g ← g + λ θ, ",
            (false, true) => "g ← g + λ₁ sign θ, ",
            _ => "",
        };
        return gradient + optimizer.Kind switch
        {
            OptimizerKind.SGD => "θ ← θ − α g",
            OptimizerKind.Momentum => "v ← μ v + g, θ ← θ − α v",
            OptimizerKind.Nesterov => "v ← μ v + g, θ ← θ − α (g + μ v)",
            OptimizerKind.RMSProp => "s ← ρ s + (1 − ρ) g², θ ← θ − α g / (√s + ε)",
            _ => (optimizer[OptimizerConstant.WeightDecay] != 0 && optimizer.Kind == OptimizerKind.AdamW ? "θ ← θ − α λ θ, " : "")
                + "m ← β₁ m + (1 − β₁) g, s ← β₂ s + (1 − β₂) g², θ ← θ − α m̂ / (√ŝ + ε)",
        };
    }

    /// <summary>The values of the letters, those that count: <c>, where μ = 0.9</c>; nothing where there are none.</summary>
    public static string Values(OptimizerModel optimizer)
    {
        string values = string.Join(", ", optimizer.Constants
            .Where(constant => constant.Value != 0)
            .Select(constant => $"{Letter(constant.Name)} = {CSharpLiteral.Number(constant.Value)}"));
        return values.Length == 0 ? "" : ", where " + values;
    }

    private static string Letter(string constant) => constant switch
    {
        OptimizerConstant.Momentum => "μ",
        OptimizerConstant.Rho => "ρ",
        OptimizerConstant.Beta1 => "β₁",
        OptimizerConstant.Beta2 => "β₂",
        OptimizerConstant.Epsilon => "ε",
        OptimizerConstant.WeightDecay => "λ",
        _ => "λ₁",
    };
}
