using System;
using System.Collections.Generic;
using Mlp.Serving;
using Mlp.Training;

namespace Mlp;

/// <summary>
/// How weights are written into a file, and what is accepted when it is read. Immutable: <c>options with { AllowNonFinite = true
/// }</c> is another one.
/// </summary>
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
    /// Whether a file may lack biases, as a file of layers without biases does. Biases that are not in the file become 0. The
    /// default is false. To save such a file, use <see cref="WeightLayout.WithoutBiases"/>.
    /// </summary>
    public bool AllowMissingBiases { get; init; }

    /// <summary>
    /// Decides, from its name in the file, whether a tensor that the network does not have is ignored. Without this option any
    /// such tensor is an error, because it may be a part of the trained function, such as the statistics of a normalization.
    /// </summary>
    public Func<string, bool>? IgnoreTensor { get; init; }

    /// <summary>
    /// Whether a file is read only if it says that it is from a network of the same sizes, activations and loss. Files of other
    /// programs do not say that. The default is false: names and shapes must fit, but you must know yourself that the activations
    /// are the same.
    /// </summary>
    public bool RequireSameNetwork { get; init; }

    /// <summary>Whether the file is more than weights, and always says what network it is from: whoever loads it has no options that a message could name.</summary>
    internal bool IsOwnFormat { get; init; }

    /// <summary>
    /// Whether only the weights are read. Class names, scalers and the canary of the file are then not read; they may be damaged,
    /// or those of another network. The default is false.
    /// </summary>
    public bool IgnoreMetadata { get; init; }

    /// <summary>
    /// Whether the state of the optimizer is saved and loaded with the weights. The training then continues, bit for bit, as if
    /// it had not been interrupted. If a file has no such state, loading it lets the optimizer begin anew. The default is false,
    /// because such a file is up to three times as large, and has tensors that the networks of other programs do not have.
    /// </summary>
    /// <remarks>
    /// For networks, by <see cref="NetworkWeights"/>: parameters in an array have no optimizer. If it is false, loading does not
    /// change the state of the optimizer.
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
    /// Inputs and the outputs that the network must give for them, to save, read back with
    /// <see cref="WeightFile.ReadCanary(string)"/>. A service checks with it that the weights arrived unchanged:
    /// <see cref="ModelFile{TNetwork}.ReadCanary"/>.
    /// </summary>
    public Canary? Canary { get; init; }

    /// <summary>
    /// What else a saved file says of itself, read back with <see cref="WeightFile.ReadMetadata(string, string)"/>. Keys
    /// that begin with "mlp." are the library's own.
    /// </summary>
    public IReadOnlyDictionary<string, string>? Metadata { get; init; }
}
