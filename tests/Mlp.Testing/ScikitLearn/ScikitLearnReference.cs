using System.Collections.Generic;
using System.IO;
using System.Text.Json;

namespace Mlp.Testing.ScikitLearn;

/// <summary>What scikit-learn made of the iris data: classifier.json, written by classifier.py.</summary>
public sealed record ScikitLearnReference
{
    private static readonly JsonSerializerOptions Options = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    /// <summary>The inputs of the training data, row by row.</summary>
    public required float[] Inputs { get; init; }

    /// <summary>The classes of the training data.</summary>
    public required int[] Labels { get; init; }

    /// <summary>The inputs of the held-out data, row by row.</summary>
    public required float[] HeldOutInputs { get; init; }

    /// <summary>The classes of the held-out data.</summary>
    public required int[] HeldOutLabels { get; init; }

    /// <summary>The sizes of the network's layers, input first.</summary>
    public required int[] Sizes { get; init; }

    /// <summary>The fits.</summary>
    public required IReadOnlyList<ScikitLearnCase> Cases { get; init; }

    /// <summary>Reads the checked-in values.</summary>
    public static ScikitLearnReference Load()
    {
        using Stream stream = typeof(ScikitLearnReference).Assembly.GetManifestResourceStream("Mlp.Testing.ScikitLearn.classifier.json")!;
        return JsonSerializer.Deserialize<ScikitLearnReference>(stream, Options)!;
    }
}
