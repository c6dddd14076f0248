namespace Mlp.Generator.Model;

/// <summary>One number of an optimizer.</summary>
/// <param name="Name">The attribute's argument.</param>
/// <param name="Value">The number.</param>
/// <param name="Default">What it is where nobody says otherwise.</param>
internal sealed record OptimizerConstant(string Name, double Value, double Default)
{
    public const string Momentum = nameof(Momentum);
    public const string Rho = nameof(Rho);
    public const string Beta1 = nameof(Beta1);
    public const string Beta2 = nameof(Beta2);
    public const string Epsilon = nameof(Epsilon);
    public const string WeightDecay = nameof(WeightDecay);
    public const string L1 = nameof(L1);

    public bool IsDefault => Value.Equals(Default);
}
