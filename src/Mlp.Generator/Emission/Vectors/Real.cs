namespace Mlp.Generator.Emission.Vectors;

/// <summary>Spells the type of a network's numbers: the one place that says <c>float</c>, so that double can join.</summary>
internal static class Real
{
    public const string Type = "float";

    public const string Zero = "0f";

    public const string Half = "0.5f";

    public const string One = "1f";

    /// <summary>The lowest finite number.</summary>
    public const string Lowest = "float.MinValue";

    public const string NegativeInfinity = "float.NegativeInfinity";
}
