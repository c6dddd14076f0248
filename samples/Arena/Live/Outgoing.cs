using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Mlp.Samples;

/// <summary>What a page is sent.</summary>
/// <param name="Bytes">The message; nobody writes into it any more.</param>
/// <param name="IsText">JSON, or else one of <see cref="FrameWriter"/>.</param>
internal readonly record struct Outgoing(byte[] Bytes, bool IsText)
{
    /// <summary>A text message.</summary>
    public static Outgoing Text<T>(T message, JsonTypeInfo<T> type) => new(JsonSerializer.SerializeToUtf8Bytes(message, type), IsText: true);
}
