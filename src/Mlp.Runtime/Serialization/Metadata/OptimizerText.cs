using System.Text.Json;
using Mlp.CompilerServices;

namespace Mlp.Serialization;

/// <summary>Whose state goes with the weights, and how far it is, as a value of the metadata: a JSON object.</summary>
internal static class OptimizerText
{
    /// <summary>The key of the metadata.</summary>
    internal const string Key = "mlp.optimizer";

    // Twice the longest that is written: the text of a file is copied where it is read.
    private const int Longest = 256;

    /// <summary>
    /// Writes the name of an optimizer; where it counts its steps, their number and what the moments have left of their start; where the network draws
    /// masks, their seed and the steps taken.
    /// </summary>
    internal static string Write(string optimizer, OptimizerProgress progress) => MetadataJson.Write(json =>
    {
        json.WriteStartObject();
        json.WriteString("kind", optimizer);
        if (progress with { Masks = null } != default)
        {
            json.WriteNumber("steps", progress.Steps);
            json.WriteStartArray("remainders");
            json.WriteNumberValue(progress.Remainder1);
            json.WriteNumberValue(progress.Remainder2);
            json.WriteEndArray();
        }

        if (progress.Masks is { } masks)
        {
            json.WriteStartArray("masks");
            json.WriteNumberValue(masks.Seed);
            json.WriteNumberValue(masks.Steps);
            json.WriteEndArray();
        }

        json.WriteEndObject();
    });

    /// <summary>Reads them.</summary>
    /// <param name="value">The value.</param>
    /// <param name="key">Its key, for the message.</param>
    /// <exception cref="WeightFileException">The value is not what <see cref="Write"/> writes.</exception>
    internal static (string Optimizer, OptimizerProgress Progress) Read(string value, string key = Key) => MetadataJson.Read(value.Length <= Longest ? value : "", key, static (ref Utf8JsonReader reader) =>
    {
        MetadataJson.Require(reader.TokenType == JsonTokenType.StartObject);
        MetadataJson.ReadName(ref reader, "kind");
        string? optimizer = reader.GetString();
        MetadataJson.Require(optimizer is not null);
        reader.Read();
        OptimizerProgress progress = Is(ref reader, "steps") ? ReadSteps(ref reader) : default;
        progress = progress with { Masks = Is(ref reader, "masks") ? ReadMasks(ref reader) : null };
        MetadataJson.Require(reader.TokenType == JsonTokenType.EndObject);
        return (optimizer!, progress);
    });

    /// <summary>Whether a property of this name is next; then its value is.</summary>
    private static bool Is(ref Utf8JsonReader reader, string name)
    {
        bool isNext = reader.TokenType == JsonTokenType.PropertyName && reader.ValueTextEquals(name);
        if (isNext)
        {
            reader.Read();
        }

        return isNext;
    }

    private static OptimizerProgress ReadSteps(ref Utf8JsonReader reader)
    {
        long steps = reader.GetInt64();
        MetadataJson.ReadName(ref reader, "remainders");
        BeginArray(ref reader);
        double remainder1 = reader.GetDouble();
        reader.Read();
        var progress = new OptimizerProgress(steps, remainder1, reader.GetDouble());
        EndArray(ref reader);
        return progress;
    }

    private static MaskProgress ReadMasks(ref Utf8JsonReader reader)
    {
        BeginArray(ref reader);
        ulong seed = reader.GetUInt64();
        reader.Read();
        var masks = new MaskProgress(seed, reader.GetInt64());
        EndArray(ref reader);
        return masks;
    }

    private static void BeginArray(ref Utf8JsonReader reader)
    {
        MetadataJson.Require(reader.TokenType == JsonTokenType.StartArray);
        reader.Read();
    }

    private static void EndArray(ref Utf8JsonReader reader)
    {
        reader.Read();
        MetadataJson.Require(reader.TokenType == JsonTokenType.EndArray);
        reader.Read();
    }
}
