using System;

namespace Mlp.Training;

/// <summary>
/// Hands out the samples of a dataset some rows at a time, to measure a network with: in place where they stand together, otherwise
/// through buffers of one chunk, and labels as targets where targets are asked for. Targets of all samples would take more memory
/// than the data, where there are many classes.
/// </summary>
/// <remarks>Each buffer is taken when it is first wanted. What was handed out is valid until the next chunk.</remarks>
/// <param name="data">Samples that fit the network.</param>
/// <param name="outputSize">The number of outputs of the network, 1 or more.</param>
internal sealed class SampleChunks(Dataset data, int outputSize)
{
    // A buffer of 64 KB stays in the cache and out of the large object heap.
    private const int BufferValues = 1 << 14;

    private float[]? _features;
    private float[]? _targets;
    private float[]? _outputs;
    private int[]? _labels;

    /// <summary>The samples.</summary>
    internal Dataset Data => data;

    /// <summary>The rows of a chunk; the last one of the data may have fewer.</summary>
    internal int Rows { get; } = Math.Clamp(BufferValues / Math.Max(data.FeatureCount, outputSize), 1, data.Count);

    /// <summary>The rows of the chunk that begins at a row.</summary>
    internal int RowsFrom(int start) => Math.Min(Rows, data.Count - start);

    /// <summary>The features of some rows.</summary>
    internal ReadOnlySpan<float> Features(int start, int count) =>
        data.ReadFeatures(start, count, data.IsContiguous ? [] : _features ??= new float[Rows * data.FeatureCount]);

    /// <summary>The targets of some rows, or their labels as <see cref="Dataset.ForOutputs"/> has them.</summary>
    internal ReadOnlySpan<float> Targets(int start, int count)
    {
        if (!data.HasLabels)
        {
            return data.ReadTargets(start, count, data.IsContiguous ? [] : _targets ??= new float[Rows * outputSize]);
        }

        Span<float> targets = (_targets ??= new float[Rows * outputSize]).AsSpan(0, count * outputSize);
        LabelEncoding.ForOutputs(Labels(start, count), outputSize, targets);
        return targets;
    }

    /// <summary>The labels of some rows.</summary>
    internal ReadOnlySpan<int> Labels(int start, int count) =>
        data.ReadLabels(start, count, data.IsContiguous ? [] : _labels ??= new int[Rows]);

    /// <summary>Room for the outputs of some rows.</summary>
    internal Span<float> Outputs(int count) => (_outputs ??= new float[Rows * outputSize]).AsSpan(0, count * outputSize);
}
