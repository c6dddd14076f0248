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
        Span<byte> first = stackalloc byte[WeightFileLimits.LengthBytes];
        int read = _stream.ReadAtLeast(first, first.Length, throwOnEndOfStream: false);
        if (read < first.Length)
        {
            throw new WeightFileException(
                WeightFileError.TooShort,
                FormattableString.Invariant($"The file has {read} bytes, but a safetensors file has 8 or more: it is empty, or was not written to its end."));
        }

        ulong length = BinaryPrimitives.ReadUInt64LittleEndian(first);
        if (length > WeightFileLimits.Header)
        {
            throw ForeignFormat.Recognize(first) is { } format ? NotSafetensors(format) : TooLargeHeader(length);
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
            read = (int)(_length - first.Length);
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

    private static WeightFileException NotSafetensors(string format) => new(
        WeightFileError.NotSafetensors,
        $"This is {format}, not a safetensors file: load it in the program that wrote it and save its tensors as safetensors.");

    private static WeightFileException TooLarge() => new(
        WeightFileError.TooLarge,
        FormattableString.Invariant($"The file is larger than {WeightFileLimits.File} bytes, more than any network needs: is it the right file?"));

    private WeightFileException TooLargeHeader(ulong length)
    {
        // A file of very many tensors is one that is understood: the message should say so. Only what the cap admits is read.
        if (length <= (ulong)WeightFileLimits.File && EntryCounter.HasTooMany(_stream))
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
