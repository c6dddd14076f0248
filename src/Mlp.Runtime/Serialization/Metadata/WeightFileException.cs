using System;

namespace Mlp;

/// <summary>A weight file that cannot be read. The message says what is wrong and what to do; the network is unchanged.</summary>
public sealed class WeightFileException : FormatException
{
    /// <summary>An exception about a file's bytes.</summary>
    /// <param name="code">What is wrong.</param>
    /// <param name="message">What is wrong and what to do.</param>
    internal WeightFileException(WeightFileError code, string message)
        : base(message) => Code = code;

    /// <summary>What is wrong with the file.</summary>
    public WeightFileError Code { get; }
}
