using System;
using Mlp.Initialization;
using Mlp.Validation;

namespace Mlp.Training;

/// <content>Views of a part of the rows, or of all of them in another order.</content>
public sealed partial class Dataset
{
    /// <summary>A view of some rows, in the order given. A row may occur in it more than once.</summary>
    /// <param name="rows">One row or more, each 0 to <see cref="Count"/> − 1.</param>
    /// <exception cref="ArgumentException">There are no rows.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There is no such row.</exception>
    public Dataset Subset(ReadOnlySpan<int> rows)
    {
        if (rows.IsEmpty)
        {
            throw new ArgumentException("rows is empty, but a dataset must have one row or more.", nameof(rows));
        }

        int[] stored = new int[rows.Length];
        for (int index = 0; index < stored.Length; index++)
        {
            stored[index] = Stored(rows[index]);
        }

        return new Dataset(_features, FeatureCount, _targets, TargetCount, _labels, _classNames, stored, Schema);
    }

    /// <summary>A view of rows that follow each other, for example <c>data.Subset(..800)</c>.</summary>
    /// <param name="rows">A range of one row or more.</param>
    /// <exception cref="ArgumentException">There are no rows.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There are no such rows.</exception>
    public Dataset Subset(Range rows)
    {
        (int start, int count) = rows.GetOffsetAndLength(Count);
        int[] indices = new int[count];
        for (int index = 0; index < count; index++)
        {
            indices[index] = start + index;
        }

        return Subset(indices);
    }

    /// <summary>A view of all rows in random order.</summary>
    /// <param name="seed">Any number; the same seed gives the same order on every platform.</param>
    public Dataset Shuffled(ulong seed)
    {
        var generator = new RandomGenerator(seed);
        return Subset(RandomOrder.Of(Count, ref generator));
    }

    /// <summary>Splits the rows at random into two views. With labels, every class is split alike.</summary>
    /// <param name="heldOutFraction">The part held out, above 0 and below 1; rounded to whole rows, at least one in each part.</param>
    /// <param name="seed">Any number; the same seed gives the same split on every platform.</param>
    /// <param name="stratified">
    /// Whether each class has its share in both parts, exact to less than a row; without labels it has no meaning. A class of
    /// few rows may then be missing in one part.
    /// </param>
    /// <returns>Both parts, each in random order.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The fraction is outside its range.</exception>
    /// <exception cref="InvalidOperationException">There is only one row.</exception>
    public DatasetSplit Split(double heldOutFraction, ulong seed = 0, bool stratified = true)
    {
        (int[] training, int[] heldOut) = SplitRows(heldOutFraction, seed, stratified);
        return new DatasetSplit(Subset(training), Subset(heldOut));
    }

    /// <summary>The rows of both parts of <see cref="Split"/>.</summary>
    internal (int[] Training, int[] HeldOut) SplitRows(double heldOutFraction, ulong seed, bool stratified = true)
    {
        Hyperparameter.Fraction(heldOutFraction);
        if (Count < 2)
        {
            throw new InvalidOperationException("A dataset of one row cannot be split.");
        }

        int heldOut = Math.Clamp((int)Math.Round(heldOutFraction * Count, MidpointRounding.AwayFromZero), 1, Count - 1);
        var generator = new RandomGenerator(seed);
        int[] order = RandomOrder.Of(Count, ref generator);
        int[] open = Shares(heldOut, stratified && HasLabels);
        bool[] isHeldOut = new bool[Count];
        foreach (int row in order)
        {
            int stratum = Stratum(row, open.Length);
            isHeldOut[row] = open[stratum]-- > 0;
        }

        return (Array.FindAll(order, row => !isHeldOut[row]), Array.FindAll(order, row => isHeldOut[row]));
    }

    /// <summary>Divides the rows at random into k parts, each of which is held out once [k-fold cross-validation].</summary>
    /// <param name="k">The number of folds, 2 to <see cref="Count"/>.</param>
    /// <param name="seed">Any number; the same seed gives the same folds on every platform.</param>
    /// <param name="stratified">
    /// Whether the rows of each class are dealt evenly, so that their numbers in any two folds differ by one at most; without
    /// labels it has no meaning.
    /// </param>
    /// <returns>k pairs of views. The sizes of held-out parts differ by one at most.</returns>
    /// <exception cref="ArgumentOutOfRangeException">k is outside its range.</exception>
    public DatasetSplit[] Folds(int k, ulong seed = 0, bool stratified = true) =>
        Array.ConvertAll(FoldRows(k, seed, stratified), rows => new DatasetSplit(Subset(rows.Training), Subset(rows.HeldOut)));

    /// <summary>The rows of both parts of each of <see cref="Folds"/>.</summary>
    internal (int[] Training, int[] HeldOut)[] FoldRows(int k, ulong seed, bool stratified)
    {
        if (k < 2 || k > Count)
        {
            throw new ArgumentOutOfRangeException(nameof(k), RowMajor.Invariant($"k is {k}, but must be 2 to {Count}, the number of rows."));
        }

        var generator = new RandomGenerator(seed);
        int[] order = RandomOrder.Of(Count, ref generator);
        int[] foldOf = new int[Count];
        int[] dealt = FirstPlaces(stratified && HasLabels);

        // One class after the other, dealt round and round without a break: classes and folds both come out even.
        foreach (int row in order)
        {
            foldOf[row] = dealt[Stratum(row, dealt.Length)]++ % k;
        }

        var folds = new (int[] Training, int[] HeldOut)[k];
        for (int fold = 0; fold < k; fold++)
        {
            int heldOut = fold;
            folds[fold] = (Array.FindAll(order, row => foldOf[row] != heldOut), Array.FindAll(order, row => foldOf[row] == heldOut));
        }

        return folds;
    }

    /// <summary>
    /// How many rows of each stratum are held out: its share rounded down, and one more where the most was cut off (the
    /// method of largest remainders), so that the sum is exact.
    /// </summary>
    private int[] Shares(int heldOut, bool stratified)
    {
        if (!stratified)
        {
            return [heldOut];
        }

        int[] counts = CountLabels();
        int[] shares = new int[counts.Length];
        int[] byRemainder = new int[counts.Length];
        long[] cutOff = new long[counts.Length];
        int left = heldOut;
        for (int label = 0; label < counts.Length; label++)
        {
            (long share, long remainder) = Math.DivRem((long)counts[label] * heldOut, Count);
            shares[label] = (int)share;
            left -= (int)share;
            cutOff[label] = -remainder;
            byRemainder[label] = label;
        }

        // Of equal remainders the first class is served first, whatever the sort does with equals.
        Array.Sort(byRemainder, (a, b) => cutOff[a] != cutOff[b] ? cutOff[a].CompareTo(cutOff[b]) : a.CompareTo(b));
        for (int index = 0; index < left; index++)
        {
            shares[byRemainder[index]]++;
        }

        return shares;
    }

    /// <summary>Where the rows of each stratum begin when all stand in the order of their strata.</summary>
    private int[] FirstPlaces(bool stratified)
    {
        if (!stratified)
        {
            return [0];
        }

        int[] counts = CountLabels();
        int[] places = new int[counts.Length];
        for (int label = 1; label < counts.Length; label++)
        {
            places[label] = places[label - 1] + counts[label - 1];
        }

        return places;
    }

    private int Stratum(int row, int strata) => strata == 1 ? 0 : Label(row);
}
