namespace Mlp.Generator.Model;

/// <summary>An activation with its number.</summary>
/// <param name="Kind">Which one.</param>
/// <param name="Constant">LeakyReLU's slope, ELU's α, the slope that PReLU starts from; null for the usual one, and where the kind has none.</param>
internal sealed record ActivationModel(ActivationKind Kind, double? Constant = null)
{
    /// <summary>As it is part of a layer's signature, in characters of an identifier.</summary>
    public string Signature => Kind + (Constant is { } constant ? Numeral.Identifier(constant) : "");

    /// <summary>A kind alone, with its usual number.</summary>
    public static implicit operator ActivationModel(ActivationKind kind) => new(kind);

    /// <summary>The number that a kind has where none is written; null for a kind without one.</summary>
    public static double? UsualConstant(ActivationKind kind) => kind switch
    {
        ActivationKind.LeakyReLU => 0.01,
        ActivationKind.ELU => 1,
        ActivationKind.PReLU => 0.25,
        _ => null,
    };

    /// <summary>As one writes it: <c>LeakyReLU(0.1)</c>.</summary>
    public override string ToString() => Kind + (Constant is { } constant ? "(" + Numeral.Of(constant) + ")" : "");
}
