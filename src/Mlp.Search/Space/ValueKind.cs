namespace Mlp.Searching.Space;

/// <summary>How the values of an axis are told.</summary>
internal enum ValueKind
{
    /// <summary>One after the other.</summary>
    Listed,

    /// <summary>Two ends, between which numbers are drawn uniformly.</summary>
    Uniform,

    /// <summary>Two ends, between which the logarithms of numbers are drawn uniformly.</summary>
    Logarithmic,

    /// <summary>Two ends, between which whole numbers are drawn, both ends among them.</summary>
    Integers,
}
