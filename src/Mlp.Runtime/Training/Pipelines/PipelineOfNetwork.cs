using System;
using System.Collections.Generic;
using System.IO;
using Mlp.CompilerServices;
using Mlp.Validation;

namespace Mlp.Training;

/// <summary>
/// A scaler of the inputs, a network and a scaler of its targets as one: it takes samples as they were measured, and predicts,
/// measures and saves in their units, as scikit-learn's make_pipeline and TransformedTargetRegressor do together. So no scaler can
/// be forgotten. <see cref="Fold"/> makes a network alone of it.
/// </summary>
/// <typeparam name="TNetwork">The network.</typeparam>
/// <remarks>What does not train may run on many threads at once, as it may of the network.</remarks>
public sealed class Pipeline<TNetwork>
    where TNetwork : INetwork<TNetwork>
{
    /// <summary>Joins a network that was trained before with the scalers that it was trained with.</summary>
    /// <param name="network">The network; one that remembers a schema takes this one.</param>
    /// <param name="schema">Its scalers, and the names of its classes.</param>
    /// <exception cref="ArgumentException">
    /// The schema does not fit the inputs and outputs of the network, or has other class names or scalers than those that the network
    /// was fitted with. Scaling by hand is not known to a network: it takes the scalers that are given.
    /// </exception>
    public Pipeline(TNetwork network, DataSchema schema)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(schema);
        DataFit.RequireSizes<TNetwork>(schema, nameof(schema));
        DataFit.RequireOwnSchema(network, schema, nameof(schema));
        DataFit.Remember(network, schema);
        Network = network;
        Schema = schema;
    }

    /// <summary>The network: its inputs and outputs are scaled.</summary>
    public TNetwork Network { get; }

    /// <summary>Scalers and class names.</summary>
    public DataSchema Schema { get; }

    /// <summary>The scaler of the inputs; null where they go in as they are.</summary>
    public FeatureScaler? Scaler => Schema.Scaler;

    /// <summary>The scaler of the targets; null where the outputs are in their units.</summary>
    public FeatureScaler? TargetScaler => Schema.TargetScaler;

    /// <summary>The names of the classes, the first for label 0; null where they have none.</summary>
    public IReadOnlyList<string>? ClassNames => Schema.ClassNames;

    /// <summary>How the training went; null where there was none, as in one that was loaded.</summary>
    public TrainingResult? Training { get; init; }

    /// <summary>Predicts n samples. Allocates nothing.</summary>
    /// <param name="inputs">n × InputSize values as they were measured; n may be 0.</param>
    /// <param name="outputs">Receives n × OutputSize values in the units of the targets.</param>
    /// <exception cref="ArgumentException">A span has the wrong length, or the spans overlap.</exception>
    public void Predict(ReadOnlySpan<float> inputs, Span<float> outputs)
    {
        int samples = Require.Samples(inputs.Length, TNetwork.InputSize, nameof(inputs));
        Require.BatchLength(outputs.Length, samples, TNetwork.OutputSize, nameof(outputs));
        Require.NoOverlap(inputs, outputs, nameof(outputs));
        if (Scaler is not { } scaler)
        {
            Network.ForwardBatch(inputs, outputs);
        }
        else
        {
            Span<float> buffer = TNetwork.InputSize <= Pipeline.StackFloats ? stackalloc float[Pipeline.StackFloats] : new float[TNetwork.InputSize];
            int rows = Math.Max(1, Pipeline.StackFloats / TNetwork.InputSize);
            for (int start = 0, count; start < samples; start += count)
            {
                count = Math.Min(rows, samples - start);
                Span<float> scaled = buffer[..(count * TNetwork.InputSize)];
                scaler.Transform(inputs.Slice(start * TNetwork.InputSize, scaled.Length), scaled);
                Network.ForwardBatch(scaled, outputs.Slice(start * TNetwork.OutputSize, count * TNetwork.OutputSize));
            }
        }

        TargetScaler?.InverseTransform(outputs, outputs);
    }

    /// <summary>Predicts n samples.</summary>
    /// <param name="inputs">n × InputSize values as they were measured; n may be 0.</param>
    /// <returns>n × OutputSize values in the units of the targets.</returns>
    /// <exception cref="ArgumentException">The span has the wrong length.</exception>
    public float[] Predict(ReadOnlySpan<float> inputs)
    {
        int samples = Require.Samples(inputs.Length, TNetwork.InputSize, nameof(inputs));
        float[] outputs = new float[ArrayLength.Of(samples, TNetwork.OutputSize, "The outputs", "predict some samples at a time", nameof(inputs))];
        Predict(inputs, outputs);
        return outputs;
    }

    /// <summary>Predicts all samples of a dataset.</summary>
    /// <param name="data">Samples as they were measured.</param>
    /// <returns>n × OutputSize values in the units of the targets, in the order of the samples.</returns>
    /// <exception cref="ArgumentException">The samples do not fit the network.</exception>
    public float[] Predict(Dataset data)
    {
        float[] outputs = Network.Predict(Bring(data));
        TargetScaler?.InverseTransform(outputs, outputs);
        return outputs;
    }

    /// <summary>Errors and R² in the units of the targets.</summary>
    /// <param name="data">Samples as they were measured.</param>
    /// <exception cref="ArgumentException">The samples do not fit the network.</exception>
    public RegressionReport EvaluateRegressor(Dataset data) => Network.EvaluateRegressor(Bring(data));

    /// <summary>The mean of the network's own loss, on scaled targets where there is a scaler of targets.</summary>
    /// <param name="data">Samples as they were measured.</param>
    /// <exception cref="ArgumentException">The samples do not fit the network.</exception>
    public double MeanLoss(Dataset data) => Network.MeanLoss(Bring(data));

    /// <summary>A copy of the network with the scalers folded in: it takes samples as they were measured and predicts in the units of the targets.</summary>
    /// <returns>The copy; network and pipeline stay as they are.</returns>
    /// <exception cref="InvalidOperationException">They cannot be folded; nothing has happened.</exception>
    /// <inheritdoc cref="ScalerFolding.FoldScalers{TNetwork}(INetwork{TNetwork}, FeatureScaler, FeatureScaler)" path="/remarks"/>
    public TNetwork Fold()
    {
        TNetwork folded = Network.Clone();
        folded.FoldScalers(Scaler, TargetScaler);
        return folded;
    }

    /// <summary>Saves network, scalers and class names in one weight file: <see cref="Pipeline.Load{TNetwork}(string, TNetwork, WeightFileOptions?)"/> reads it.</summary>
    /// <param name="path">The file; one that exists is replaced in one step.</param>
    /// <param name="options">The layout and what else to say; class names and scalers are those of the pipeline.</param>
    /// <exception cref="ArgumentException">The options contradict the pipeline or the format, or a parameter is not finite.</exception>
    /// <exception cref="IOException">The file cannot be written; what it was, it still is.</exception>
    /// <exception cref="UnauthorizedAccessException">The file is read-only, or its directory is.</exception>
    public void Save(string path, WeightFileOptions? options = null) => Network.SaveWeights(path, With(options));

    /// <summary>Saves network, scalers and class names to a stream, which stays open.</summary>
    /// <param name="stream">Receives the file from where it stands on.</param>
    /// <param name="options">The layout and what else to say; class names and scalers are those of the pipeline.</param>
    /// <exception cref="ArgumentException">The stream cannot be written, the options contradict the pipeline or the format, or a parameter is not finite.</exception>
    /// <exception cref="IOException">The stream's own.</exception>
    public void Save(Stream stream, WeightFileOptions? options = null) => Network.SaveWeights(stream, With(options));

    /// <summary>The samples as the network takes them.</summary>
    internal Dataset Bring(Dataset data) => ScaledFit.Bring(data, Schema);

    /// <summary>Options that say what a network may not know by itself; what contradicts them is found where they are saved.</summary>
    private WeightFileOptions With(WeightFileOptions? options)
    {
        options ??= WeightFileOptions.Default;
        return options with
        {
            ClassNames = options.ClassNames ?? ClassNames,
            Scaler = options.Scaler ?? Scaler,
            TargetScaler = options.TargetScaler ?? TargetScaler,
        };
    }
}
