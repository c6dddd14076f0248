using System;
using System.Runtime.CompilerServices;
using Mlp.Validation;

namespace Mlp.Training;

/// <content>How training and evaluation read: rows of a minibatch gathered into a buffer, or in place where they stand together.</content>
public sealed partial class Dataset
{
    /// <summary>Gathers the features of some rows. Allocates nothing.</summary>
    /// <param name="rows">Rows in any order, each 0 to <see cref="Count"/> − 1.</param>
    /// <param name="destination">Receives rows × <see cref="FeatureCount"/> values.</param>
    /// <exception cref="ArgumentException">The destination has the wrong length.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There is no such row.</exception>
    public void CopyFeatures(ReadOnlySpan<int> rows, Span<float> destination)
    {
        RequireLength(destination.Length, rows.Length, FeatureCount);
        Gather(_features, FeatureCount, rows, destination);
    }

    /// <summary>Gathers the targets of some rows. Allocates nothing.</summary>
    /// <param name="rows">Rows in any order, each 0 to <see cref="Count"/> − 1.</param>
    /// <param name="destination">Receives rows × <see cref="TargetCount"/> values.</param>
    /// <exception cref="ArgumentException">The destination has the wrong length.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There is no such row.</exception>
    /// <exception cref="InvalidOperationException">The samples have labels.</exception>
    public void CopyTargets(ReadOnlySpan<int> rows, Span<float> destination)
    {
        float[] targets = RequireTargets();
        RequireLength(destination.Length, rows.Length, TargetCount);
        Gather(targets, TargetCount, rows, destination);
    }

    /// <summary>Gathers the labels of some rows. Allocates nothing.</summary>
    /// <param name="rows">Rows in any order, each 0 to <see cref="Count"/> − 1.</param>
    /// <param name="destination">Receives one class a row.</param>
    /// <exception cref="ArgumentException">The destination has the wrong length.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There is no such row.</exception>
    /// <exception cref="InvalidOperationException">The samples have targets.</exception>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void CopyLabels(ReadOnlySpan<int> rows, Span<int> destination)
    {
        int[] labels = RequireLabels();
        RequireLength(destination.Length, rows.Length, 1);
        for (int index = 0; index < rows.Length; index++)
        {
            destination[index] = labels[Stored(rows[index])];
        }
    }

    /// <summary>The features of all samples, copied.</summary>
    /// <returns><see cref="Count"/> × <see cref="FeatureCount"/> values, row-major, in the order of the samples.</returns>
    /// <exception cref="InvalidOperationException">They are more than an array has room for, as where a row stands in a view many times.</exception>
    public float[] Features() => Block(_features, FeatureCount);

    /// <summary>The targets of all samples, copied.</summary>
    /// <returns><see cref="Count"/> × <see cref="TargetCount"/> values, row-major, in the order of the samples.</returns>
    /// <exception cref="InvalidOperationException">The samples have labels, or their targets are more than an array has room for.</exception>
    public float[] Targets() => Block(RequireTargets(), TargetCount);

    /// <summary>The labels of all samples, copied.</summary>
    /// <returns><see cref="Count"/> classes, in the order of the samples.</returns>
    /// <exception cref="InvalidOperationException">The samples have targets.</exception>
    public int[] Labels() => Block(RequireLabels(), 1);

    /// <summary>The features of rows that follow each other: in place where this is no view, otherwise copied. Allocates nothing.</summary>
    /// <param name="start">The first row.</param>
    /// <param name="count">How many rows.</param>
    /// <param name="buffer">Room for count × <see cref="FeatureCount"/> values or more; not touched where this is no view.</param>
    /// <returns>count × <see cref="FeatureCount"/> values, in the dataset's memory or at the start of the buffer.</returns>
    /// <exception cref="ArgumentException">The buffer is too short.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There are no such rows.</exception>
    public ReadOnlySpan<float> ReadFeatures(int start, int count, Span<float> buffer)
    {
        RequireRange(start, count);
        return Read(_features, FeatureCount, start, count, buffer);
    }

    /// <summary>The targets of rows that follow each other: in place where this is no view, otherwise copied. Allocates nothing.</summary>
    /// <param name="start">The first row.</param>
    /// <param name="count">How many rows.</param>
    /// <param name="buffer">Room for count × <see cref="TargetCount"/> values or more; not touched where this is no view.</param>
    /// <returns>count × <see cref="TargetCount"/> values, in the dataset's memory or at the start of the buffer.</returns>
    /// <exception cref="ArgumentException">The buffer is too short.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There are no such rows.</exception>
    /// <exception cref="InvalidOperationException">The samples have labels.</exception>
    public ReadOnlySpan<float> ReadTargets(int start, int count, Span<float> buffer)
    {
        float[] targets = RequireTargets();
        RequireRange(start, count);
        return Read(targets, TargetCount, start, count, buffer);
    }

