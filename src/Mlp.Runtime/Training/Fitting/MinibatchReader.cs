using System;
using Mlp.Initialization;
using Mlp.Storage;

namespace Mlp.Training;

/// <summary>
/// Hands out the samples of an epoch, batch by batch: in a random order or in that of the data, labels as targets. All memory
/// is taken at the start; a batch allocates nothing.
/// </summary>
internal sealed class MinibatchReader
{
    private readonly Dataset _data;
    private readonly int _outputSize;
    private readonly int[] _order;
    private readonly int[] _labels;
    private readonly AlignedBuffer _features;
    private readonly AlignedBuffer _targets;
    private RandomGenerator _generator;

    /// <param name="data">The samples.</param>
    /// <param name="batchSize">The most samples of a batch, 1 or more.</param>
    /// <param name="outputSize">The number of targets that a network expects.</param>
    /// <param name="shuffle">Whether each epoch has an order of its own.</param>
    /// <param name="seed">What the orders follow from.</param>
    internal MinibatchReader(Dataset data, int batchSize, int outputSize, bool shuffle, ulong seed)
    {
        _data = data;
        _outputSize = outputSize;
        _generator = new RandomGenerator(seed);
        _order = shuffle ? new int[data.Count] : [];
        for (int row = 0; row < _order.Length; row++)
        {
            _order[row] = row;
        }

        bool copies = shuffle || !data.IsContiguous;
        if (copies)
        {
            _features = AlignedBuffer.Allocate(checked(batchSize * data.FeatureCount));
        }

        if (copies || data.HasLabels)
        {
            _targets = AlignedBuffer.Allocate(checked(batchSize * outputSize));
        }

        _labels = data.HasLabels ? new int[batchSize] : [];
    }

    private bool IsShuffled => _order.Length > 0;

    /// <summary>Starts an epoch: draws the next order.</summary>
    internal void BeginEpoch() => RandomOrder.Shuffle(_order, ref _generator);

    /// <summary>The features of some samples of the epoch, valid until the next call.</summary>
    internal ReadOnlySpan<float> Features(int start, int count)
    {
        if (!IsShuffled)
        {
            return _data.ReadFeatures(start, count, _features.Span);
        }

        Span<float> features = _features.Span[..(count * _data.FeatureCount)];
        _data.CopyFeatures(_order.AsSpan(start, count), features);
        return features;
    }

    /// <summary>The targets of the same samples, valid until the next call.</summary>
    internal ReadOnlySpan<float> Targets(int start, int count)
    {
        if (_data.HasLabels)
        {
            return Encode(Labels(start, count));
        }

        if (!IsShuffled)
        {
            return _data.ReadTargets(start, count, _targets.Span);
        }

        Span<float> targets = _targets.Span[..(count * _outputSize)];
        _data.CopyTargets(_order.AsSpan(start, count), targets);
        return targets;
    }

    private ReadOnlySpan<int> Labels(int start, int count)
    {
        if (!IsShuffled)
        {
            return _data.ReadLabels(start, count, _labels);
        }

        Span<int> labels = _labels.AsSpan(0, count);
        _data.CopyLabels(_order.AsSpan(start, count), labels);
        return labels;
    }

    /// <summary>Labels as <see cref="Dataset.ForOutputs"/> has them, of one batch instead of all data.</summary>
    private ReadOnlySpan<float> Encode(ReadOnlySpan<int> labels)
    {
        Span<float> targets = _targets.Span[..(labels.Length * _outputSize)];
        if (_outputSize == 1)
        {
            LabelEncoding.Numbers(labels, targets);
        }
        else
        {
            LabelEncoding.OneHot(labels, _outputSize, targets);
        }

        return targets;
    }
}
