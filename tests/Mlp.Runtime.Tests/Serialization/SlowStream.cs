using System;
using System.IO;

namespace Mlp.Runtime.Tests.Serialization;

/// <summary>A stream as a network gives it: one byte a read, no seeking, and it may fail.</summary>
/// <param name="bytes">What it has.</param>
/// <param name="failAt">The byte before which it throws; none: it never does.</param>
internal sealed class SlowStream(byte[] bytes, int failAt = int.MaxValue) : Stream
{
    private int _position;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <summary>How far it was read.</summary>
    internal int BytesRead => _position;

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        if (_position == failAt)
        {
            throw new IOException("The line is dead.");
        }

        if (_position == bytes.Length || buffer.IsEmpty)
        {
            return 0;
        }

        buffer[0] = bytes[_position++];
        return 1;
    }

    public override void Flush() => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
