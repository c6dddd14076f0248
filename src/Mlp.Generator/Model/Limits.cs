namespace Mlp.Generator.Model;

/// <summary>How large a network may be declared at all. Past <see cref="KernelLimits"/>, which are narrower, it has no kernels.</summary>
internal static class Limits
{
    /// <summary>The fewest layer sizes: an input and an output.</summary>
    public const int MinLayerSizes = 2;

    /// <summary>
    /// The most layers, counted by their weights. A weight file has 4,096 tensors at most and a header of 1 MiB; so many layers have 3,072 with
    /// the two moments of an optimizer.
    /// </summary>
    public const int MaxLayers = 512;

    /// <summary>The narrowest layer.</summary>
    public const int MinLayerSize = 1;

    /// <summary>
    /// The most weights and biases together: a weight file of them stays below its 256 MiB. Storage, which padding at most doubles, is then
    /// an array, and so are two moments of it, or a gradient with its sum in double.
    /// </summary>
    public const int MaxParameters = 64_000_000;

    /// <summary>The widest layer: a value takes part in one parameter or more.</summary>
    public const int MaxLayerSize = MaxParameters;

    /// <summary>The most parameters that are compiled in: a compiler takes some 10 s for a million literals. More are loaded at run time.</summary>
    public const int MaxCompiledParameters = 1_000_000;

    /// <summary>The oldest C# that emitted code compiles as, in hundreds: static abstract members came with C# 11.</summary>
    public const int MinLanguageVersion = 1100;
}
