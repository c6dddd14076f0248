using System.Collections.Generic;
using System.Text.Json;
using Mlp.Serialization;

namespace Mlp.Training;

/// <summary>What a checkpoint says of a training besides its tensors, as a value of the metadata: a JSON object.</summary>
/// <param name="Declaration">The hash of the network's description.</param>
/// <param name="FirstLoss">The loss of the first batch.</param>
/// <param name="InitialLoss">The loss before the training; none where nobody has asked for it.</param>
/// <param name="Table">The columns of the reports.</param>
/// <param name="Settings">Options and data.</param>
internal sealed record CheckpointText(string Declaration, double FirstLoss, double? InitialLoss, HistoryTable Table, TrainingSettings Settings)
{
    /// <summary>The key of the metadata.</summary>
    internal const string Key = "mlp.training";

    /// <summary>The key of how far the optimizer is, written as in a weight file.</summary>
    internal const string OptimizerKey = "mlp.training.optimizer";

    private const int MostEntries = 256;

    /// <summary>The value.</summary>
    internal string Write() => MetadataJson.Write(json =>
    {
        json.WriteStartObject();
        json.WriteString("declaration", Declaration);
        json.WriteStartArray("losses");
        json.WriteNumberValue(FirstLoss);
        if (InitialLoss is { } initial)
        {
            json.WriteNumberValue(initial);
        }

        json.WriteEndArray();
        json.WriteStartArray("columns");
        foreach (string column in Table.Columns)
        {
            json.WriteStringValue(column);
        }

        json.WriteEndArray();
        json.WriteNumber("layers", Table.Layers);
        json.WriteStartArray("settings");
        foreach ((string name, string value) in Settings.Values)
        {
            json.WriteStringValue(name);
            json.WriteStringValue(value);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    });

    /// <summary>Reads a value.</summary>
    /// <exception cref="WeightFileException">It is not what <see cref="Write"/> writes.</exception>
    internal static CheckpointText Read(string value) => MetadataJson.Read(value, Key, static (ref Utf8JsonReader reader) =>
    {
        MetadataJson.Require(reader.TokenType == JsonTokenType.StartObject);
        MetadataJson.ReadName(ref reader, "declaration");
        string? declaration = reader.GetString();
        MetadataJson.Require(declaration is not null);
        MetadataJson.ReadName(ref reader, "losses");
        List<double> losses = ReadList(ref reader, static (ref Utf8JsonReader item) => item.GetDouble());
        MetadataJson.Require(losses.Count is 1 or 2 && losses.TrueForAll(double.IsFinite));
        MetadataJson.ReadName(ref reader, "columns");
        List<string> columns = ReadList(ref reader, ReadString);
        MetadataJson.ReadName(ref reader, "layers");
        int layers = reader.GetInt32();
        MetadataJson.Require(layers >= 0);
        MetadataJson.ReadName(ref reader, "settings");
        List<string> texts = ReadList(ref reader, ReadString);
        MetadataJson.Require(texts.Count % 2 == 0);
        reader.Read();
        MetadataJson.Require(reader.TokenType == JsonTokenType.EndObject);
        var settings = new (string, string)[texts.Count / 2];
        for (int index = 0; index < settings.Length; index++)
        {
            settings[index] = (texts[2 * index], texts[(2 * index) + 1]);
        }

        return new CheckpointText(declaration!, losses[0], losses.Count > 1 ? losses[1] : null, new HistoryTable(columns, layers), new TrainingSettings(settings));
    });

    private static string ReadString(ref Utf8JsonReader reader)
    {
        MetadataJson.Require(reader.TokenType == JsonTokenType.String);
        return reader.GetString()!;
    }

    private static List<T> ReadList<T>(ref Utf8JsonReader reader, MetadataJson.Reading<T> readItem)
    {
        MetadataJson.Require(reader.TokenType == JsonTokenType.StartArray);
        var items = new List<T>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            MetadataJson.Require(items.Count < MostEntries);
            items.Add(readItem(ref reader));
        }

        return items;
    }
}
