using System;

namespace Mlp.Training;

/// <summary>
/// Whether data fits a network: the one place that knows the rules, whoever asks (fit, validation, evaluation, cross-validation),
/// and their words.
/// </summary>
internal static class DataFit
{
    /// <summary>Samples with features that are the network's inputs: to predict.</summary>
    /// <param name="network">The network.</param>
    /// <param name="data">The samples.</param>
    /// <param name="name">What the caller calls them.</param>
    /// <exception cref="ArgumentException">They do not fit.</exception>
    internal static void RequireFeatures<TNetwork>(IPredictor<TNetwork> network, Dataset data, string name)
        where TNetwork : IPredictor<TNetwork>
    {
        ArgumentNullException.ThrowIfNull(network);
        RequireFeatureCount<TNetwork>(data, name);
        if (SchemaOf(network) is { } schema && schema.ContradictsScaler(data.Schema))
        {
            throw ScaledOtherwise(name, "features", data.Schema.ScalerText, "the network was fitted on features", schema.ScalerText);
        }
    }

    /// <summary>Samples that say what the outputs should be: to learn from, or to measure with.</summary>
    /// <inheritdoc cref="RequireFeatures"/>
    internal static void RequireSamples<TNetwork>(IPredictor<TNetwork> network, Dataset data, string name)
        where TNetwork : IPredictor<TNetwork>
    {
        RequireFeatures(network, data, name);
        RequireOutputs<TNetwork>(data, name);
        if (SchemaOf(network) is not { } schema)
        {
            return;
        }

        if (schema.ContradictsNames(data.Schema))
        {
            throw NamedOtherwise(name, data.Schema, "the network was fitted on", schema);
        }

        RequireLabelsOf(schema, data, name, "the network was fitted on");

        if (!data.HasLabels && schema.ContradictsTargetScaler(data.Schema))
        {
            throw ScaledOtherwise(name, "targets", data.Schema.TargetScalerText, "the network was fitted on targets", schema.TargetScalerText);
        }
    }

    /// <summary>Samples with labels that are classes of the network.</summary>
    /// <inheritdoc cref="RequireFeatures"/>
    /// <exception cref="InvalidOperationException">The samples have targets.</exception>
    internal static void RequireLabels<TNetwork>(IPredictor<TNetwork> network, Dataset data, string name)
        where TNetwork : IPredictor<TNetwork>
    {
        RequireFeatures(network, data, name);
        data.RequireLabels();
        RequireSamples(network, data, name);
    }

    /// <summary>Two datasets of one training mean the same by the same numbers.</summary>
    /// <param name="training">The samples to learn from.</param>
    /// <param name="validation">The others.</param>
    /// <param name="name">What the caller calls the others.</param>
    /// <exception cref="ArgumentException">They do not.</exception>
    internal static void RequireSameMeaning(Dataset training, Dataset validation, string name)
    {
        (DataSchema learned, DataSchema measured) = (training.Schema, validation.Schema);
        if (learned.ContradictsNames(measured))
        {
            throw NamedOtherwise(name, measured, "the training data has", learned);
        }

        RequireLabelsOf(learned, validation, name, "the training data has");

        if (learned.ContradictsScaler(measured))
        {
            throw ScaledOtherwise(name, "features", measured.ScalerText, "the training data has features", learned.ScalerText);
        }

        if (learned.ContradictsTargetScaler(measured))
        {
            throw ScaledOtherwise(name, "targets", measured.TargetScalerText, "the training data has targets", learned.TargetScalerText);
        }
    }

    /// <summary>The network remembers what the data mean that it is fitted on.</summary>
    internal static void Remember<TNetwork>(IPredictor<TNetwork> network, DataSchema schema)
        where TNetwork : IPredictor<TNetwork>
    {
        if (network is IFittedNetwork fitted)
        {
            // Who goes on with labels alone still has the names of before.
            fitted.Schema = schema.ClassNames is null && fitted.Schema?.ClassNames is { } names ? schema with { ClassNames = names } : schema;
        }
    }

    /// <summary>Names and scalers that are as many and as wide as the network needs.</summary>
    /// <param name="schema">The names and scalers.</param>
    /// <param name="name">The argument that they are, or come from.</param>
    /// <param name="subject">What has them, at the beginning of a message; the argument where nothing else is said.</param>
    /// <exception cref="ArgumentException">They are not; both sides are named.</exception>
    internal static void RequireSizes<TNetwork>(DataSchema schema, string name, string? subject = null)
        where TNetwork : IPredictor<TNetwork>
    {
        if (SchemaRules.Complaint(schema, TNetwork.InputSize, TNetwork.OutputSize) is { } complaint)
        {
            throw new ArgumentException($"{subject ?? name} {complaint}.", name);
        }
    }

