using System;
using System.Globalization;
using System.IO;
using System.Threading;

namespace Mlp.Training;

/// <summary>Makes pipelines, and what those of classifiers can do besides.</summary>
/// <example><code>
/// Pipeline&lt;Price&gt; model = Pipeline.Fit(new Price(seed: 1), training, new() { Epochs = 200 }, StandardScaler.Fit, StandardScaler.FitTargets);
/// Console.WriteLine(model.EvaluateRegressor(heldOut));      // in the units of the prices
/// model.Save("price.safetensors");
/// </code></example>
public static class Pipeline
{
    /// <summary>16 KB of scaled inputs on the stack: one sample of the widest emitted network.</summary>
    internal const int StackFloats = 4096;

    /// <summary>Fits scalers on the samples to learn from, and the network on what they make of them.</summary>
    /// <typeparam name="TNetwork">The network.</typeparam>
    /// <param name="network">The network; nobody else may use it until the call returns.</param>
    /// <param name="data">Samples as they were measured. What is held out by <see cref="TrainerOptions.ValidationFraction"/> is no part of the scalers.</param>
    /// <param name="options">How to train; without them <c>new TrainerOptions()</c>. Validation data is given as measured too.</param>
    /// <param name="scaler">Fits a scaler of the features, such as <c>StandardScaler.Fit</c>; without it they stay as they are.</param>
    /// <param name="targetScaler">Fits a scaler of the targets, such as <c>StandardScaler.FitTargets</c>; without it they stay as they are.</param>
    /// <param name="progress">Is told each epoch's report, once, on this thread.</param>
    /// <param name="cancellationToken">Looked at before each batch. A cancelled training returns and does not throw.</param>
    /// <returns>Scalers, network and how the training went: <see cref="Pipeline{TNetwork}.Training"/>.</returns>
    /// <exception cref="ArgumentException">
    /// The data does not fit the network, options contradict each other, or the data has gone through a scaler and another is asked
    /// for. Nothing has happened.
    /// </exception>
    /// <exception cref="TrainingDivergedException">The training diverged; the message names the likely cause.</exception>
    public static Pipeline<TNetwork> Fit<TNetwork>(
        TNetwork network,
        Dataset data,
        TrainerOptions? options = null,
        Func<Dataset, FeatureScaler?>? scaler = null,
        Func<Dataset, FeatureScaler?>? targetScaler = null,
        IProgress<EpochReport>? progress = null,
        CancellationToken cancellationToken = default)
        where TNetwork : INetwork<TNetwork>
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(data);
        (TrainingResult result, DataSchema schema) = ScaledFit.Run(
            network, data, options ?? new TrainerOptions(), scaler, targetScaler, progress, cancellationToken);
        result.ThrowIfDiverged();
        return new Pipeline<TNetwork>(network, SchemaRules.ToKeep(schema, TNetwork.OutputSize)) { Training = result };
    }

    /// <summary>Loads what <see cref="Pipeline{TNetwork}.Save(string, WeightFileOptions?)"/> saved: weights into a network, and the scalers and class names that belong to them.</summary>
    /// <typeparam name="TNetwork">The network.</typeparam>
    /// <param name="path">The file.</param>
    /// <param name="network">Receives the weights, as in <c>Pipeline.Load("price.safetensors", new Price())</c>. On failure it is unchanged.</param>
    /// <param name="options">The layout, and what is accepted.</param>
    /// <exception cref="ArgumentException">The path is empty, or the options contradict the format.</exception>
    /// <exception cref="WeightFileException">The file does not hold weights of the network, or scalers and names that fit it.</exception>
    /// <exception cref="IOException">There is no such file, it is no ordinary one, or it cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read.</exception>
    public static Pipeline<TNetwork> Load<TNetwork>(string path, TNetwork network, WeightFileOptions? options = null)
        where TNetwork : INetwork<TNetwork> => new(network, NetworkWeights.LoadWithSchema(network, path, options) ?? new DataSchema { KnowsScaling = false });

    /// <summary>Loads a pipeline from a stream, which stays open.</summary>
    /// <typeparam name="TNetwork">The network.</typeparam>
    /// <param name="stream">The file, from where the stream stands to its end.</param>
    /// <param name="network">Receives the weights. On failure it is unchanged.</param>
    /// <param name="options">The layout, and what is accepted.</param>
    /// <exception cref="ArgumentException">The stream cannot be read, or the options contradict the format.</exception>
    /// <exception cref="WeightFileException">The stream does not hold weights of the network, or scalers and names that fit it.</exception>
    /// <exception cref="IOException">The stream's own.</exception>
    public static Pipeline<TNetwork> Load<TNetwork>(Stream stream, TNetwork network, WeightFileOptions? options = null)
        where TNetwork : INetwork<TNetwork> => new(network, NetworkWeights.LoadWithSchema(network, stream, options) ?? new DataSchema { KnowsScaling = false });

    /// <summary>The most probable class of a sample.</summary>
    /// <typeparam name="TNetwork">The network.</typeparam>
    /// <param name="pipeline">The pipeline.</param>
    /// <param name="input">One sample as it was measured.</param>
    /// <returns>A class, 0 to ClassCount − 1, as <see cref="IClassPredictor.Classify"/> has it.</returns>
    /// <exception cref="ArgumentException">The span has the wrong length.</exception>
    public static int Classify<TNetwork>(this Pipeline<TNetwork> pipeline, ReadOnlySpan<float> input)
        where TNetwork : IClassifier<TNetwork>
    {
        ArgumentNullException.ThrowIfNull(pipeline);
        if (pipeline.Scaler is not { } scaler)
        {
            return pipeline.Network.Classify(input);
        }

        CompilerServices.Require.Length(input.Length, TNetwork.InputSize, nameof(input));
        Span<float> scaled = TNetwork.InputSize <= StackFloats ? stackalloc float[StackFloats] : new float[TNetwork.InputSize];
        scaled = scaled[..TNetwork.InputSize];
        scaler.Transform(input, scaled);
        return pipeline.Network.Classify(scaled);
    }

    /// <summary>The name of the most probable class of a sample; its number where the classes have no names.</summary>
    /// <inheritdoc cref="Classify{TNetwork}(Pipeline{TNetwork}, ReadOnlySpan{float})"/>
    public static string ClassifyName<TNetwork>(this Pipeline<TNetwork> pipeline, ReadOnlySpan<float> input)
        where TNetwork : IClassifier<TNetwork>
    {
        int label = pipeline.Classify(input);
        return pipeline.ClassNames is { } names ? names[label] : label.ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>Confusion matrix, precision, recall and F1 on labelled samples.</summary>
    /// <typeparam name="TNetwork">The network.</typeparam>
    /// <param name="pipeline">The pipeline.</param>
    /// <param name="data">Samples as they were measured, with labels of the classes of the training.</param>
    /// <exception cref="ArgumentException">The samples do not fit the network, or their classes have other names.</exception>
    /// <exception cref="InvalidOperationException">The samples have targets.</exception>
    public static ClassificationReport EvaluateClassifier<TNetwork>(this Pipeline<TNetwork> pipeline, Dataset data)
        where TNetwork : IClassifier<TNetwork>
    {
        ArgumentNullException.ThrowIfNull(pipeline);
        return pipeline.Network.EvaluateClassifier(pipeline.Bring(data));
    }

    /// <summary>The part of labelled samples whose label is the most probable class, 0 to 1.</summary>
    /// <inheritdoc cref="EvaluateClassifier"/>
    public static double Accuracy<TNetwork>(this Pipeline<TNetwork> pipeline, Dataset data)
        where TNetwork : IClassifier<TNetwork>
    {
        ArgumentNullException.ThrowIfNull(pipeline);
        return pipeline.Network.Accuracy(pipeline.Bring(data));
    }
}
