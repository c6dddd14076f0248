using System;
using System.Text.Json;

namespace Mlp.Samples;

/// <summary>
/// Reads what a page sends: <c>{"type":"speed","value":4}</c>. Anything else is refused with a reason, and changes nothing.
/// </summary>
internal static class CommandReader
{
    /// <summary>The longest message in bytes.</summary>
    public const int MaximumLength = 256;

    /// <summary>The fastest that a world goes, in multiples of a clock.</summary>
    public const int MaximumSpeed = 64;

    // Pages have whole numbers up to here.
    private const long MaximumSeed = (1L << 53) - 1;

    private static readonly JsonDocumentOptions Options = new() { MaxDepth = 2 };

    /// <summary>Reads a message.</summary>
    /// <param name="message">UTF-8.</param>
    /// <param name="fault">What is wrong with it; null where it is a command.</param>
    public static ClientCommand? Read(ReadOnlyMemory<byte> message, out string? fault)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(message, Options);
            return Read(document.RootElement, out fault);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            // Text that is no UTF-8 shows only where a string is read.
            fault = "The message is no JSON.";
            return null;
        }
    }

    private static ClientCommand? Read(JsonElement message, out string? fault)
    {
        if (message.ValueKind != JsonValueKind.Object || !message.TryGetProperty("type", out JsonElement type) || type.ValueKind != JsonValueKind.String)
        {
            fault = "A message is an object with a text \"type\".";
            return null;
        }

        if (RequestOf(type) is not { } request)
        {
            fault = "There is no such \"type\": it is pause, step, speed, population, world or watch.";
            return null;
        }

        (long least, long most) = RangeOf(request);
        if (request == ClientRequest.Step)
        {
            fault = null;
            return new ClientCommand(request, 0);
        }

        if (!message.TryGetProperty("value", out JsonElement value) || value.ValueKind != JsonValueKind.Number
            || !value.TryGetInt64(out long number) || number < least || number > most)
        {
            fault = FormattableString.Invariant($"The \"value\" of \"{type.GetString()}\" is a whole number from {least} to {most}.");
            return null;
        }

        fault = null;
        return new ClientCommand(request, number);
    }

    private static ClientRequest? RequestOf(JsonElement type) => type.GetString() switch
    {
        "pause" => ClientRequest.Pause,
        "step" => ClientRequest.Step,
        "speed" => ClientRequest.Speed,
        "population" => ClientRequest.Population,
        "world" => ClientRequest.World,
        "watch" => ClientRequest.Watch,
        _ => null,
    };

    private static (long Least, long Most) RangeOf(ClientRequest request) => request switch
    {
        ClientRequest.Pause => (0, 1),
        ClientRequest.Speed => (1, MaximumSpeed),
        ClientRequest.Population => (Colony.FewestCreatures, Colony.MostCreatures),
        ClientRequest.World => (0, MaximumSeed),
        ClientRequest.Watch => (-1, Colony.MostCreatures - 1),
        _ => (0, 0),
    };
}
