using System;
using System.Text.Json;
using Mlp.Serving;
using Mlp.Training;

namespace Mlp.Serialization;

/// <summary>What travels with the weights of a network: class names, scalers, a canary. It must fit the network wherever the two meet.</summary>
/// <param name="Schema">Class names and scalers; none where nobody said anything of them.</param>
/// <param name="Canary">The canary; none where there is none.</param>
internal sealed record NetworkMetadata(DataSchema? Schema, Canary? Canary)
{
    /// <summary>The keys under which it stands in a file, in the order in which <see cref="Read"/> expects the values.</summary>
    internal static readonly string[] Keys = [ClassNamesText.Key, ScalerText.Key, ScalerText.TargetKey, CanaryText.Key];

    /// <summary>Reads it.</summary>
    /// <param name="values">The values of <see cref="Keys"/>; none where the file does not have one.</param>
    /// <exception cref="WeightFileException">A value is damaged.</exception>
    internal static NetworkMetadata Read(ReadOnlySpan<string?> values)
    {
        (string? names, string? scaler, string? targets, string? canary) = (values[0], values[1], values[2], values[3]);
        DataSchema? schema = names is null && scaler is null && targets is null ? null : new DataSchema
        {
            ClassNames = names is null ? null : ClassNamesText.Read(names),
            Scaler = scaler is null ? null : ScalerText.Read(scaler, ScalerText.Key),
            TargetScaler = targets is null ? null : ScalerText.Read(targets, ScalerText.TargetKey),

            // Who knew that there was none has written so.
            KnowsScaling = scaler is not null && targets is not null,
        };
        return new NetworkMetadata(schema, canary is null ? null : CanaryText.Read(canary));
    }

    /// <summary>What is to be saved: what the options give and, where they give nothing, what the network knows.</summary>
    /// <param name="options">The options.</param>
    /// <param name="known">Class names and scalers of the network; none where it knows none.</param>
    /// <exception cref="ArgumentException">The options contradict the network.</exception>
    internal static NetworkMetadata ToSave(WeightFileOptions options, DataSchema? known)
    {
        bool saysNothing = options.ClassNames is null && options.Scaler is null && options.TargetScaler is null;
        DataSchema given = new()
        {
            ClassNames = options.ClassNames,
            Scaler = options.Scaler,
            TargetScaler = options.TargetScaler,
            KnowsScaling = false,
        };
        if (known is null)
        {
            return new NetworkMetadata(saysNothing ? null : given, options.Canary);
        }

        string? what = known.ContradictsNames(given) ? $"the class names {DataSchema.Quote(given.ClassNames)}, but the network was fitted on {DataSchema.Quote(known.ClassNames)}"
            : known.ContradictsScaler(given) ? $"Scaler = {given.ScalerText}, but the network was fitted on features that went through {known.ScalerText}"
            : known.ContradictsTargetScaler(given) ? $"TargetScaler = {given.TargetScalerText}, but the network was fitted on targets that went through {known.TargetScalerText}"
            : null;
        if (what is not null)
        {
            throw new ArgumentException($"options has {what}: leave it out, for what the network knows is saved with it, or say what its data mean, by AsScaledBy before the fit or by SetSchema.", nameof(options));
        }

        DataSchema schema = known with
        {
            ClassNames = known.ClassNames ?? given.ClassNames,
            Scaler = known.Scaler ?? given.Scaler,
            TargetScaler = known.TargetScaler ?? given.TargetScaler,
        };
        return new NetworkMetadata(schema, options.Canary);
    }

    /// <summary>Why it cannot be that of a network, as a sentence without its subject and its end; none where it can.</summary>
    internal string? Complaint(NetworkDescription network)
    {
        (int inputs, int outputs) = (network.Layers[0].Inputs, network.Layers[^1].Outputs);
        return (Schema is null ? null : SchemaRules.Complaint(Schema, inputs, outputs))
            ?? (Canary is null || (Canary.InputSize == inputs && Canary.OutputSize == outputs) ? null : FormattableString.Invariant(
                $"has a canary of {Canary.InputSize} inputs and {Canary.OutputSize} outputs, but the network has {inputs} and {outputs}"));
    }

    /// <summary>The same with its canary as one of the network that is saved, which it must be.</summary>
    /// <param name="parameters">The network's parameters, in canonical order.</param>
    /// <param name="known">Class names and scalers of the network; none where it knows none.</param>
    /// <exception cref="ArgumentException">The canary was recorded with other parameters, class names or scalers.</exception>
    internal NetworkMetadata WithCanaryOf(ReadOnlySpan<float> parameters, DataSchema? known)
    {
        if (Canary?.ParameterHash is { } hash && hash != ParameterHash.Of(parameters))
        {
            throw new ArgumentException("The canary was recorded with other parameters than those that are saved: record it once more, when the training is over.", "options");
        }

        if (Canary?.SchemaHash is not { } schema || Schema is null)
        {
            return this;
        }

        if (schema != SchemaHash.Of(known ?? Schema))
        {
            throw new ArgumentException("The canary was recorded with other class names or scalers than those that are saved: record it once more, when the network knows them.", "options");
        }

        // Options may know more than the network, but nothing else.
        return this with { Canary = Canary.WithSchema(Schema) };
    }

    /// <summary>Writes it as entries of the metadata.</summary>
    internal void Write(Utf8JsonWriter json)
    {
        if (Schema?.ClassNames is { } names)
        {
            json.WriteString(ClassNamesText.Key, ClassNamesText.Write(names));
        }

        if (Schema is { } schema && (schema.KnowsScaling || schema.Scaler is not null))
        {
            json.WriteString(ScalerText.Key, ScalerText.Write(schema.Scaler));
        }

        if (Schema is { } other && (other.KnowsScaling || other.TargetScaler is not null))
        {
            json.WriteString(ScalerText.TargetKey, ScalerText.Write(other.TargetScaler));
        }

        if (Canary is { } canary)
        {
            json.WriteString(CanaryText.Key, canary.ToString());
        }
    }
}
