using System;
using Mlp.Initialization;
using Mlp.Storage;

namespace Mlp.Training;

/// <summary>
/// Hands out the samples of an epoch, batch by batch: in a random order or in that of the data, labels as they are or as targets,
/// with their weights. All memory is taken at the start; a batch allocates nothing.
/// </summary>
/// <remarks>
/// The slices of a batch may be read by several threads at once, each into a place of its own: gathering the rows of a batch
/// takes a good part of the time that a step on them takes.
/// </remarks>
internal sealed class MinibatchReader
{
    private readonly Dataset _data;
    private readonly float[] _weights;
    private readonly int _outputSize;
    private readonly bool _encodes;
    private readonly int[] _order;
    private readonly int[] _batchLabels;
    private readonly float[] _batchWeights;
    private readonly AlignedBuffer _batchFeatures;
    private readonly AlignedBuffer _batchTargets;
    private RandomGenerator _generator;

    /// <param name="data">The samples.</param>
    /// <param name="weights">The weight of each sample; empty where all count alike.</param>
    /// <param name="batchSize">The most samples of a batch, 1 or more.</param>
    /// <param name="outputSize">The number of targets that a network expects.</param>
    /// <param name="encodes">Whether labels become targets; else they are handed out as they are.</param>
    /// <param name="shuffle">Whether each epoch has an order of its own.</param>
    /// <param name="seed">What the orders follow from.</param>
    internal MinibatchReader(Dataset data, float[] weights, int batchSize, int outputSize, bool encodes, bool shuffle, ulong seed)
    {
        _data = data;
        _weights = weights;
        _outputSize = outputSize;
        _encodes = encodes;
        _generator = new RandomGenerator(seed);
        _order = shuffle ? new int[data.Count] : [];
        for (int row = 0; row < _order.Length; row++)
        {
            _order[row] = row;
        }

        bool copies = shuffle || !data.IsContiguous;
        if (copies)
        {
            _batchFeatures = AlignedBuffer.Allocate(checked(batchSize * data.FeatureCount));
        }

        if (data.HasLabels ? encodes : copies)
        {
            _batchTargets = AlignedBuffer.Allocate(checked(batchSize * outputSize));
        }

        _batchLabels = data.HasLabels ? new int[batchSize] : [];
        _batchWeights = shuffle && weights.Length > 0 ? new float[batchSize] : [];
    }

    private bool IsShuffled => _order.Length > 0;

    /// <summary>Starts an epoch: draws the next order.</summary>
    internal void BeginEpoch() => RandomOrder.Shuffle(_order, ref _generator);

    /// <summary>Some samples that follow each other in the order of the epoch.</summary>
    /// <param name="start">The first of them.</param>
    /// <param name="count">How many; together with <paramref name="place"/> no more than a batch has.</param>
    /// <param name="place">Where in the batch they stand: what was read into other places stays valid.</param>
    internal Minibatch Read(int start, int count, int place = 0)
    {
        bool passesLabels = _data.HasLabels && !_encodes;
        return new Minibatch
        {
            Inputs = Features(start, count, place),
            Targets = passesLabels ? [] : Targets(start, count, place),
            Labels = passesLabels ? Labels(start, count, place) : [],
            Weights = Weights(start, count, place),
        };
    }

    private ReadOnlySpan<float> Features(int start, int count, int place)
    {
        Span<float> features = Room(_batchFeatures.Span, _data.FeatureCount, count, place);
        if (!IsShuffled)
        {
            return _data.ReadFeatures(start, count, features);
        }

        _data.CopyFeatures(_order.AsSpan(start, count), features);
        return features;
    }

    private ReadOnlySpan<float> Targets(int start, int count, int place)
    {
        Span<float> targets = Room(_batchTargets.Span, _outputSize, count, place);
        if (_data.HasLabels)
        {
            Encode(Labels(start, count, place), targets);
            return targets;
        }

        if (!IsShuffled)
        {
            return _data.ReadTargets(start, count, targets);
        }

        _data.CopyTargets(_order.AsSpan(start, count), targets);
        return targets;
    }

    private ReadOnlySpan<int> Labels(int start, int count, int place)
    {
        Span<int> labels = Room(_batchLabels, 1, count, place);
        if (!IsShuffled)
        {
            return _data.ReadLabels(start, count, labels);
        }

        _data.CopyLabels(_order.AsSpan(start, count), labels);
        return labels;
    }

    private ReadOnlySpan<float> Weights(int start, int count, int place)
    {
        if (_weights.Length == 0)
        {
            return [];
        }

        if (!IsShuffled)
        {
            return _weights.AsSpan(start, count);
        }

        Span<float> weights = Room(_batchWeights, 1, count, place);
        ReadOnlySpan<int> rows = _order.AsSpan(start, count);
        for (int index = 0; index < count; index++)
        {
            weights[index] = _weights[rows[index]];
        }

        return weights;
    }

    /// <summary>Room for some rows; none where samples are read in place.</summary>
    private static Span<T> Room<T>(Span<T> buffer, int columns, int rows, int place) =>
        buffer.IsEmpty ? [] : buffer.Slice(place * columns, rows * columns);

    /// <summary>
    /// Labels as <see cref="Dataset.ForOutputs"/> has them, of one batch at a time: targets of all samples would be copied into
    /// the batch just the same, and for many classes they would take more memory than the features.
    /// </summary>
    private void Encode(ReadOnlySpan<int> labels, Span<float> targets)
    {
        if (_outputSize == 1)
        {
            LabelEncoding.Numbers(labels, targets);
        }
        else
        {
            LabelEncoding.OneHot(labels, _outputSize, targets);
        }
    }
}
