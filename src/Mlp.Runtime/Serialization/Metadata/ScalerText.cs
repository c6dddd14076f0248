using System;
using System.Collections.Generic;
using System.Text.Json;
using Mlp.Training;

namespace Mlp.Serialization;

/// <summary>
/// A scaler as a value of the metadata: a JSON object of its kind and its numbers, each of which comes back bit by bit; null where
/// it is known that there is none.
/// </summary>
internal static class ScalerText
{
    /// <summary>The key of the scaler of the inputs.</summary>
    internal const string Key = "mlp.scaler";

    /// <summary>The key of the scaler of the targets.</summary>
    internal const string TargetKey = "mlp.target_scaler";

    private const int MostFeatures = 1 << 16;

    /// <summary>Writes a scaler.</summary>
    internal static string Write(FeatureScaler? scaler) => scaler is null ? "null" : MetadataJson.Write(json =>
    {
        json.WriteStartObject();
        switch (scaler)
        {
            case StandardScaler standard:
                json.WriteString("kind", nameof(StandardScaler));
                WriteNumbers(json, "mean", standard.Mean);
                WriteNumbers(json, "scale", standard.StandardDeviation);
                break;
            case MinMaxScaler range:
                json.WriteString("kind", nameof(MinMaxScaler));
                WriteNumbers(json, "minimum", range.Minimum);
                WriteNumbers(json, "maximum", range.Maximum);
                WriteNumbers(json, "range", [range.Lower, range.Upper]);
                break;
            default:
                throw new NotSupportedException($"A scaler of type {scaler.GetType().Name} cannot be written.");
        }

        json.WriteEndObject();
    });

    /// <summary>Reads a scaler.</summary>
    /// <param name="value">The value.</param>
    /// <param name="key">Its key, for the message.</param>
    /// <exception cref="WeightFileException">The value is not what <see cref="Write"/> writes.</exception>
    internal static FeatureScaler? Read(string value, string key) => MetadataJson.Read(value, key, static (ref Utf8JsonReader reader) =>
    {
        if (reader.TokenType == JsonTokenType.Null)
        {
            return null;
        }

        MetadataJson.Require(reader.TokenType == JsonTokenType.StartObject);
        MetadataJson.ReadName(ref reader, "kind");
        string? kind = reader.GetString();
        FeatureScaler scaler;
        if (kind == nameof(StandardScaler))
        {
            double[] mean = ReadNumbers(ref reader, "mean");
            scaler = new StandardScaler(mean, ReadNumbers(ref reader, "scale"));
        }
        else
        {
            MetadataJson.Require(kind == nameof(MinMaxScaler));
            double[] minimum = ReadNumbers(ref reader, "minimum");
            double[] maximum = ReadNumbers(ref reader, "maximum");
            double[] range = ReadNumbers(ref reader, "range");
            MetadataJson.Require(range.Length == 2);
            scaler = new MinMaxScaler(minimum, maximum, range[0], range[1]);
        }

        reader.Read();
        MetadataJson.Require(reader.TokenType == JsonTokenType.EndObject);
        return scaler;
    });

    private static void WriteNumbers(Utf8JsonWriter json, string name, ReadOnlySpan<double> numbers)
    {
        json.WriteStartArray(name);
        foreach (double number in numbers)
        {
            json.WriteNumberValue(number);
        }

        json.WriteEndArray();
    }

    private static double[] ReadNumbers(ref Utf8JsonReader reader, string name)
    {
        MetadataJson.ReadName(ref reader, name);
        MetadataJson.Require(reader.TokenType == JsonTokenType.StartArray);
        var numbers = new List<double>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            MetadataJson.Require(numbers.Count < MostFeatures);
            numbers.Add(reader.GetDouble());
        }

        return [.. numbers];
    }
}
