using Mlp.Searching.Space;

namespace Mlp.Searching;

/// <summary>
/// Bad trials stop early [Jamieson and Talwalkar 2016]. All trials train for <see cref="FirstEpochs"/>. Then the best 1/<see cref="Factor"/> of
/// them go on to <see cref="Factor"/> times as many epochs, and so on up to <see cref="SearchOptions.Epochs"/>. Immutable.
/// </summary>
/// <remarks>
/// A rung is all trials that train for equally many epochs. It is judged when all of them have come that far, and of equal scores the trial with the
/// smaller index is the better one, so the order in which trials end does not show. Of n trials ⌊n / Factor⌋ go on, but at least one. A trial that has diverged never
/// goes on. A trial that ended by its patience is judged with what it has, on its rung and on later ones as long as it is good enough for them.
/// </remarks>
public sealed record SuccessiveHalving
{
    /// <summary>The epochs of the first rung, 1 or more and fewer than <see cref="SearchOptions.Epochs"/>. The default is 5.</summary>
    public int FirstEpochs
    {
        get;
        init => field = SettingRange.AtLeast(value, 1, nameof(FirstEpochs));
    }

    = 5;

    /// <summary>One of how many trials goes on, and how many times as many epochs a rung has as the one before it: 2 or more. The default is 3.</summary>
    public int Factor
    {
        get;
        init => field = SettingRange.AtLeast(value, 2, nameof(Factor));
    }

    = 3;
}
