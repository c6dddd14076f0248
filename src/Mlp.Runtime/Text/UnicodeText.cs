using System;
using System.Buffers;
using System.Text;

namespace Mlp.Text;

/// <summary>Text that comes back from UTF-8 as it went: half a surrogate pair would come back as U+FFFD.</summary>
internal static class UnicodeText
{
    /// <summary>Whether every surrogate is one of a pair.</summary>
    internal static bool IsWellFormed(ReadOnlySpan<char> text)
    {
        while (!text.IsEmpty)
        {
            if (Rune.DecodeFromUtf16(text, out _, out int consumed) != OperationStatus.Done)
            {
                return false;
            }

            text = text[consumed..];
        }

        return true;
    }
}
