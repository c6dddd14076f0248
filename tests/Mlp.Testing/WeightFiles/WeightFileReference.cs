using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;

namespace Mlp.Testing.WeightFiles;

/// <summary>
/// The weight files that other frameworks wrote: networks.json in each one's folder, written by the script beside it together
/// with the files.
/// </summary>
public static class WeightFileReference
{
    private static readonly JsonSerializerOptions Options = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    /// <summary>nn.Sequential of PyTorch, in F32, F16 and BF16.</summary>
    public static IReadOnlyList<WeightFileCase> PyTorch { get; } = Read("PyTorch");

    /// <summary>Dense layers of TensorFlow.js, whose layers are those of Keras.</summary>
    public static IReadOnlyList<WeightFileCase> Keras { get; } = Read("Keras");

    /// <summary>MLPClassifier and MLPRegressor of scikit-learn, in F32 and F64.</summary>
    public static IReadOnlyList<WeightFileCase> ScikitLearn { get; } = Read("ScikitLearn");

    /// <summary>All of them.</summary>
    public static IReadOnlyList<WeightFileCase> All { get; } = [.. PyTorch, .. Keras, .. ScikitLearn];

    private static IReadOnlyList<WeightFileCase> Read(string framework)
    {
        using Stream stream = typeof(WeightFileReference).Assembly.GetManifestResourceStream($"Mlp.Testing.{framework}.networks.json")!;
        return [.. JsonSerializer.Deserialize<Document>(stream, Options)!.Cases.Select(file => file with { Framework = framework })];
    }

    private sealed record Document(string MadeWith, WeightFileCase[] Cases);
}
