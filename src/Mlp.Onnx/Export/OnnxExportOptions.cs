using System;
using System.Collections.Generic;
using Mlp.Serving;
using Mlp.Text;
using Mlp.Training;

namespace Mlp.Onnx;

/// <summary>
/// How a network is written into an ONNX file. Immutable: <c>options with { InputName = "pixels" }</c> is another one.
/// </summary>
public sealed record OnnxExportOptions
{
    /// <summary>The network as it is: no scalers, and the names of classes that it knows.</summary>
    public static OnnxExportOptions Default { get; } = new();

    /// <summary>The name of the model's input. The default is "input".</summary>
    /// <exception cref="ArgumentException">It is empty, or has half a character.</exception>
    public string InputName
    {
        get;
        init => field = Name(value, nameof(InputName));
    }

    = "input";

    /// <summary>The name of the model's output. The default is "output".</summary>
    /// <exception cref="ArgumentException">It is empty, or has half a character.</exception>
    public string OutputName
    {
        get;
        init => field = Name(value, nameof(OutputName));
    }

    = "output";

    /// <summary>
    /// The scaler that the network's inputs go through, which becomes the first operators of the model: the model then takes inputs as they were
    /// measured. Without it the model takes what the network takes, also where the network was fitted on scaled data.
    /// </summary>
    public FeatureScaler? Scaler { get; init; }

    /// <summary>
    /// The scaler that the network's targets went through, whose way back becomes the last operators of the model: the model then predicts in the units of
    /// the targets.
    /// </summary>
    public FeatureScaler? TargetScaler { get; init; }

    /// <summary>
    /// The names of the classes, the first for label 0. A network that was fitted on data with names has them written without this. One name for each
    /// output, two for a single one, all different.
    /// </summary>
    public IReadOnlyList<string>? ClassNames { get; init; }

    /// <summary>
    /// Inputs and the outputs that the model must give for them, as weight files have them. It cannot be written together with a scaler, for it is about
    /// the network without it.
    /// </summary>
    public Canary? Canary { get; init; }

    private static string Name(string value, string name)
    {
        ArgumentException.ThrowIfNullOrEmpty(value, name);
        return UnicodeText.IsWellFormed(value) ? value : throw new ArgumentException($"{name} has half a character, but must be text.", name);
    }
}