    /// <summary>The labels of rows that follow each other: in place where this is no view, otherwise copied. Allocates nothing.</summary>
    /// <param name="start">The first row.</param>
    /// <param name="count">How many rows.</param>
    /// <param name="buffer">Room for count labels or more; not touched where this is no view.</param>
    /// <returns>count classes, in the dataset's memory or at the start of the buffer.</returns>
    /// <exception cref="ArgumentException">The buffer is too short.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There are no such rows.</exception>
    /// <exception cref="InvalidOperationException">The samples have targets.</exception>
    public ReadOnlySpan<int> ReadLabels(int start, int count, Span<int> buffer)
    {
        int[] labels = RequireLabels();
        RequireRange(start, count);
        return Read(labels, 1, start, count, buffer);
    }

    /// <summary>The same samples in one block of memory, in the order they have here; this dataset itself where it is no view.</summary>
    public Dataset Compact()
    {
        if (_rows is null)
        {
            return this;
        }

        return WithValues(CompactFeatures(), CompactTargets(), Schema);
    }

    /// <summary>Other features and targets, one row for each row here and as many columns, with the labels of this dataset.</summary>
    /// <param name="features">Features in one block.</param>
    /// <param name="targets">Targets in one block; none where there are labels.</param>
    /// <param name="schema">What they mean.</param>
    internal Dataset WithValues(float[] features, float[]? targets, DataSchema schema)
    {
        int[]? labels = _labels is null || _rows is null ? _labels : Block(_labels, 1);
        return new Dataset(features, FeatureCount, targets, TargetCount, labels, _classNames, null, schema);
    }

    /// <summary>The features in one block: those of this dataset itself where it is no view.</summary>
    internal float[] CompactFeatures() => _rows is null ? _features : Block(_features, FeatureCount);

    /// <summary>The targets in one block: those of this dataset itself where it is no view; none where there are labels.</summary>
    internal float[]? CompactTargets() => _rows is null || _targets is null ? _targets : Block(_targets, TargetCount);

    private T[] Block<T>(T[] values, int columns)
    {
        // A row may stand in a view more than once, so that it may have more of them than the whole.
        T[] block = new T[ArrayLength.Of(Count, columns, "One block of this view", "choose fewer rows")];
        Read(values, columns, 0, Count, block).CopyTo(block);
        return block;
    }

    private ReadOnlySpan<T> Read<T>(T[] values, int columns, int start, int count, Span<T> buffer)
    {
        if (_rows is null)
        {
            return values.AsSpan(start * columns, count * columns);
        }

        if (buffer.Length < (long)count * columns)
        {
            throw new ArgumentException(
                RowMajor.Invariant($"buffer has length {buffer.Length}, but must have length {(long)count * columns} or more: rows {count}, values a row {columns}."),
                nameof(buffer));
        }

        ReadOnlySpan<int> rows = _rows.AsSpan(start, count);
        for (int index = 0; index < count; index++)
        {
            values.AsSpan(rows[index] * columns, columns).CopyTo(buffer.Slice(index * columns, columns));
        }

        return buffer[..(count * columns)];
    }

    // Optimised at the first call, like kernels: a short training would otherwise spend most of its time here.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Gather(float[] values, int columns, ReadOnlySpan<int> rows, Span<float> destination)
    {
        for (int index = 0; index < rows.Length; index++)
        {
            values.AsSpan(Stored(rows[index]) * columns, columns).CopyTo(destination.Slice(index * columns, columns));
        }
    }

    private void RequireRange(int start, int count)
    {
        if (start < 0 || count < 0 || count > Count - start)
        {
            throw new ArgumentOutOfRangeException(nameof(count), RowMajor.Invariant($"There are no {count} rows from row {start} on: rows are 0 to {Count - 1}."));
        }
    }

    private static void RequireLength(int length, int rows, int columns)
    {
        if (length != (long)rows * columns)
        {
            throw new ArgumentException(
                RowMajor.Invariant($"destination has length {length}, but must have length {(long)rows * columns}: rows {rows}, values a row {columns}."),
                "destination");
        }
    }
}
