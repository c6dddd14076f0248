namespace Mlp.Serialization;

/// <summary>What no file of weights needs more of; past these bounds a file is refused before memory is taken.</summary>
internal static class WeightFileLimits
{
    /// <summary>The bytes of the header's length.</summary>
    internal const int LengthBytes = 8;

    /// <summary>Bytes of the header.</summary>
    internal const int Header = 1 << 20;

    /// <summary>Bytes of the file.</summary>
    internal const long File = 256L << 20;

    /// <summary>Tensors in the file.</summary>
    internal const int Tensors = 4_096;

    /// <summary>Dimensions of a tensor.</summary>
    internal const int Rank = 8;
}
