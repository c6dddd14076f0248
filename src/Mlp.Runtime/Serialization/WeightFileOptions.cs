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

    /// <summary>Whether NaN and infinite values are read, and saved.</summary>
    public bool AllowNonFinite { get; init; }

    /// <summary>
    /// Whether a file may lack biases, as one of layers without any does: those that are not in it become 0. The default is false.
    /// What saves such a file is <see cref="WeightLayout.WithoutBiases"/>.
    /// </summary>
    public bool AllowMissingBiases { get; init; }

    /// <summary>
    /// Tells of a tensor that the network does not have, by its name in the file, whether it is passed over. Without it any such
    /// tensor is an error: it may be a part of the function that the weights were trained for, as what a normalization remembers.
    /// </summary>
    public Func<string, bool>? IgnoreTensor { get; init; }

    /// <summary>
    /// Whether a file is read only where it says that it is from a network of the same sizes, activations and loss: files of other
    /// programs do not. The default is false: names and shapes must fit, and what stands between the layers is yours to know.
    /// </summary>
    public bool RequireSameNetwork { get; init; }

    /// <summary>
    /// Whether the weights are read alone: class names, scalers and the canary of the file may be damaged, or those of another
    /// network, and are not read. The default is false.
    /// </summary>
    public bool IgnoreMetadata { get; init; }

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

    /// <summary>
    /// The names of the classes to save, the first for label 0, read back with <see cref="WeightFile.ReadClassNames(string)"/>. A
    /// network that was fitted on data with names has them saved without this. One name for each output, two for a single one, all
    /// different.
    /// </summary>
    public IReadOnlyList<string>? ClassNames { get; init; }

    /// <summary>
    /// The scaler of the network's inputs to save, read back with <see cref="WeightFile.ReadScaler(string)"/>. A network that was
    /// fitted on scaled data has it saved without this.
    /// </summary>
    public FeatureScaler? Scaler { get; init; }

    /// <summary>
    /// The scaler of the targets that the network learnt, which brings its outputs back to their units, to save; read back with
    /// <see cref="WeightFile.ReadTargetScaler(string)"/>. A network that was fitted on scaled targets has it saved without this.
    /// </summary>
    public FeatureScaler? TargetScaler { get; init; }

    /// <summary>
    /// Inputs and the outputs that the network must give for them, to save, read back with <see cref="WeightFile.ReadCanary(string)"/>.
    /// Whoever serves the file sees by it whether the weights arrived as they left: <see cref="ModelFile{TNetwork}.ReadCanary"/>.
    /// </summary>
    public Canary? Canary { get; init; }

    /// <summary>
    /// What else a saved file says of itself, read back with <see cref="WeightFile.ReadMetadata(string, string)"/>. Keys
    /// that begin with "mlp." are the library's own.
    /// </summary>
    public IReadOnlyDictionary<string, string>? Metadata { get; init; }
}
