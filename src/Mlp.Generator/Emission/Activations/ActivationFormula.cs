using Mlp.Generator.Emission.Vectors;
using Mlp.Generator.Model;

namespace Mlp.Generator.Emission.Activations;

/// <summary>How an activation and its derivative are written: in mathematics for comments, and as calls of the runtime.</summary>
/// <param name="Name">The lower-case name in formulas: <c>relu</c>, <c>tanh</c>.</param>
/// <param name="Method">The runtime's function, which has an overload for each width; empty for the identity.</param>
/// <param name="Definition">The formula, for comments.</param>
internal sealed record ActivationFormula(string Name, string Method, string Definition)
{
    public static ActivationFormula Of(ActivationKind kind) => kind switch
    {
        ActivationKind.Identity => new("identity", "", "z"),
        ActivationKind.ReLU => new("relu", "Relu", "max(0, z)"),
        ActivationKind.LeakyReLU => new("leaky relu", "LeakyRelu", "z > 0 ? z : 0.01 z"),
        ActivationKind.ELU => new("elu", "Elu", "z > 0 ? z : eᶻ − 1"),
        ActivationKind.SiLU => new("silu", "Silu", "z σ(z)"),
        ActivationKind.GELU => new("gelu", "Gelu", "z Φ(z)"),
        ActivationKind.Softplus => new("softplus", "Softplus", "log(1 + eᶻ)"),
        ActivationKind.Sigmoid => new("σ", "Sigmoid", "1 / (1 + e⁻ᶻ)"),
        ActivationKind.Tanh => new("tanh", "Tanh", "tanh z"),
        ActivationKind.ArcTan => new("arctan", "ArcTan", "arctan z"),
        ActivationKind.Softmax => new("softmax", "", "e^(z−λ) / Σ e^(z−λ), λ = max z"),
        _ => new("exp", "Exp", "eᶻ"),
    };

    /// <summary>The identity as the function of a tile, and slopes that are stored as such.</summary>
    public const string Itself = "Itself";

    /// <summary>The activation as the function of a tile.</summary>
    public string TileFunction => Method.Length == 0 ? Itself : Method;

    /// <summary>g′ of the output as the function of a tile; e^z is its own derivative.</summary>
    public string TileSlope => Method == "Exp" ? Itself : Method + "Slope";

    /// <summary>g(z).</summary>
    public Expression Value(VectorDialect dialect, Expression z) => Method.Length == 0 ? z : dialect.Function(Method, z);

    /// <summary>g′, of the output or of the pre-activation as the plan says; e^z is its own derivative.</summary>
    public string Slope(VectorDialect dialect, string argument) => Method switch
    {
        "" => "",
        "Exp" => argument,
        _ => dialect.Function(Method + "Slope", argument),
    };

    /// <summary><c>g(inner)</c> in mathematics; the identity leaves no trace.</summary>
    public string Around(string inner) => Name == "identity" ? inner : $"{Name}({inner})";
}
