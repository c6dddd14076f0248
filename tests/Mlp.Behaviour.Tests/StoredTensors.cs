using System;
using System.Buffers.Binary;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Mlp.Testing.Reference;

namespace Mlp.Behaviour.Tests;

/// <summary>
/// Files of a network's tensors, read and written number by number from the format's definition: the library's own code has no
/// part in what is expected of it.
/// </summary>
internal static class StoredTensors
{
    /// <summary>The parameters in canonical order that a file of F32 holds, and nothing else.</summary>
    public static float[] Read(byte[] file, NetworkDescription network, LayoutCase layout)
    {
        int header = (int)BinaryPrimitives.ReadInt64LittleEndian(file);
        JsonObject entries = JsonNode.Parse(file.AsSpan(8, header))!.AsObject();
        float[] parameters = new float[network.Layers.Sum(layer => layer.ParameterCount)];
        int count = 0;
        foreach (Place place in Places(network, layout))
        {
            JsonNode entry = entries[place.Name] ?? throw new MismatchException($"There is no tensor {place.Name}.");
            if (entry["dtype"]!.GetValue<string>() != "F32" || !entry["shape"]!.AsArray().Select(size => size!.GetValue<int>()).SequenceEqual(place.Shape))
            {
                throw new MismatchException($"The tensor {place.Name} is {entry.ToJsonString()}.");
            }

            int begin = 8 + header + entry["data_offsets"]![0]!.GetValue<int>();
            for (int index = 0; index < place.Count; index++)
            {
                parameters[place.Canonical(index)] = BinaryPrimitives.ReadSingleLittleEndian(file.AsSpan(begin + (4 * index)));
            }

            count++;
        }

        return entries.Count == count + 1 ? parameters : throw new MismatchException($"The file has {entries.Count} entries, not {count} tensors and the metadata.");
    }

    /// <summary>A file of parameters in canonical order, as another program would write it.</summary>
    /// <param name="network">The network.</param>
    /// <param name="layout">Names and orientation.</param>
    /// <param name="type">The type of the numbers.</param>
    /// <param name="size">The bytes of a number.</param>
    /// <param name="write">Writes a number.</param>
    /// <param name="parameters">The numbers.</param>
    public static byte[] Write(
        NetworkDescription network, LayoutCase layout, string type, int size, Action<Span<byte>, float> write, float[] parameters)
    {
        var header = new StringBuilder("{");
        byte[] data = new byte[size * parameters.Length];
        int begin = 0;
        foreach (Place place in Places(network, layout))
        {
            int end = begin + (size * place.Count);
            for (int index = 0; index < place.Count; index++)
            {
                write(data.AsSpan(begin + (size * index)), parameters[place.Canonical(index)]);
            }

            header.Append(header.Length > 1 ? "," : "")
                .Append(JsonSerializer.Serialize(place.Name))
                .Append(CultureInfo.InvariantCulture, $":{{\"dtype\":\"{type}\",\"shape\":[{string.Join(',', place.Shape)}],\"data_offsets\":[{begin},{end}]}}");
            begin = end;
        }

        byte[] text = Encoding.UTF8.GetBytes(header.Append('}').ToString());
        byte[] length = new byte[8];
        BinaryPrimitives.WriteInt64LittleEndian(length, text.Length);
        return [.. length, .. text, .. data];
    }

    private static IEnumerable<Place> Places(NetworkDescription network, LayoutCase layout)
    {
        for (int layer = 0; layer < network.Layers.Count; layer++)
        {
            LayerDescription sizes = network.Layers[layer];
            if (sizes.ParameterCount == 0)
            {
                continue;
            }

            // What sees values in a row and keeps them where they are may stand between the shape and the dense layer.
            int source = layer - 1;
            while (source > 0 && network.Layers[source] is { InputShape.Count: 1 } between && (between.ParameterCount == 0 || between.Kind == "PReLU"))
            {
                source--;
            }

            int[] flattened = layer > 0 && (sizes.Kind == "Dense" || sizes.InputShape.Count == 1) ? [.. network.Layers[source].OutputShape] : [];
            if (sizes.Kind == "PReLU")
            {
                int channels = sizes.OutputShape[^1];
                int[] shape = layout.ByInput ? [.. sizes.OutputShape.SkipLast(1).Select(_ => 1), channels] : [channels];
                yield return new Place(layout.Name(network, layer, false), sizes.ParameterOffset, [.. Weights(1, channels, [], flattened, layout.ByInput)], shape);
                continue;
            }

            int[] taps = sizes.Kind == "Conv" ? [.. sizes.Window!.Kernel] : [];
            int outputs = sizes.Kind == "Conv" ? sizes.OutputShape[^1] : sizes.Outputs;
            int inputs = sizes.Kind == "Conv" ? sizes.InputShape[^1] / sizes.Window!.Groups : sizes.Inputs;
            yield return new Place(layout.Name(network, layer, false), sizes.ParameterOffset, [.. Weights(outputs, inputs, taps, flattened, layout.ByInput)], layout.ByInput ? [.. taps, inputs, outputs] : [outputs, inputs, .. taps]);
            yield return new Place(layout.Name(network, layer, true), sizes.ParameterOffset + sizes.WeightCount, [.. Enumerable.Range(0, outputs)], [outputs]);
        }
    }

    /// <summary>For each weight of a file, in its order, the canonical number: output by output, then input by input, then tap by tap.</summary>
    private static IEnumerable<int> Weights(int outputs, int inputs, int[] taps, int[] flattened, bool byInput)
    {
        int all = taps.Aggregate(1, (product, length) => product * length);
        int Number(int output, int input, int tap) => (((output * inputs) + input) * all) + tap;
        if (byInput)
        {
            return from tap in Enumerable.Range(0, all)
                   from input in Enumerable.Range(0, inputs)
                   from output in Enumerable.Range(0, outputs)
                   select Number(output, input, tap);
        }

        // What a framework with channels first flattens has all positions of a channel behind one another.
        int channels = flattened.Length > 1 ? flattened[^1] : 1;
        return from output in Enumerable.Range(0, outputs)
               from channel in Enumerable.Range(0, channels)
               from position in Enumerable.Range(0, inputs / channels)
               from tap in Enumerable.Range(0, all)
               select Number(output, (position * channels) + channel, tap);
    }

    /// <summary>Where a tensor's numbers stand in the canonical order.</summary>
    private sealed record Place(string Name, int Offset, int[] Numbers, int[] Shape)
    {
        public int Count => Numbers.Length;

        public int Canonical(int index) => Offset + Numbers[index];
    }
}
