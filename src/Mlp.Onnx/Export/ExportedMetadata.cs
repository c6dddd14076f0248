using System;
using System.Collections.Generic;
using Mlp.Serialization;
using Mlp.Serving;
using Mlp.Training;

namespace Mlp.Onnx.Export;

/// <summary>What a file says of a network beside its layers: class names, the scalers that are not among the operators, a canary.</summary>
internal static class ExportedMetadata
{
    /// <summary>The key of the class names: one JSON list of strings, the first for label 0.</summary>
    internal const string Classes = "classes";

    /// <summary>What is to be written.</summary>
    /// <param name="network">What the network is.</param>
    /// <param name="parameters">Its parameters.</param>
    /// <param name="known">What it knows of its data; none where it knows nothing.</param>
    /// <param name="options">What the caller says.</param>
    /// <exception cref="ArgumentException">Options contradict the network, do not fit it, or contradict each other.</exception>
    internal static IReadOnlyList<KeyValuePair<string, string>> Of(NetworkDescription network, float[] parameters, DataSchema? known, OnnxExportOptions options)
    {
        if (options.Canary is not null && (options.Scaler ?? options.TargetScaler) is not null)
        {
            throw new ArgumentException(
                "The canary is about the network alone, but options has a scaler too, which becomes a part of the model: leave one of them out.", nameof(options));
        }

        var said = new WeightFileOptions { ClassNames = options.ClassNames, Scaler = options.Scaler, TargetScaler = options.TargetScaler, Canary = options.Canary };
        NetworkMetadata metadata = NetworkMetadata.ToSave(said, known is null ? null : SchemaRules.ToKeep(known, network.Layers[^1].Outputs));
        if (metadata.Complaint(network) is { } complaint)
        {
            throw new ArgumentException($"What is to be saved {complaint}.", nameof(options));
        }

        metadata = metadata.WithCanaryOf(parameters, known);
        var entries = new List<KeyValuePair<string, string>>();
        Add(Classes, metadata.Schema?.ClassNames is { } names ? ClassNamesText.Write(names) : null);

        // A scaler that is among the operators is no matter of whoever calls the model.
        Add(ScalerText.Key, options.Scaler is null && metadata.Schema?.Scaler is { } scaler ? ScalerText.Write(scaler) : null);
        Add(ScalerText.TargetKey, options.TargetScaler is null && metadata.Schema?.TargetScaler is { } targets ? ScalerText.Write(targets) : null);
        Add(CanaryText.Key, metadata.Canary?.ToString());
        return entries;

        void Add(string key, string? value)
        {
            if (value is not null)
            {
                entries.Add(new(key, value));
            }
        }
    }
}
