using System;
using Mlp.Numerics;

namespace Mlp.Training;

/// <summary>Measures any network on a dataset. Predictions are made in chunks through one buffer; the network does not change.</summary>
public static class Evaluation
{
    // A buffer of 64 KB stays in the cache and out of the large object heap.
    private const int BufferValues = 1 << 14;

    /// <summary>Predicts all samples.</summary>
    /// <typeparam name="TNetwork">The network.</typeparam>
    /// <param name="network">The network.</param>
    /// <param name="data">n samples with as many features as the network has inputs.</param>
    /// <returns>n × OutputSize values, row-major, in the order of the samples.</returns>
    /// <exception cref="ArgumentException">The samples have another number of features.</exception>
    public static float[] Predict<TNetwork>(this TNetwork network, Dataset data)
        where TNetwork : INetwork<TNetwork>
    {
        RequireFeatures<TNetwork>(data);
        float[] outputs = new float[checked(data.Count * TNetwork.OutputSize)];
        network.Predict(data, outputs);
        return outputs;
    }

    /// <summary>Predicts all samples into memory of the caller.</summary>
    /// <typeparam name="TNetwork">The network.</typeparam>
    /// <param name="network">The network.</param>
    /// <param name="data">n samples with as many features as the network has inputs.</param>
    /// <param name="outputs">Receives n × OutputSize values, row-major, in the order of the samples.</param>
    /// <exception cref="ArgumentException">The samples have another number of features, or the span the wrong length.</exception>
    public static void Predict<TNetwork>(this TNetwork network, Dataset data, Span<float> outputs)
        where TNetwork : INetwork<TNetwork>
    {
        RequireFeatures<TNetwork>(data);
        Validation.Require.BatchLength(outputs.Length, data.Count, TNetwork.OutputSize, nameof(outputs));
        int rows = ChunkRows<TNetwork>();
        float[] buffer = FeatureBuffer(data, rows);
        for (int start = 0, count; start < data.Count; start += count)
        {
            count = Math.Min(rows, data.Count - start);
            ReadOnlySpan<float> inputs = data.ReadFeatures(start, count, buffer);
            network.ForwardBatch(inputs, outputs.Slice(start * TNetwork.OutputSize, count * TNetwork.OutputSize));
        }
    }

    /// <summary>The most probable class of each sample, as <see cref="IClassifier.Classify"/> has it.</summary>
    /// <typeparam name="TNetwork">The network.</typeparam>
    /// <param name="network">The network.</param>
    /// <param name="data">n samples with as many features as the network has inputs.</param>
    /// <returns>n classes, in the order of the samples.</returns>
    /// <exception cref="ArgumentException">The samples have another number of features.</exception>
    public static int[] Classify<TNetwork>(this TNetwork network, Dataset data)
        where TNetwork : IClassifier<TNetwork>
    {
        RequireFeatures<TNetwork>(data);
        int[] classes = new int[data.Count];
        network.Classify(data, classes);
        return classes;
    }

    /// <summary>The most probable class of each sample, into memory of the caller.</summary>
    /// <typeparam name="TNetwork">The network.</typeparam>
    /// <param name="network">The network.</param>
    /// <param name="data">n samples with as many features as the network has inputs.</param>
    /// <param name="classes">Receives n classes, in the order of the samples.</param>
    /// <exception cref="ArgumentException">The samples have another number of features, or the span the wrong length.</exception>
    public static void Classify<TNetwork>(this TNetwork network, Dataset data, Span<int> classes)
        where TNetwork : IClassifier<TNetwork>
    {
        RequireFeatures<TNetwork>(data);
        Validation.Require.Length(classes.Length, data.Count, nameof(classes));
        int rows = Math.Min(ChunkRows<TNetwork>(), data.Count);
        float[] buffer = FeatureBuffer(data, rows);
        float[] outputs = new float[rows * TNetwork.OutputSize];
        for (int start = 0, count; start < data.Count; start += count)
        {
            count = Math.Min(rows, data.Count - start);
            network.ForwardBatch(data.ReadFeatures(start, count, buffer), outputs.AsSpan(0, count * TNetwork.OutputSize));
            ClassesOf(outputs, TNetwork.OutputSize, classes.Slice(start, count));
        }
    }

    /// <summary>The part of samples whose label is the most probable class, 0 to 1.</summary>
    /// <typeparam name="TNetwork">The network.</typeparam>
    /// <param name="network">The network.</param>
    /// <param name="data">Samples with labels of as many classes as the network has.</param>
    /// <exception cref="ArgumentException">The samples do not fit the network.</exception>
    /// <exception cref="InvalidOperationException">The samples have targets.</exception>
    public static double Accuracy<TNetwork>(this TNetwork network, Dataset data)
        where TNetwork : IClassifier<TNetwork> =>
        ClassificationMetrics.Accuracy(RequireLabels<TNetwork>(data), network.Classify(data));

