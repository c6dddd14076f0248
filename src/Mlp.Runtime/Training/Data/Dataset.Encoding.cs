using System;
using Mlp.Validation;

namespace Mlp.Training;

/// <content>Labels as targets.</content>
public sealed partial class Dataset
{
    /// <summary>
    /// The same samples with targets in place of labels: 1 in the column of the class, 0 in the others. Features are shared; those
    /// of a view are copied into one block, so that only its own rows are encoded.
    /// </summary>
    /// <remarks>Takes memory for <see cref="Count"/> × <see cref="ClassCount"/> values: training and evaluation need none of it, and encode some rows at a time.</remarks>
    /// <returns>A dataset with <see cref="ClassCount"/> targets a sample.</returns>
    /// <exception cref="InvalidOperationException">The samples have targets, or they and their classes are more than an array has room for.</exception>
    public Dataset OneHot() => Encoded(ClassCount);

    /// <summary>
    /// The same samples with targets for a network of a given output size: this dataset itself where it has that many
    /// targets; labels as <see cref="OneHot"/> where there are that many classes; two classes as a column of 0 and 1 where
    /// there is one output. Features are shared; those of a view with labels are copied into one block.
    /// </summary>
    /// <param name="outputSize">The number of outputs of a sample, 1 or more.</param>
    /// <exception cref="ArgumentException">The samples cannot be targets of such a network.</exception>
    /// <exception cref="InvalidOperationException">The samples and their classes are more than an array has room for.</exception>
    public Dataset ForOutputs(int outputSize)
    {
        if (_labels is null)
        {
            return TargetCount == outputSize ? this : throw Unfit($"{TargetCount} targets a sample");
        }

        return ClassCount == outputSize || (outputSize == 1 && ClassCount <= 2) ? Encoded(outputSize) : throw Unfit($"{DescribeClasses()}");

        ArgumentException Unfit(FormattableString what) => new(
            RowMajor.Invariant($"The network has {outputSize} outputs, but the dataset has {RowMajor.Invariant(what)}: declare the network with as many outputs."),
            nameof(outputSize));
    }

    private Dataset Encoded(int columns)
    {
        RequireLabels();
        int length = ArrayLength.Of(
            Count, columns, "One-hot targets", "keep the labels, which Trainer and the metrics encode some rows at a time, or choose fewer rows");
        Dataset block = Compact();
        float[] targets = new float[length];
        LabelEncoding.ForOutputs(block._labels, columns, targets);
        return new Dataset(block._features, FeatureCount, targets, columns, null, [], null, Schema);
    }
}
