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

    /// <summary>Writes the name of an optimizer and, where it counts its steps, their number and what the moments have left of their start.</summary>
    internal static string Write(string optimizer, OptimizerProgress progress) => MetadataJson.Write(json =>
    {
        json.WriteStartObject();
        json.WriteString("kind", optimizer);
        if (progress != default)
        {
            json.WriteNumber("steps", progress.Steps);
            json.WriteStartArray("remainders");
            json.WriteNumberValue(progress.Remainder1);
            json.WriteNumberValue(progress.Remainder2);
            json.WriteEndArray();
        }

        json.WriteEndObject();
    });

    /// <summary>Reads them.</summary>
    /// <exception cref="WeightFileException">The value is not what <see cref="Write"/> writes.</exception>
    internal static (string Optimizer, OptimizerProgress Progress) Read(string value) => MetadataJson.Read(value.Length <= Longest ? value : "", Key, static (ref Utf8JsonReader reader) =>
    {
        MetadataJson.Require(reader.TokenType == JsonTokenType.StartObject);
        MetadataJson.ReadName(ref reader, "kind");
        string? optimizer = reader.GetString();
        MetadataJson.Require(optimizer is not null);
        reader.Read();
        if (reader.TokenType == JsonTokenType.EndObject)
        {
            return (optimizer!, default(OptimizerProgress));
        }

        MetadataJson.Require(reader.ValueTextEquals("steps"));
        reader.Read();
        long steps = reader.GetInt64();
        MetadataJson.ReadName(ref reader, "remainders");
        MetadataJson.Require(reader.TokenType == JsonTokenType.StartArray);
        reader.Read();
        double remainder1 = reader.GetDouble();
        reader.Read();
        var progress = new OptimizerProgress(steps, remainder1, reader.GetDouble());
        reader.Read();
        MetadataJson.Require(reader.TokenType == JsonTokenType.EndArray);
        reader.Read();
        MetadataJson.Require(reader.TokenType == JsonTokenType.EndObject);
        return (optimizer!, progress);
    });
}
