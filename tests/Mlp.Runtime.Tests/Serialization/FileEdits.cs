using System;
using System.Linq;
using FsCheck;
using FsCheck.Fluent;

namespace Mlp.Runtime.Tests.Serialization;

/// <summary>A good file with a few changes of its text or of its bits, by chance.</summary>
internal static class FileEdits
{
    /// <summary>One to three edits of the header's text, sometimes with other lengths of it and of the data, which is zeros.</summary>
    /// <param name="good">The file.</param>
    /// <param name="pieces">What is put in.</param>
    internal static Gen<byte[]> OfText(byte[] good, string[] pieces)
    {
        string header = Safetensors.HeaderOf(good);
        int dataBytes = good.Length - 8 - System.Text.Encoding.UTF8.GetByteCount(header);
        Gen<Func<string, string>> edit =
            from at in Gen.Choose(0, header.Length - 1)
            from length in Gen.Choose(0, 30)
            from other in Gen.Choose(0, header.Length - 1)
            from piece in Gen.Elements(pieces)
            from kind in Gen.Choose(0, 4)
            select (Func<string, string>)(text => Edit(text, kind, at % Math.Max(1, text.Length), other % Math.Max(1, text.Length), length, piece));
        return
            from edits in edit.ListOf(1).Or(edit.ListOf(2)).Or(edit.ListOf(3))
            from data in Gen.Frequency((6, Gen.Constant(dataBytes)), (1, Gen.Choose(0, dataBytes + 32)))
            from shift in Gen.Frequency((9, Gen.Constant(0)), (1, Gen.Choose(-3, 3)))
            select Shifted(Safetensors.File(edits.Aggregate(header, (text, change) => change(text)), data), shift);
    }

    /// <summary>Up to four bytes with other bits, and sometimes an early end.</summary>
    /// <param name="good">The file.</param>
    internal static Gen<byte[]> OfBits(byte[] good)
    {
        Gen<(int At, int Mask)> flip = from at in Gen.Choose(0, good.Length - 1)
                                       from mask in Gen.Choose(1, 255)
                                       select (at, mask);
        return from flips in flip.ListOf(1).Or(flip.ListOf(2)).Or(flip.ListOf(4))
               from length in Gen.Frequency((3, Gen.Constant(good.Length)), (1, Gen.Choose(0, good.Length)))
               select Flipped(good, length, [.. flips]);
    }

    /// <summary>The beginning of a file with other bits.</summary>
    internal static byte[] Flipped(byte[] good, int length, params (int At, int Mask)[] flips)
    {
        byte[] file = (byte[])good.Clone();
        foreach ((int at, int mask) in flips)
        {
            file[at] ^= (byte)mask;
        }

        return file[..length];
    }

    private static string Edit(string text, int kind, int at, int other, int length, string piece)
    {
        if (text.Length == 0)
        {
            return piece;
        }

        int end = Math.Min(text.Length, at + length);
        return kind switch
        {
            0 => text.Remove(at, end - at),
            1 => text.Insert(at, piece),
            2 => text[..at] + piece + text[end..],
            3 => text.Insert(other, text[at..end]),
            _ => string.Join(piece, text.Split(text[at], 3)),
        };
    }

    private static byte[] Shifted(byte[] file, int shift)
    {
        file[0] += (byte)shift;
        return file;
    }
}
