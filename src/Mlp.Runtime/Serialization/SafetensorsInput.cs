using System;
using System.Buffers.Binary;
using System.IO;

namespace Mlp.Serialization;

/// <summary>The bytes of a file as they come: the length of the header, the header, the data.</summary>
internal sealed class SafetensorsInput
{
    // More is asked for in pieces: the length that a file claims is no reason to take memory.
    private const int OnePiece = 1 << 14;

    private readonly Stream _stream;
    private readonly long? _length;
    private int _headerLength;

    /// <summary>Begins a file at the place where a stream stands; it ends where the stream does.</summary>
    /// <param name="stream">A stream that can be read.</param>
    /// <exception cref="WeightFileException">The file is too large.</exception>
    internal SafetensorsInput(Stream stream)
    {
        _stream = stream;
        if (stream.CanSeek)
        {
            _length = Math.Max(0, stream.Length - stream.Position);
            if (_length > WeightFileLimits.File)
            {
                throw TooLarge();
            }
        }
    }

    /// <summary>Reads the header.</summary>
    /// <exception cref="WeightFileException">There is none.</exception>
    internal byte[] ReadHeader()
    {
        byte[] first = new byte[WeightFileLimits.LengthBytes];
        int read = _stream.ReadAtLeast(first, first.Length, throwOnEndOfStream: false);
        if (read < first.Length)
        {
            RefuseForeign(first.AsSpan(0, read), []);
            throw new WeightFileException(
                WeightFileError.TooShort,
                FormattableString.Invariant($"The file has {read} bytes, but a safetensors file has 8 or more: it is empty, or was not written to its end."));
        }

        ulong length = BinaryPrimitives.ReadUInt64LittleEndian(first);
        if (length > WeightFileLimits.Header)
        {
            throw TooLargeHeader(length, first);
        }

        _headerLength = (int)length;
        byte[] header = [];
        if (length <= (ulong?)(_length - first.Length) || length <= OnePiece)
        {
            header = new byte[length];
            read = _stream.ReadAtLeast(header, header.Length, throwOnEndOfStream: false);
        }
        else if (_length is null)
        {
            header = ByteChunks.Read(_stream, _headerLength).ToArray();
            read = header.Length;
        }
        else
        {
            header = new byte[Math.Min(ForeignFormat.MostBytes, (int)(_length - first.Length))];
            _stream.ReadAtLeast(header, header.Length, throwOnEndOfStream: false);
            read = (int)(_length - first.Length);
        }

        // A number of 8 bytes that is small, and a brace: nothing else begins so.
        if (!BeginsAsObject(header))
        {
            RefuseForeign(first, header.AsSpan(0, Math.Min(read, header.Length)));
        }

        return read == _headerLength ? header : throw new WeightFileException(
            WeightFileError.HeaderPastEnd,
            FormattableString.Invariant($"The first 8 bytes of the file say that {length} bytes of header follow, but {read} do: the file was cut off, or is not a safetensors file."));
    }

    /// <summary>Reads the data, and asserts that it is all there is.</summary>
    /// <param name="described">The bytes of data that the header describes.</param>
    /// <exception cref="WeightFileException">The data is shorter or longer.</exception>
    internal ByteChunks ReadData(ulong described)
    {
        long room = WeightFileLimits.File - WeightFileLimits.LengthBytes - _headerLength;
        long? present = _length - WeightFileLimits.LengthBytes - _headerLength;
        if (present is { } known && (ulong)known != described)
        {
            throw WrongLength(described, known);
        }

        // One byte more than described shows that there is more.
        ByteChunks data = ByteChunks.Read(_stream, described < (ulong)room ? (long)described + 1 : room + 1);
        if (data.Length > room)
        {
            throw TooLarge();
        }

        return (ulong)data.Length == described ? data : throw WrongLength(described, data.Length);
    }

    private static WeightFileException WrongLength(ulong described, long present) => (ulong)present < described
        ? new WeightFileException(
            WeightFileError.Truncated,
            FormattableString.Invariant($"The header describes {described} bytes of data, the file has {present}: it was cut off. Copy or save it again."))
        : new WeightFileException(
            WeightFileError.TrailingData,
            FormattableString.Invariant($"The header describes {described} bytes of data, but more follow: the file is damaged, or something was appended to it."));

    private static bool BeginsAsObject(ReadOnlySpan<byte> header) => header.TrimStart(" \t\r\n"u8).StartsWith("{"u8);

    /// <summary>Says what the file is where it is something else. What more it takes to know is read: nobody goes on with the stream.</summary>
    /// <param name="length">The bytes of the header's length, or fewer where there are no more.</param>
    /// <param name="header">What was read behind them.</param>
    private void RefuseForeign(ReadOnlySpan<byte> length, ReadOnlySpan<byte> header)
    {
        byte[] beginning = new byte[ForeignFormat.MostBytes];
        length.CopyTo(beginning);
        int kept = Math.Min(header.Length, beginning.Length - length.Length);
        header[..kept].CopyTo(beginning.AsSpan(length.Length));
        kept += length.Length;
        kept += _stream.ReadAtLeast(beginning.AsSpan(kept), beginning.Length - kept, throwOnEndOfStream: false);
        if (ForeignFormat.Recognize(beginning.AsSpan(0, kept)) is { } format)
        {
            throw new WeightFileException(WeightFileError.NotSafetensors, $"This is {format.Name}, not a safetensors file: {format.Advice}.");
        }
    }

    private static WeightFileException TooLarge() => new(
        WeightFileError.TooLarge,
        FormattableString.Invariant($"The file is larger than {WeightFileLimits.File} bytes, more than any network needs: is it the right file?"));

    private WeightFileException TooLargeHeader(ulong length, ReadOnlySpan<byte> first)
    {
        byte[] header = new byte[ForeignFormat.MostBytes - first.Length];
        int read = _stream.ReadAtLeast(header, header.Length, throwOnEndOfStream: false);
        bool mayBeHeader = length <= (ulong)WeightFileLimits.File;
        if (!mayBeHeader || !BeginsAsObject(header.AsSpan(0, read)))
        {
            RefuseForeign(first, header.AsSpan(0, read));
        }

        // A file of very many tensors is one that is understood: the message should say so. Only what the cap admits is read.
        if (mayBeHeader && EntryCounter.HasTooMany(header.AsSpan(0, read), _stream))
        {
            return new WeightFileException(
                WeightFileError.TooManyTensors,
                FormattableString.Invariant($"The file has more than {WeightFileLimits.Tensors} tensors: save those of the network alone."));
        }

        return new WeightFileException(
            WeightFileError.HeaderTooLarge,
            FormattableString.Invariant($"The first 8 bytes of the file say that {length} bytes of header follow, but {WeightFileLimits.Header} is the most: the file is not a safetensors file, or not one of weights alone."));
    }
}