    /// <summary>Refuses a schema that says something else of the data than what the network was fitted on.</summary>
    /// <typeparam name="TNetwork">The network.</typeparam>
    /// <param name="network">The network; one that knows of no scaler may have been fitted on data that were scaled by hand.</param>
    /// <param name="schema">What is said of it.</param>
    /// <param name="name">The name of the parameter that has the schema.</param>
    /// <exception cref="ArgumentException">Both have class names or the network has a scaler, and they differ.</exception>
    internal static void RequireOwnSchema<TNetwork>(IPredictor<TNetwork> network, DataSchema schema, string name)
        where TNetwork : IPredictor<TNetwork>
    {
        if (SchemaOf(network) is not { } known)
        {
            return;
        }

        string? what = known.ContradictsNames(schema) ? $"the classes {DataSchema.Quote(schema.ClassNames)}, but the network was fitted on {DataSchema.Quote(known.ClassNames)}"
            : known.Scaler is not null && known.ContradictsScaler(schema) ? $"features through {schema.ScalerText}, but the network was fitted on features through {known.ScalerText}"
            : known.TargetScaler is not null && known.ContradictsTargetScaler(schema) ? $"targets through {schema.TargetScalerText}, but the network was fitted on targets through {known.TargetScalerText}"
            : null;
        if (what is not null)
        {
            throw new ArgumentException($"{name} has {what}: take what the network knows, by GetSchema, or correct it by SetSchema.", name);
        }
    }

    private static void RequireFeatureCount<TNetwork>(Dataset data, string name)
        where TNetwork : IPredictor<TNetwork>
    {
        ArgumentNullException.ThrowIfNull(data, name);
        if (data.FeatureCount != TNetwork.InputSize)
        {
            throw Unfit(name, $"{name} has {data.FeatureCount} features, but the network has {TNetwork.InputSize} inputs: declare the network with as many inputs.");
        }
    }

    private static void RequireOutputs<TNetwork>(Dataset data, string name)
        where TNetwork : IPredictor<TNetwork>
    {
        int outputs = TNetwork.OutputSize;
        if (!data.HasLabels && data.TargetCount != outputs)
        {
            throw Unfit(name, $"{name} has {data.TargetCount} targets a sample, but the network has {outputs} outputs: declare the network with as many outputs.");
        }

        if (!data.HasLabels || data.ClassCount == outputs || (outputs == 1 && data.ClassCount <= 2))
        {
            return;
        }

        string has = outputs == 1 ? "one output, which tells two classes apart" : RowMajor.Invariant($"{outputs} outputs");
        throw Unfit(name, $"{name} has {data.DescribeClasses()}, but the network has {has}: declare the network with an output for each class, or pass classNames when you create the dataset.");
    }

    private static DataSchema? SchemaOf<TNetwork>(IPredictor<TNetwork> network)
        where TNetwork : IPredictor<TNetwork> => (network as IFittedNetwork)?.Schema;

    private static void RequireLabelsOf(DataSchema schema, Dataset data, string name, string other)
    {
        if (schema.ClassNames is { } names && data.FirstMistakenLabel(names) is { } label)
        {
            throw Unfit(name, $"{name} has label {label} and no class names, but {other} the classes {DataSchema.Quote(names)}, where label {label} is class \"{DataSchema.Shown(names[label])}\": create the dataset with Dataset.FromDistinctLabels and these classNames, or, where labels count the classes from 0, with FromLabels and these.");
        }
    }

    private static ArgumentException NamedOtherwise(string name, DataSchema data, string other, DataSchema schema) => Unfit(
        name,
        $"{name} has the classes {DataSchema.Quote(data.ClassNames)}, but {other} {DataSchema.Quote(schema.ClassNames)}: the same label would be another class. Create the dataset with the class names of the other one, in their order.");

    private static ArgumentException ScaledOtherwise(string name, string what, string text, string other, string otherText) => Unfit(
        name,
        $"{name} has {what} that went through {text}, but {other} that went through {otherText}: transform all data with the one scaler that was fitted on the training part. If these numbers are scaled already, say so with AsScaledBy. To train the network anew on other data, call its Initialize first.");

    private static ArgumentException Unfit(string name, FormattableString message) => new(RowMajor.Invariant(message), name);
}
