using System;
using System.Linq;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Mlp.Benchmarks.Peers;

/// <summary>A network on its way between processes: its name, for both have its declaration.</summary>
internal sealed class NetworkByName : JsonConverter<MeasuredNetwork>
{
    /// <inheritdoc/>
    public override MeasuredNetwork Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        string? name = reader.GetString();
        return Work.All.First(work => work.Network.Name == name).Network;
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, MeasuredNetwork value, JsonSerializerOptions options) => writer.WriteStringValue(value.Name);
}
