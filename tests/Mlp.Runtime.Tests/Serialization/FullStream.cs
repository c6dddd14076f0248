using System;
using System.IO;

namespace Mlp.Runtime.Tests.Serialization;

/// <summary>A stream with room for some bytes.</summary>
/// <param name="room">How many it takes before it throws.</param>
internal sealed class FullStream(int room) : Stream
{
    private int _room = room;

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override void Write(byte[] buffer, int offset, int count)
    {
        _room -= count;
        if (_room < 0)
        {
            throw new IOException("The disk is full.");
        }
    }

    public override void Flush()
    {
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();
}
