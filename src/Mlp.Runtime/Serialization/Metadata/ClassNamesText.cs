using System.Collections.Generic;
using System.Text.Json;
using Mlp.Training;

namespace Mlp.Serialization;

/// <summary>The names of classes as a value of the metadata: a JSON array of strings, the first for label 0.</summary>
internal static class ClassNamesText
{
    /// <summary>The key of the metadata.</summary>
    internal const string Key = "mlp.classNames";

    private const int Most = 1 << 16;

    /// <summary>Writes names of which <see cref="SchemaRules.NameComplaint"/> has nothing to say.</summary>
    internal static string Write(IReadOnlyList<string> names) => MetadataJson.Write(json =>
    {
        json.WriteStartArray();
        foreach (string name in names)
        {
            json.WriteStringValue(name);
        }

        json.WriteEndArray();
    });

    /// <summary>Reads names.</summary>
    /// <exception cref="WeightFileException">The value is not what <see cref="Write"/> writes.</exception>
    internal static string[] Read(string value) => MetadataJson.Read(value, Key, static (ref Utf8JsonReader reader) =>
    {
        MetadataJson.Require(reader.TokenType == JsonTokenType.StartArray);
        var names = new List<string>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            MetadataJson.Require(reader.TokenType == JsonTokenType.String && names.Count < Most);
            names.Add(reader.GetString()!);
        }

        MetadataJson.Require(SchemaRules.NameComplaint(names) is null);
        return names.ToArray();
    });
}
