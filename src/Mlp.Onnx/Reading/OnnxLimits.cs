using Mlp.Serialization;

namespace Mlp.Onnx.Reading;

/// <summary>What no file of a network needs more of; past these bounds a file is refused before memory is taken.</summary>
internal static class OnnxLimits
{
    /// <summary>Bytes of the file, and of all files with its numbers together.</summary>
    internal const long File = WeightFileLimits.File;

    /// <summary>Operators.</summary>
    internal const int Nodes = 10_000;

    /// <summary>Tensors whose values are in the file.</summary>
    internal const int Tensors = 10_000;

    /// <summary>Parts of any other kind: attributes, descriptions of tensors, dimensions, entries of metadata.</summary>
    internal const int Parts = 500_000;

    /// <summary>Names, and other texts that stand in lists.</summary>
    internal const int Texts = 500_000;

    /// <summary>Numbers in all lists of integers together, which take eight times the memory that they take in the file.</summary>
    internal const int Integers = 1 << 24;

    /// <summary>Numbers of all tensors together: as many as a file of floats has room for.</summary>
    internal const int Elements = (int)(File / sizeof(float));

    /// <summary>Dimensions of a tensor.</summary>
    internal const int Rank = WeightFileLimits.Rank;
}