    /// <summary>The mean of −ln p of the label, as <see cref="ClassificationMetrics.LogLoss"/> has it.</summary>
    /// <typeparam name="TNetwork">The network.</typeparam>
    /// <param name="network">The network.</param>
    /// <param name="data">Samples with labels of as many classes as the network has.</param>
    /// <exception cref="ArgumentException">The samples do not fit the network.</exception>
    /// <exception cref="InvalidOperationException">The samples have targets.</exception>
    public static double LogLoss<TNetwork>(this TNetwork network, Dataset data)
        where TNetwork : IClassifier<TNetwork> =>
        ClassificationMetrics.LogLoss(RequireLabels<TNetwork>(data), network.Predict(data));

    /// <summary>Confusion matrix, precision, recall and F1 of a classifier.</summary>
    /// <typeparam name="TNetwork">The network.</typeparam>
    /// <param name="network">The network.</param>
    /// <param name="data">Samples with labels of as many classes as the network has.</param>
    /// <exception cref="ArgumentException">The samples do not fit the network.</exception>
    /// <exception cref="InvalidOperationException">The samples have targets.</exception>
    public static ClassificationReport EvaluateClassifier<TNetwork>(this TNetwork network, Dataset data)
        where TNetwork : IClassifier<TNetwork> =>
        new(new ConfusionMatrix(RequireLabels<TNetwork>(data), network.Classify(data), data.ClassNames));

    /// <summary>Errors and R² of a network that predicts numbers.</summary>
    /// <typeparam name="TNetwork">The network.</typeparam>
    /// <param name="network">The network.</param>
    /// <param name="data">Samples with as many targets as the network has outputs.</param>
    /// <exception cref="ArgumentException">The samples do not fit the network.</exception>
    public static RegressionReport EvaluateRegressor<TNetwork>(this TNetwork network, Dataset data)
        where TNetwork : INetwork<TNetwork>
    {
        RequireFeatures<TNetwork>(data);
        Dataset encoded = data.ForOutputs(TNetwork.OutputSize);
        ReadOnlySpan<float> targets = encoded.ReadTargets(0, data.Count, encoded.IsContiguous ? [] : new float[checked(data.Count * TNetwork.OutputSize)]);
        return RegressionReport.Of(targets, network.Predict(data), TNetwork.OutputSize);
    }

    /// <summary>The mean of the network's own loss over all samples; labels become targets as <see cref="Dataset.ForOutputs"/> has it.</summary>
    /// <typeparam name="TNetwork">The network.</typeparam>
    /// <param name="network">The network.</param>
    /// <param name="data">Samples with targets in the domain of the loss, or with labels.</param>
    /// <exception cref="ArgumentException">The samples do not fit the network, or a target is outside the domain of the loss.</exception>
    public static double MeanLoss<TNetwork>(this TNetwork network, Dataset data)
        where TNetwork : INetwork<TNetwork>
    {
        RequireFeatures<TNetwork>(data);
        Dataset encoded = data.ForOutputs(TNetwork.OutputSize);
        int rows = Math.Min(ChunkRows<TNetwork>(), data.Count);
        float[] buffer = FeatureBuffer(data, rows);
        float[] targets = data.IsContiguous ? [] : new float[rows * TNetwork.OutputSize];
        CompensatedSum sum = default;
        for (int start = 0, count; start < data.Count; start += count)
        {
            count = Math.Min(rows, data.Count - start);
            sum.Add(count * (double)network.ComputeLoss(data.ReadFeatures(start, count, buffer), encoded.ReadTargets(start, count, targets)));
        }

        return sum.Mean(data.Count);
    }

    /// <summary>The classes that outputs mean: each the most probable, or with one output whether it is ½ or more.</summary>
    internal static void ClassesOf(ReadOnlySpan<float> outputs, int outputSize, Span<int> classes)
    {
        for (int row = 0; row < classes.Length; row++)
        {
            ReadOnlySpan<float> output = outputs.Slice(row * outputSize, outputSize);
            classes[row] = outputSize == 1 ? (output[0] >= 0.5f ? 1 : 0) : Classes.MostProbable(output);
        }
    }

    private static int ChunkRows<TNetwork>()
        where TNetwork : INetwork<TNetwork> =>
        Math.Max(1, BufferValues / Math.Max(TNetwork.InputSize, TNetwork.OutputSize));

    private static float[] FeatureBuffer(Dataset data, int rows) =>
        data.IsContiguous ? [] : new float[Math.Min(rows, data.Count) * data.FeatureCount];

    private static void RequireFeatures<TNetwork>(Dataset data)
        where TNetwork : INetwork<TNetwork>
    {
        ArgumentNullException.ThrowIfNull(data);
        if (data.FeatureCount != TNetwork.InputSize)
        {
            throw new ArgumentException(
                RowMajor.Invariant($"data has {data.FeatureCount} features, but the network has {TNetwork.InputSize} inputs."),
                nameof(data));
        }
    }

    private static ReadOnlySpan<int> RequireLabels<TNetwork>(Dataset data)
        where TNetwork : IClassifier<TNetwork>
    {
        RequireFeatures<TNetwork>(data);
        if (data.HasLabels && data.ClassCount != TNetwork.ClassCount)
        {
            throw new ArgumentException(
                RowMajor.Invariant($"data has {data.ClassCount} classes, but the network has {TNetwork.ClassCount}: pass classNames when you create the dataset."),
                nameof(data));
        }

        return data.ReadLabels(0, data.Count, data.IsContiguous ? [] : new int[data.Count]);
    }
}
