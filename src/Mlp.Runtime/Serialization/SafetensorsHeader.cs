using System;

namespace Mlp.Serialization;

/// <summary>What the header of a file says, checked by itself: not yet against the data or a network.</summary>
/// <param name="names">Where the names of the tensors are.</param>
/// <param name="tensors">Room for the tensors; the first <paramref name="count"/> are.</param>
/// <param name="count">The number of tensors.</param>
/// <param name="metadata">The values of the metadata that were asked for; none where the file does not have one.</param>
internal sealed class SafetensorsHeader(byte[] names, TensorEntry[] tensors, int count, string?[] metadata)
{
    /// <summary>The key of the object that is no tensor.</summary>
    internal const string MetadataKey = "__metadata__";

    /// <summary>The tensors; sorting them changes nothing.</summary>
    internal Span<TensorEntry> Tensors => tensors.AsSpan(0, count);

    /// <summary>The values of the metadata that were asked for; none where the file does not have one.</summary>
    internal ReadOnlySpan<string?> Metadata => metadata;

    /// <summary>The name of a tensor, in UTF-8.</summary>
    internal ReadOnlySpan<byte> NameOf(in TensorEntry tensor) => names.AsSpan(tensor.NameStart, tensor.NameLength);
}
