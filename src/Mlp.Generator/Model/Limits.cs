namespace Mlp.Generator.Model;

/// <summary>How large a network may be declared: past these, emitted code would be slow to compile rather than fast to run.</summary>
internal static class Limits
{
    /// <summary>The fewest layer sizes: an input and an output.</summary>
    public const int MinLayerSizes = 2;

    /// <summary>The most layers, counted by their weights.</summary>
    public const int MaxLayers = 32;

    /// <summary>
    /// The most layers of different sizes: each has methods of its own for every vector width, and a network's emitted
    /// text stays under 1 MB. Equal layers share theirs.
    /// </summary>
    public const int MaxDifferentLayers = 10;

    /// <summary>The narrowest layer.</summary>
    public const int MinLayerSize = 1;

    /// <summary>The widest layer.</summary>
    public const int MaxLayerSize = 4096;

    /// <summary>The most weights and biases together.</summary>
    public const int MaxParameters = 4_000_000;

    /// <summary>The most parameters that are compiled in: a compiler takes some 10 s for a million literals. More are loaded at run time.</summary>
    public const int MaxCompiledParameters = 1_000_000;

    /// <summary>The oldest C# that emitted code compiles as, in hundreds: static abstract members came with C# 11.</summary>
    public const int MinLanguageVersion = 1100;
}
