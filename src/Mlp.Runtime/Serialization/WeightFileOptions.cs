using System;
using System.Collections.Generic;
using Mlp.Training;

namespace Mlp;

/// <summary>How weights stand in a file. Immutable: <c>options with { AllowNonFinite = true }</c> is another one.</summary>
public sealed record WeightFileOptions
{
    /// <summary>PyTorch's layout, finite values, no F64, no further metadata.</summary>
    public static WeightFileOptions Default { get; } = new();

    /// <summary>The names and the orientation of the tensors, for reading and writing. The default is <see cref="WeightLayout.PyTorch"/>.</summary>
    public WeightLayout Layout
    {
        get;
        init => field = value ?? throw new ArgumentNullException(nameof(Layout));
    }

    = WeightLayout.PyTorch;

    /// <summary>Whether tensors of type F64 are read, each value rounded to the nearest <see cref="float"/>.</summary>
    public bool AllowDouble { get; init; }

    /// <summary>Whether NaN and infinite values are read.</summary>
    public bool AllowNonFinite { get; init; }

    /// <summary>The names of the classes to save, the first for label 0, read back with <see cref="WeightFile.ReadClassNames(string)"/>.</summary>
    public IReadOnlyList<string>? ClassNames { get; init; }

    /// <summary>The scaler of the network's inputs to save, read back with <see cref="WeightFile.ReadScaler(string)"/>.</summary>
    public FeatureScaler? Scaler { get; init; }

    /// <summary>
    /// What else a saved file says of itself, read back with <see cref="WeightFile.ReadMetadata(string, string)"/>. Keys
    /// that begin with "mlp." are the library's own.
    /// </summary>
    public IReadOnlyDictionary<string, string>? Metadata { get; init; }
}
