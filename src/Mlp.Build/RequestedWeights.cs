using System;
using System.Security.Cryptography;
using System.Text;

namespace Mlp.Build;

/// <summary>A weight file that is to be converted.</summary>
/// <param name="Path">Its full path.</param>
/// <param name="AllowDouble">Whether F64 is read, and rounded.</param>
/// <param name="ZeroBiases">Whether biases that are not in the file are 0.</param>
internal sealed record RequestedWeights(string Path, bool AllowDouble, bool ZeroBiases = false)
{
    /// <summary>The digits of a hash in a name: names of files may be too long, and two of one name may be in different folders.</summary>
    private const int NameBytes = 10;

    /// <summary>What the text is called: another name for another file, and for one that is read in another way.</summary>
    internal string TextName =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes((AllowDouble ? "double " : "single ") + (ZeroBiases ? "zero-biases " : "") + Path)).AsSpan(0, NameBytes)) + ".mlpweights.txt";
}
