using System;
using System.Buffers;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using Mlp.Searching.Results;
using Mlp.Searching.Space;
using Mlp.Training;

namespace Mlp.Searching;

/// <summary>
/// Several networks as one predictor: its outputs are the means of theirs, of probabilities as of numbers. Each network has its own scalers, so that inputs are
/// samples as they were measured, and outputs are in the units of the targets.
/// </summary>
/// <remarks>All members may run on many threads at once. Predictions into memory of the caller allocate nothing after the first ones.</remarks>
public sealed class SearchEnsemble
{
    private const int ValuesAtOnce = 4_096;

    private readonly ImmutableArray<EnsembleMember> _members;

    internal SearchEnsemble(ImmutableArray<EnsembleMember> members) => _members = members;

    /// <summary>The number of networks.</summary>
    public int Count => _members.Length;

    /// <summary>The number of values in one input sample.</summary>
    public int InputSize => _members[0].InputSize;

    /// <summary>The number of values in one output sample.</summary>
    public int OutputSize => _members[0].OutputSize;

    /// <summary>The names of the classes, the first for label 0; null where they have none.</summary>
    public IReadOnlyList<string>? ClassNames => _members[0].Schema.ClassNames;

    /// <summary>Predicts one sample.</summary>
    /// <param name="input"><see cref="InputSize"/> values as they were measured.</param>
    /// <param name="output">Receives <see cref="OutputSize"/> values.</param>
    /// <exception cref="ArgumentException">A span has the wrong length, or the spans overlap.</exception>
    public void Forward(ReadOnlySpan<float> input, Span<float> output)
    {
        RequireLength(input.Length, InputSize, nameof(input));
        RequireLength(output.Length, OutputSize, nameof(output));
        ForwardBatch(input, output);
    }

    /// <summary>Predicts n samples.</summary>
    /// <param name="inputs">n × <see cref="InputSize"/> values as they were measured; n may be 0.</param>
    /// <param name="outputs">Receives n × <see cref="OutputSize"/> values.</param>
    /// <exception cref="ArgumentException">A span has the wrong length, or the spans overlap.</exception>
    public void ForwardBatch(ReadOnlySpan<float> inputs, Span<float> outputs)
    {
        (int samples, int rest) = Math.DivRem(inputs.Length, InputSize);
        if (rest != 0)
        {
            throw new ArgumentException(SettingRange.Invariant($"inputs has length {inputs.Length}, but must have a multiple of {InputSize}, the inputs of the networks."), nameof(inputs));
        }

        RequireLength(outputs.Length, (long)samples * OutputSize, nameof(outputs));
        if (inputs.Overlaps(outputs))
        {
            throw new ArgumentException("outputs overlaps inputs, but must be other memory.", nameof(outputs));
        }

        int rows = Math.Max(1, ValuesAtOnce / OutputSize);
        float[] buffer = ArrayPool<float>.Shared.Rent(Math.Min(rows, Math.Max(1, samples)) * OutputSize);
        try
        {
            for (int start = 0, count; start < samples; start += count)
            {
                count = Math.Min(rows, samples - start);
                AddUp(
                    inputs.Slice(start * InputSize, count * InputSize),
                    outputs.Slice(start * OutputSize, count * OutputSize),
                    buffer.AsSpan(0, count * OutputSize));
            }
        }
        finally
        {
            ArrayPool<float>.Shared.Return(buffer);
        }
    }

    /// <summary>The most probable class of one sample, the first if several are equal; with a single output 1 if it is ½ or more, otherwise 0.</summary>
    /// <param name="input"><see cref="InputSize"/> values as they were measured.</param>
    /// <exception cref="ArgumentException">The span has the wrong length.</exception>
    public int Classify(ReadOnlySpan<float> input)
    {
        float[] output = ArrayPool<float>.Shared.Rent(OutputSize);
        try
        {
            Span<float> outputs = output.AsSpan(0, OutputSize);
            Forward(input, outputs);
            return ClassOf(outputs);
        }
        finally
        {
            ArrayPool<float>.Shared.Return(output);
        }
    }

