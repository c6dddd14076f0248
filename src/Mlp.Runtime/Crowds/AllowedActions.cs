using System;

namespace Mlp.Crowds;

/// <summary>The field of an agent whose bits say which actions of a branch it may take.</summary>
/// <typeparam name="TAgent">The struct of an agent.</typeparam>
/// <param name="offset">Where it stands.</param>
/// <param name="type">Which integer it is.</param>
/// <param name="size">Its bytes.</param>
internal sealed class AllowedActions<TAgent>(nint offset, TypeCode type, int size)
    where TAgent : struct
{
    /// <summary>Which bytes of an agent it is, up to the one behind it.</summary>
    internal (nint Start, nint End) Bytes => (offset, offset + size);

    /// <summary>The bits of an agent.</summary>
    internal ulong Of(ReadOnlySpan<TAgent> agents, int agent) => type switch
    {
        TypeCode.Byte or TypeCode.SByte => ReadOnlyStridedSpan<byte>.At(agents, offset)[agent],
        TypeCode.Int16 or TypeCode.UInt16 => ReadOnlyStridedSpan<ushort>.At(agents, offset)[agent],
        TypeCode.Int32 or TypeCode.UInt32 => ReadOnlyStridedSpan<uint>.At(agents, offset)[agent],
        _ => ReadOnlyStridedSpan<ulong>.At(agents, offset)[agent],
    };
}
