using System;
using Mlp.CompilerServices;
using Mlp.Initialization;
using Mlp.Validation;

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
    // 4 MB of encoded labels: what a batch of 1,000 samples of 1,000 classes has, and no more for a batch of all samples.
    private const int MostEncoded = 1 << 20;

    // So few rows that a call of a network is worth while.
    private const int LeastPiece = 64;

    private readonly Dataset _data;
    private readonly float[] _weights;
    private readonly int _outputSize;
    private readonly bool _encodes;
    private readonly bool _sharesTargets;
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
    /// <param name="slices">How many threads at most read slices of a batch at once.</param>
    /// <exception cref="ArgumentException">A batch is more than an array has room for.</exception>
    internal MinibatchReader(Dataset data, float[] weights, int batchSize, int outputSize, bool encodes, bool shuffle, ulong seed, int slices = 1)
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
            _batchFeatures = AlignedBuffer.Allocate(Length(data.FeatureCount, batchSize));
        }

        // Targets of their own are no more than the data has; encoded ones are handed out in pieces where a batch has many of them.
        MostRows = batchSize;
        if (data.HasLabels && encodes)
        {
            int piece = int.Max(LeastPiece, MostEncoded / outputSize);
            _sharesTargets = (long)slices * piece < batchSize;
            MostRows = _sharesTargets ? piece : batchSize;
            _batchTargets = AlignedBuffer.Allocate(Length(outputSize, _sharesTargets ? slices * piece : batchSize));
        }
        else if (!data.HasLabels && copies)
        {
            _batchTargets = AlignedBuffer.Allocate(Length(outputSize, batchSize));
        }

        _batchLabels = data.HasLabels ? new int[batchSize] : [];
        _batchWeights = shuffle && weights.Length > 0 ? new float[batchSize] : [];
    }

    /// <summary>The most rows to read at once: fewer than a batch has where labels become many targets.</summary>
    internal int MostRows { get; }

    private bool IsShuffled => _order.Length > 0;

    /// <summary>Starts an epoch: draws the next order.</summary>
    internal void BeginEpoch() => RandomOrder.Shuffle(_order, ref _generator);

    /// <summary>Some samples that follow each other in the order of the epoch.</summary>
    /// <param name="start">The first of them.</param>
    /// <param name="count">How many: no more than <see cref="MostRows"/>, and together with <paramref name="place"/> than a batch has.</param>
    /// <param name="place">Where in the batch they stand: what was read into other places by other slices stays valid.</param>
    /// <param name="slice">Which slice of the batch reads them, from 0.</param>
    internal Minibatch Read(int start, int count, int place = 0, int slice = 0)
    {
        bool passesLabels = _data.HasLabels && !_encodes;
        return new Minibatch
        {
            Inputs = Features(start, count, place),
            Targets = passesLabels ? [] : Targets(start, count, place, _sharesTargets ? slice * MostRows : place),
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

    private ReadOnlySpan<float> Targets(int start, int count, int place, int targetPlace)
    {
        Span<float> targets = Room(_batchTargets.Span, _outputSize, count, targetPlace);
        if (_data.HasLabels)
        {
            LabelEncoding.ForOutputs(Labels(start, count, place), _outputSize, targets);
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

    private static int Length(int columns, int rows) =>
        ArrayLength.Of(rows, columns, "A batch", "set a smaller BatchSize, or with LineSearch give fewer samples", "options");
}