    /// <summary>Predicts all samples of a dataset.</summary>
    /// <param name="data">Samples as they were measured.</param>
    /// <returns>n × <see cref="OutputSize"/> values in the units of the targets, in the order of the samples.</returns>
    /// <exception cref="ArgumentException">The samples have another number of features, or went through a scaler.</exception>
    public float[] Predict(Dataset data)
    {
        ArgumentNullException.ThrowIfNull(data);
        if (data.FeatureCount != InputSize)
        {
            throw new ArgumentException(SettingRange.Invariant($"data has {data.FeatureCount} features, but the networks have {InputSize} inputs."), nameof(data));
        }

        if (data.Scaler is { } scaler)
        {
            throw new ArgumentException($"data has features that went through {scaler}, but the networks of an ensemble have scalers of their own: give the samples as they were measured, by InverseTransform of that scaler.", nameof(data));
        }

        float[] outputs = new float[checked(data.Count * OutputSize)];
        int rows = Math.Max(1, ValuesAtOnce / InputSize);
        float[] buffer = new float[rows * InputSize];
        for (int start = 0, count; start < data.Count; start += count)
        {
            count = Math.Min(rows, data.Count - start);
            ForwardBatch(data.ReadFeatures(start, count, buffer), outputs.AsSpan(start * OutputSize, count * OutputSize));
        }

        return outputs;
    }

    /// <summary>Confusion matrix, precision, recall and F1.</summary>
    /// <param name="data">Samples as they were measured, with labels of as many classes as the networks have.</param>
    /// <exception cref="ArgumentException">The samples do not fit the networks.</exception>
    /// <exception cref="InvalidOperationException">The samples have targets, or an output is NaN.</exception>
    public ClassificationReport EvaluateClassifier(Dataset data)
    {
        ArgumentNullException.ThrowIfNull(data);
        int classes = OutputSize == 1 ? 2 : OutputSize;
        int[] labels = data.Labels();
        if (data.ClassCount > classes)
        {
            throw new ArgumentException(SettingRange.Invariant($"data has {data.ClassCount} classes, but the networks have {classes}."), nameof(data));
        }

        if (data.Schema.ClassNames is { } names && ClassNames is { } own && !names.SequenceEqual(own))
        {
            throw new ArgumentException($"data has the classes {string.Join(", ", names)}, but the networks learned {string.Join(", ", own)}: the same label would be another class.", nameof(data));
        }

        float[] outputs = Predict(data);
        int[] predicted = new int[data.Count];
        for (int row = 0; row < predicted.Length; row++)
        {
            ReadOnlySpan<float> output = outputs.AsSpan(row * OutputSize, OutputSize);
            predicted[row] = ClassOf(output);
            if (float.IsNaN(output[predicted[row] % OutputSize]))
            {
                throw new InvalidOperationException(SettingRange.Invariant($"The output for row {row} of data (counted from 0) is NaN, which is no class."));
            }
        }

        IReadOnlyList<string> classNames = ClassNames ?? data.ClassNames;
        return new ClassificationReport(new ConfusionMatrix(labels, predicted, [.. Enumerable.Range(0, classes)
            .Select(label => label < classNames.Count ? classNames[label] : label.ToString(CultureInfo.InvariantCulture))]));
    }

    /// <summary>Errors and R² in the units of the targets.</summary>
    /// <param name="data">Samples as they were measured, with as many targets as the networks have outputs.</param>
    /// <exception cref="ArgumentException">The samples do not fit the networks.</exception>
    /// <exception cref="InvalidOperationException">The samples have labels.</exception>
    public RegressionReport EvaluateRegressor(Dataset data)
    {
        ArgumentNullException.ThrowIfNull(data);
        float[] targets = data.Targets();
        if (data.TargetCount != OutputSize)
        {
            throw new ArgumentException(SettingRange.Invariant($"data has {data.TargetCount} targets a sample, but the networks have {OutputSize} outputs."), nameof(data));
        }

        float[] outputs = Predict(data);
        data.TargetScaler?.InverseTransform(targets, targets);
        return RegressionReport.Of(targets, outputs, OutputSize);
    }

    private void AddUp(ReadOnlySpan<float> inputs, Span<float> outputs, Span<float> buffer)
    {
        _members[0].Predict(inputs, outputs);
        foreach (EnsembleMember member in _members.AsSpan(1..))
        {
            member.Predict(inputs, buffer);
            for (int index = 0; index < outputs.Length; index++)
            {
                outputs[index] += buffer[index];
            }
        }

        for (int index = 0; index < outputs.Length; index++)
        {
            outputs[index] /= _members.Length;
        }
    }

    private static int ClassOf(ReadOnlySpan<float> outputs)
    {
        if (outputs.Length == 1)
        {
            return outputs[0] >= 0.5f ? 1 : 0;
        }

        int best = 0;
        for (int index = 1; index < outputs.Length; index++)
        {
            best = outputs[index] > outputs[best] ? index : best;
        }

        return best;
    }

    private static void RequireLength(int length, long expected, string name)
    {
        if (length != expected)
        {
            throw new ArgumentException(SettingRange.Invariant($"{name} has length {length}, but must have length {expected}."), name);
        }
    }
}
