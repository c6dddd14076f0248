using System;
using System.Collections.Generic;
using Mlp.Serving;
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

    /// <summary>
    /// Whether what the optimizer remembers is saved and loaded with the weights, so that the training goes on to the last bit as
    /// if it had not been interrupted. Loading a file without it lets the optimizer begin anew. The default is false: such a file
    /// is up to three times as large, and other programs meet tensors in it that their networks do not have.
    /// </summary>
    /// <remarks>
    /// For networks, by <see cref="NetworkWeights"/>: parameters in an array have no optimizer. Where it is false, loading leaves
    /// what the optimizer remembers as it was.
    /// </remarks>
    public bool OptimizerState { get; init; }

    /// <summary>The names of the classes to save, the first for label 0, read back with <see cref="WeightFile.ReadClassNames(string)"/>.</summary>
    public IReadOnlyList<string>? ClassNames { get; init; }

    /// <summary>The scaler of the network's inputs to save, read back with <see cref="WeightFile.ReadScaler(string)"/>.</summary>
    public FeatureScaler? Scaler { get; init; }

    /// <summary>
    /// An input and the output that the network must give for it, to save, read back with <see cref="WeightFile.ReadCanary(string)"/>.
    /// Whoever serves the file sees by it whether the weights arrived as they left: <see cref="ModelFile{TNetwork}.ReadCanary"/>.
    /// </summary>
    public Canary? Canary { get; init; }

    /// <summary>
    /// What else a saved file says of itself, read back with <see cref="WeightFile.ReadMetadata(string, string)"/>. Keys
    /// that begin with "mlp." are the library's own.
    /// </summary>
    public IReadOnlyDictionary<string, string>? Metadata { get; init; }
}
