using System;
using System.Collections.Generic;
using System.Security.Cryptography;
using System.Text;

namespace Mlp.Build;

/// <summary>A file that is to be converted into text for the generator.</summary>
/// <param name="Path">Its full path.</param>
/// <param name="AllowDouble">Whether float64 is read, and rounded.</param>
internal abstract record RequestedFile(string Path, bool AllowDouble)
{
    /// <summary>The digits of a hash in a name: names of files may be too long, and two of one name may be in different folders.</summary>
    private const int NameBytes = 10;

    /// <summary>What the text is called: another name for another file, and for one that is read in another way.</summary>
    internal string TextName => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes((AllowDouble ? "double " : "single ") + Way + Path)).AsSpan(0, NameBytes)) + Extension;

    /// <summary>What the name of the text ends with.</summary>
    private protected abstract string Extension { get; }

    /// <summary>In which other way the file is read than usual, in letters.</summary>
    private protected virtual string Way => "";

    /// <summary>Whether what else was read for a text is now as it was then; nothing is for a file that stands alone.</summary>
    /// <param name="lines">The lines of the text behind those that tell which file it was.</param>
    internal virtual bool HasOthersOf(IEnumerable<string> lines) => true;

    /// <summary>The text of the file. One that is refused has a text too: why.</summary>
    /// <param name="identity">Lines that tell which file it was.</param>
    internal abstract string Text(string identity);
}
