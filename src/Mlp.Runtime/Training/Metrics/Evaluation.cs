using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Mlp.CompilerServices;
using Mlp.Validation;

namespace Mlp.Training;

/// <summary>Measures any network on a dataset. Predictions are made in chunks through one buffer; the network does not change.</summary>
public static class Evaluation
{
    /// <summary>Predicts all samples.</summary>
    /// <typeparam name="TNetwork">The network.</typeparam>
    /// <param name="network">The network.</param>
    /// <param name="data">n samples with as many features as the network has inputs.</param>
    /// <returns>n × OutputSize values, row-major, in the order of the samples.</returns>
    /// <exception cref="ArgumentException">The samples have another number of features.</exception>
    public static float[] Predict<TNetwork>(this TNetwork network, Dataset data)
        where TNetwork : IPredictor<TNetwork>
    {
        DataFit.RequireFeatures(network, data, nameof(data));
        int length = ArrayLength.Of(data.Count, TNetwork.OutputSize, "The outputs", "predict parts of the data, as in data.Subset(..1000)", nameof(data));
        float[] outputs = new float[length];
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
        where TNetwork : IPredictor<TNetwork>
    {
        DataFit.RequireFeatures(network, data, nameof(data));
        CompilerServices.Require.BatchLength(outputs.Length, data.Count, TNetwork.OutputSize, nameof(outputs));
        var chunks = new SampleChunks(data, TNetwork.OutputSize);
        for (int start = 0, count; start < data.Count; start += count)
        {
            count = chunks.RowsFrom(start);
            network.ForwardBatch(chunks.Features(start, count), outputs.Slice(start * TNetwork.OutputSize, count * TNetwork.OutputSize));
        }
    }

    /// <summary>
    /// The most probable class of each sample, as <see cref="IClassPredictor.Classify"/> has it: of outputs that are NaN some class, with
    /// no meaning. <see cref="Accuracy"/> and <see cref="EvaluateClassifier"/> say so.
    /// </summary>
    /// <typeparam name="TNetwork">The network.</typeparam>
    /// <param name="network">The network.</param>
    /// <param name="data">n samples with as many features as the network has inputs.</param>
    /// <returns>n classes, in the order of the samples.</returns>
    /// <exception cref="ArgumentException">The samples have another number of features.</exception>
    public static int[] Classify<TNetwork>(this TNetwork network, Dataset data)
        where TNetwork : IClassPredictor<TNetwork>
    {
        DataFit.RequireFeatures(network, data, nameof(data));
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
        where TNetwork : IClassPredictor<TNetwork>
    {
        DataFit.RequireFeatures(network, data, nameof(data));
        CompilerServices.Require.Length(classes.Length, data.Count, nameof(classes));
        ClassesInto(network, new SampleChunks(data, TNetwork.OutputSize), classes);
    }

    /// <summary>The part of samples whose label is the most probable class, 0 to 1; NaN where an output of the network is NaN.</summary>
    /// <typeparam name="TNetwork">The network.</typeparam>
    /// <param name="network">The network.</param>
    /// <param name="data">Samples with labels of as many classes as the network has.</param>
    /// <exception cref="ArgumentException">The samples do not fit the network.</exception>
    /// <exception cref="InvalidOperationException">The samples have targets.</exception>
    public static double Accuracy<TNetwork>(this TNetwork network, Dataset data)
        where TNetwork : IClassPredictor<TNetwork>
    {
        ReadOnlySpan<int> labels = LabelsOf(network, data);
        int[] classes = new int[data.Count];
        return ClassesInto(network, new SampleChunks(data, TNetwork.OutputSize), classes) < 0 ? ClassificationMetrics.Accuracy(labels, classes) : double.NaN;
    }

    /// <summary>The mean of −ln p of the label, as <see cref="ClassificationMetrics.LogLoss"/> has it.</summary>
    /// <typeparam name="TNetwork">The network.</typeparam>
    /// <param name="network">The network.</param>
    /// <param name="data">Samples with labels of as many classes as the network has.</param>
    /// <exception cref="ArgumentException">The samples do not fit the network.</exception>
    /// <exception cref="InvalidOperationException">The samples have targets.</exception>
    public static double LogLoss<TNetwork>(this TNetwork network, Dataset data)
        where TNetwork : IClassPredictor<TNetwork>
    {
        DataFit.RequireLabels(network, data, nameof(data));
        var chunks = new SampleChunks(data, TNetwork.OutputSize);
        CompensatedSum sum = default;
        for (int start = 0, count; start < data.Count; start += count)
        {
            count = chunks.RowsFrom(start);
            Span<float> outputs = chunks.Outputs(count);
            network.ForwardBatch(chunks.Features(start, count), outputs);
            sum.Add(count * ClassificationMetrics.LogLoss(chunks.Labels(start, count), outputs));
        }

        return sum.Mean(data.Count);
    }

    /// <summary>Confusion matrix, precision, recall and F1 of a classifier.</summary>
    /// <typeparam name="TNetwork">The network.</typeparam>
    /// <param name="network">The network.</param>
    /// <param name="data">Samples with labels of as many classes as the network has.</param>
    /// <exception cref="ArgumentException">The samples do not fit the network.</exception>
    /// <exception cref="InvalidOperationException">The samples have targets, or an output of the network is NaN.</exception>
    public static ClassificationReport EvaluateClassifier<TNetwork>(this TNetwork network, Dataset data)
        where TNetwork : IClassPredictor<TNetwork> => ReportOf(network, data);

    /// <summary>
    /// Errors and R² of a network that predicts numbers. Where the targets went through a scaler, targets and predictions are
    /// brought back first: errors are in the units that the targets had before.
    /// </summary>
    /// <typeparam name="TNetwork">The network.</typeparam>
    /// <param name="network">The network.</param>
    /// <param name="data">Samples with as many targets as the network has outputs.</param>
    /// <exception cref="ArgumentException">The samples do not fit the network.</exception>
    public static RegressionReport EvaluateRegressor<TNetwork>(this TNetwork network, Dataset data)
        where TNetwork : IPredictor<TNetwork>
    {
        DataFit.RequireSamples(network, data, nameof(data));
        if (data.HasLabels)
        {
            return ReportOfLabels(network, new SampleChunks(data, TNetwork.OutputSize));
        }

        ReadOnlySpan<float> targets = data.IsContiguous ? data.ReadTargets(0, data.Count, []) : data.Targets();
        float[] predictions = network.Predict(data);
        if (data.TargetScaler is { } scaler)
        {
            float[] own = new float[targets.Length];
            scaler.InverseTransform(targets, own);
            scaler.InverseTransform(predictions, predictions);
            targets = own;
        }

        return RegressionReport.Of(targets, predictions, TNetwork.OutputSize);
    }

    private static RegressionReport ReportOfLabels<TNetwork>(TNetwork network, SampleChunks chunks)
        where TNetwork : IPredictor<TNetwork>
    {
        var tally = new RegressionTally(TNetwork.OutputSize);
        int samples = chunks.Data.Count;
        for (int start = 0, count; start < samples; start += count)
        {
            count = chunks.RowsFrom(start);
            tally.AddToMeans(chunks.Targets(start, count));
        }

        for (int start = 0, count; start < samples; start += count)
        {
            count = chunks.RowsFrom(start);
            Span<float> outputs = chunks.Outputs(count);
            network.ForwardBatch(chunks.Features(start, count), outputs);
            tally.Add(chunks.Targets(start, count), outputs);
        }

        return tally.Report();
    }

    /// <summary>The mean of the network's own loss over all samples; labels become targets as <see cref="Dataset.ForOutputs"/> has it.</summary>
    /// <typeparam name="TNetwork">The network.</typeparam>
    /// <param name="network">The network.</param>
    /// <param name="data">Samples with targets in the domain of the loss, or with labels.</param>
    /// <exception cref="ArgumentException">The samples do not fit the network, or a target is outside the domain of the loss.</exception>
    public static double MeanLoss<TNetwork>(this TNetwork network, Dataset data)
        where TNetwork : INetwork<TNetwork>
    {
        DataFit.RequireSamples(network, data, nameof(data));
        return MeanLossOf(network, new SampleChunks(data, TNetwork.OutputSize));
    }

    /// <summary>What <see cref="MeanLoss"/> says of samples that fit, through buffers that may be used again.</summary>
    internal static double MeanLossOf<TNetwork>(TNetwork network, SampleChunks chunks)
        where TNetwork : INetwork<TNetwork>
    {
        CompensatedSum sum = default;
        for (int start = 0, count; start < chunks.Data.Count; start += count)
        {
            count = chunks.RowsFrom(start);
            sum.Add(count * (double)network.ComputeLoss(chunks.Features(start, count), chunks.Targets(start, count)));
        }

        return sum.Mean(chunks.Data.Count);
    }

    /// <summary>The class that a network predicts for each sample, through buffers that may be used again.</summary>
    /// <returns>The first row with an output that is NaN, whose class means nothing; −1 where there is none.</returns>
    internal static int ClassesInto<TNetwork>(TNetwork network, SampleChunks chunks, Span<int> classes)
        where TNetwork : IPredictor<TNetwork>
    {
        int unknown = -1;
        for (int start = 0, count; start < chunks.Data.Count; start += count)
        {
            count = chunks.RowsFrom(start);
            Span<float> outputs = chunks.Outputs(count);
            network.ForwardBatch(chunks.Features(start, count), outputs);
            int found = ClassesOf(outputs, TNetwork.OutputSize, classes.Slice(start, count));
            unknown = unknown < 0 && found >= 0 ? start + found : unknown;
        }

        return unknown;
    }

    /// <summary>The classes that outputs mean: each the most probable, or with one output whether it is ½ or more.</summary>
    /// <returns>The first row with an output that is NaN; −1 where there is none.</returns>
    private static int ClassesOf(ReadOnlySpan<float> outputs, int outputSize, Span<int> classes)
    {
        int unknown = -1;
        for (int row = classes.Length - 1; row >= 0; row--)
        {
            ReadOnlySpan<float> output = outputs.Slice(row * outputSize, outputSize);
            classes[row] = outputSize == 1 ? (output[0] >= 0.5f ? 1 : 0) : Classes.MostProbable(output);
            unknown = HasNaN(output) ? row : unknown;
        }

        return unknown;
    }

    private static bool HasNaN(ReadOnlySpan<float> values)
    {
        foreach (float value in values)
        {
            if (float.IsNaN(value))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>What <see cref="EvaluateClassifier"/> reports, of a network that is not known to be a classifier: its outputs are one for each class, or one.</summary>
    internal static ClassificationReport ReportOf<TNetwork>(TNetwork network, Dataset data)
        where TNetwork : IPredictor<TNetwork>
    {
        ReadOnlySpan<int> labels = LabelsOf(network, data);
        int[] classes = new int[data.Count];
        int unknown = ClassesInto(network, new SampleChunks(data, TNetwork.OutputSize), classes);
        if (unknown >= 0)
        {
            throw new InvalidOperationException(RowMajor.Invariant(
                $"The network's output for row {unknown} of data (counted from 0) is NaN, which is no class: its parameters are NaN or far too large. Fit it anew, or load parameters from before."));
        }

        return new ClassificationReport(new ConfusionMatrix(labels, classes, ClassNamesOf(network, data)));
    }

    private static ReadOnlySpan<int> LabelsOf<TNetwork>(TNetwork network, Dataset data)
        where TNetwork : IPredictor<TNetwork>
    {
        DataFit.RequireLabels(network, data, nameof(data));
        return data.ReadLabels(0, data.Count, data.IsContiguous ? [] : new int[data.Count]);
    }

    /// <summary>
    /// A name for each class of the network: those of the data, else those that the network remembers; a class that nobody named
    /// has its number, as where all samples are of the first of two.
    /// </summary>
    private static IReadOnlyList<string> ClassNamesOf<TNetwork>(TNetwork network, Dataset data)
        where TNetwork : IPredictor<TNetwork>
    {
        int classes = SchemaRules.ClassesOf(TNetwork.OutputSize);
        IReadOnlyList<string> names = data.Schema.ClassNames ?? network.GetSchema()?.ClassNames ?? data.ClassNames;
        return names.Count >= classes
            ? names
            : [.. names, .. Enumerable.Range(names.Count, classes - names.Count).Select(label => label.ToString(CultureInfo.InvariantCulture))];
    }
}
