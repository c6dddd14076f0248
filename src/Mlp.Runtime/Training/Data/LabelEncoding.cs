using System;
using System.Runtime.CompilerServices;

namespace Mlp.Training;

/// <summary>Writes labels as targets.</summary>
internal static class LabelEncoding
{
    /// <summary>Labels as <see cref="Dataset.ForOutputs"/> has them.</summary>
    /// <param name="labels">n labels, each 0 to <paramref name="outputSize"/> − 1, or 0 and 1 for one output.</param>
    /// <param name="outputSize">The number of columns, 1 or more.</param>
    /// <param name="targets">Receives n × outputSize values.</param>
    internal static void ForOutputs(ReadOnlySpan<int> labels, int outputSize, Span<float> targets)
    {
        if (outputSize == 1)
        {
            Numbers(labels, targets);
        }
        else
        {
            OneHot(labels, outputSize, targets);
        }
    }

    /// <summary>1 in the column of the class, 0 in the others.</summary>
    /// <param name="labels">n labels, each 0 to <paramref name="classCount"/> − 1.</param>
    /// <param name="classCount">The number of columns, 1 or more.</param>
    /// <param name="targets">Receives n × classCount values.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void OneHot(ReadOnlySpan<int> labels, int classCount, Span<float> targets)
    {
        targets.Clear();
        for (int row = 0; row < labels.Length; row++)
        {
            targets[(row * classCount) + labels[row]] = 1;
        }
    }

    /// <summary>One column of the labels themselves: 0 or 1.</summary>
    /// <param name="labels">n labels.</param>
    /// <param name="targets">Receives n values.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void Numbers(ReadOnlySpan<int> labels, Span<float> targets)
    {
        for (int row = 0; row < labels.Length; row++)
        {
            targets[row] = labels[row];
        }
    }
}
