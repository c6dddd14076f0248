using System;
using System.Collections.Generic;
using System.IO;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Mlp.Testing.WeightFiles;

/// <summary>A weight file of a network with convolutions that PyTorch trained, and what that network answers.</summary>
public sealed record LayeredFileCase
{
    private static readonly JsonSerializerOptions Options = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    /// <summary>The name of the file.</summary>
    public required string File { get; init; }

    /// <summary>Some samples, channels last.</summary>
    public required float[] Inputs { get; init; }

    /// <summary>What PyTorch answers to them in double precision.</summary>
    public required double[] Outputs { get; init; }

    /// <summary>Where the file is: beside the tests.</summary>
    [JsonIgnore]
    public string Path => System.IO.Path.Combine(AppContext.BaseDirectory, "WeightFiles", "PyTorchLayers", File);

    /// <summary>All of them: networks.json, written by the script beside it together with the files.</summary>
    public static IReadOnlyList<LayeredFileCase> All { get; } = Read();

    private static IReadOnlyList<LayeredFileCase> Read()
    {
        using Stream stream = typeof(LayeredFileCase).Assembly.GetManifestResourceStream("Mlp.Testing.PyTorchLayers.networks.json")!;
        return [.. JsonSerializer.Deserialize<Document>(stream, Options)!.Cases];
    }

    private sealed record Document(string MadeWith, LayeredFileCase[] Cases);
}
