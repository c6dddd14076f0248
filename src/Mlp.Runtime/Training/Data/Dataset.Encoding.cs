using System;

namespace Mlp.Training;

/// <content>Labels as targets.</content>
public sealed partial class Dataset
{
    /// <summary>The same samples with targets in place of labels: 1 in the column of the class, 0 in the others. Features are shared.</summary>
    /// <returns>A dataset with <see cref="ClassCount"/> targets a sample.</returns>
    /// <exception cref="InvalidOperationException">The samples have targets.</exception>
    public Dataset OneHot()
    {
        int[] labels = RequireLabels();
        float[] targets = new float[checked(labels.Length * ClassCount)];
        LabelEncoding.OneHot(labels, ClassCount, targets);
        return new Dataset(_features, FeatureCount, targets, ClassCount, null, [], _rows, Schema);
    }

    /// <summary>
    /// The same samples with targets for a network of a given output size: this dataset itself where it has that many
    /// targets; labels as <see cref="OneHot"/> where there are that many classes; two classes as a column of 0 and 1 where
    /// there is one output. Features are shared.
    /// </summary>
    /// <param name="outputSize">The number of outputs of a sample, 1 or more.</param>
    /// <exception cref="ArgumentException">The samples cannot be targets of such a network.</exception>
    public Dataset ForOutputs(int outputSize)
    {
        if (_labels is null)
        {
            return TargetCount == outputSize ? this : throw Unfit($"{TargetCount} targets a sample");
        }

        if (outputSize == 1 && ClassCount <= 2)
        {
            float[] targets = new float[_labels.Length];
            LabelEncoding.Numbers(_labels, targets);
            return new Dataset(_features, FeatureCount, targets, 1, null, [], _rows, Schema);
        }

        return ClassCount == outputSize ? OneHot() : throw Unfit($"{ClassCount} classes");

        ArgumentException Unfit(FormattableString what) => new(
            RowMajor.Invariant($"The network has {outputSize} outputs, but the dataset has {RowMajor.Invariant(what)}: declare the network with as many outputs."),
            nameof(outputSize));
    }
}
