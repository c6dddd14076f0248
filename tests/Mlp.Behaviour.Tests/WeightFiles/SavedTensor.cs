using System;
using System.Buffers.Binary;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;

namespace Mlp.Behaviour.Tests.WeightFiles;

/// <summary>One tensor of a safetensors file, read by other code than the library's.</summary>
/// <param name="Dtype">The element type.</param>
/// <param name="Shape">The dimensions.</param>
/// <param name="Data">The bytes, in hexadecimal digits.</param>
internal sealed record SavedTensor(string Dtype, string Shape, string Data)
{
    /// <summary>All tensors of a file by name.</summary>
    public static IReadOnlyDictionary<string, SavedTensor> In(byte[] file)
    {
        int header = 8 + (int)BinaryPrimitives.ReadInt64LittleEndian(file);
        using JsonDocument document = JsonDocument.Parse(file.AsMemory(8..header));
        return document.RootElement.EnumerateObject().Where(entry => entry.Name != "__metadata__").ToDictionary(
            entry => entry.Name,
            entry =>
            {
                int[] offsets = [.. entry.Value.GetProperty("data_offsets").EnumerateArray().Select(offset => header + offset.GetInt32())];
                return new SavedTensor(
                    entry.Value.GetProperty("dtype").GetString()!,
                    string.Join(", ", entry.Value.GetProperty("shape").EnumerateArray().Select(size => size.GetInt32())),
                    Convert.ToHexString(file.AsSpan(offsets[0]..offsets[1])));
            });
    }
}
