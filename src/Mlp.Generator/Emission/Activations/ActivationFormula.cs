using Mlp.Generator.Emission.Text;
using Mlp.Generator.Emission.Vectors;
using Mlp.Generator.Model;

namespace Mlp.Generator.Emission.Activations;

/// <summary>How an activation and its derivative are written: in mathematics for comments, and as calls of the runtime.</summary>
/// <param name="Name">The lower-case name in formulas: <c>relu</c>, <c>tanh</c>.</param>
/// <param name="Method">The runtime's function, which has an overload for each width; empty for the identity.</param>
/// <param name="Definition">The formula, for comments.</param>
/// <param name="Constant">The number that is given to the runtime's functions; null where they have their own.</param>
internal sealed record ActivationFormula(string Name, string Method, string Definition, double? Constant = null)
{
    /// <summary>The formula of an activation.</summary>
    public static ActivationFormula Of(ActivationModel activation)
    {
        ActivationFormula usual = Of(activation.Kind, ActivationModel.UsualConstant(activation.Kind) is { } known ? CSharpLiteral.Number(known) : "");
        if (activation.Constant is not { } constant)
        {
            return usual;
        }

        string digits = CSharpLiteral.Number(constant);
        return Of(activation.Kind, digits) with { Name = $"{usual.Name}[{digits}]", Constant = constant };
    }

    /// <summary>The identity as the function of a tile, and slopes that are stored as such.</summary>
    public const string Itself = "Itself";

    /// <summary>The activation as the function of a tile.</summary>
    public string TileFunction => Method.Length == 0 ? Itself : Method + WithConstant;

    /// <summary>g′ of the output as the function of a tile; e^z is its own derivative.</summary>
    public string TileSlope => Method == "Exp" ? Itself : Method + "Slope" + WithConstant;

    private string WithConstant => Constant is { } constant ? $"Of<{ConstantType(constant)}>" : "";

    /// <summary>The emitted type that is a number to the functions of a tile: <c>Constant0p1</c>.</summary>
    public static string ConstantType(double constant) => "Constant" + Numeral.Identifier(constant);

    /// <summary>g(z).</summary>
    public Expression Value(VectorDialect dialect, Expression z) => Method.Length == 0 ? z : dialect.Function(Method, z, Constant);

    /// <summary>g′, of the output or of the pre-activation as the plan says; e^z is its own derivative.</summary>
    public string Slope(VectorDialect dialect, string argument) => Method switch
    {
        "" => "",
        "Exp" => argument,
        _ => dialect.Function(Method + "Slope", argument, Constant),
    };

    /// <summary><c>g(inner)</c> in mathematics; the identity leaves no trace.</summary>
    public string Around(string inner) => Name == "identity" ? inner : $"{Name}({inner})";

    private static ActivationFormula Of(ActivationKind kind, string constant) => kind switch
    {
        ActivationKind.Identity => new("identity", "", "z"),
        ActivationKind.ReLU => new("relu", "Relu", "max(0, z)"),
        ActivationKind.LeakyReLU => new("leaky relu", "LeakyRelu", $"z > 0 ? z : {constant} z"),
        ActivationKind.ELU => new("elu", "Elu", constant == "1" ? "z > 0 ? z : eᶻ − 1" : $"z > 0 ? z : {constant} (eᶻ − 1)"),
        ActivationKind.SiLU => new("silu", "Silu", "z σ(z)"),
        ActivationKind.GELU => new("gelu", "Gelu", "z Φ(z)"),
        ActivationKind.Softplus => new("softplus", "Softplus", "log(1 + eᶻ)"),
        ActivationKind.Sigmoid => new("σ", "Sigmoid", "1 / (1 + e⁻ᶻ)"),
        ActivationKind.Tanh => new("tanh", "Tanh", "tanh z"),
        ActivationKind.ArcTan => new("arctan", "ArcTan", "arctan z"),
        ActivationKind.SELU => new("selu", "Selu", "z > 0 ? λ z : λα (eᶻ − 1), λ = 1.0507…, α = 1.6733…"),
        ActivationKind.ReLU6 => new("relu6", "Relu6", "min(max(0, z), 6)"),
        ActivationKind.HardSigmoid => new("hard sigmoid", "HardSigmoid", "min(max(0, z + 3), 6) / 6"),
        ActivationKind.HardSwish => new("hard swish", "HardSwish", "z · min(max(0, z + 3), 6) / 6"),
        ActivationKind.Mish => new("mish", "Mish", "z tanh(log(1 + eᶻ))"),
        ActivationKind.Softsign => new("softsign", "Softsign", "z / (1 + |z|)"),
        ActivationKind.Softmax => new("softmax", "", "e^(z−λ) / Σ e^(z−λ), λ = max z"),
        _ => new("exp", "Exp", "eᶻ"),
    };
}
