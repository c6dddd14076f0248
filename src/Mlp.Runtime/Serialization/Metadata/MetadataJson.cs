using System;
using System.Buffers;
using System.Text;
using System.Text.Json;

namespace Mlp.Serialization;

/// <summary>Values of the metadata that are JSON themselves.</summary>
internal static class MetadataJson
{
    /// <summary>What the keys of a checkpoint begin with.</summary>
    private const string TrainingPrefix = "mlp.training";

    /// <summary>Reads a value; the reader stands on its first token and must be left on its last one.</summary>
    internal delegate T Reading<T>(ref Utf8JsonReader reader);

    /// <summary>Writes a value.</summary>
    internal static string Write(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            write(json);
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    /// <summary>Reads a value.</summary>
    /// <param name="value">The value.</param>
    /// <param name="key">Its key, for the message.</param>
    /// <param name="read">Reads it; what it throws of <see cref="JsonException"/>, of arguments and of operations is the value's fault.</param>
    /// <exception cref="WeightFileException">It is not what was expected.</exception>
    internal static T Read<T>(string value, string key, Reading<T> read)
    {
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(value));
        try
        {
            reader.Read();
            T result = read(ref reader);
            Require(!reader.Read());
            return result;
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or ArgumentException or FormatException)
        {
            throw Damaged(key);
        }
    }

    /// <summary>What is said of a value that cannot be read.</summary>
    /// <param name="key">Its key.</param>
    internal static WeightFileException Damaged(string key) => new(
        WeightFileError.BadMetadata,
        $"The value of \"{key}\" in the __metadata__ of the file is not what this library writes there: {Advice(key)}.");

    private static string Advice(string key) => key.StartsWith(TrainingPrefix, StringComparison.Ordinal)
        ? "the file is damaged. Take an older one"
        : $"save the file again, or load the weights alone, {(key == OptimizerText.Key ? "without OptimizerState" : "with IgnoreMetadata")}";

    /// <summary>Goes to the value of the next field, which must have a name: fields stand in the order in which they are written.</summary>
    /// <exception cref="JsonException">The next token is no such name.</exception>
    internal static void ReadName(ref Utf8JsonReader reader, string name)
    {
        reader.Read();
        Require(reader.TokenType == JsonTokenType.PropertyName && reader.ValueTextEquals(name));
        reader.Read();
    }

    /// <summary>Asserts what a value must be.</summary>
    /// <exception cref="JsonException">It is not.</exception>
    internal static void Require(bool condition)
    {
        if (!condition)
        {
            throw new JsonException();
        }
    }
}
