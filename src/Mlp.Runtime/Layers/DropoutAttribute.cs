namespace Mlp;

/// <summary>
/// Drops values in training: each of a sample is 0 with a probability, and those that stay are divided by the probability of staying, so that their mean
/// is what it was [Srivastava et al. 2014]. A prediction and a loss see all values as they are.
/// </summary>
/// <param name="probability">The probability of being dropped: 0 or more, and below 1 as a float. 0 drops nothing.</param>
/// <remarks>
/// Which values are dropped follows from the network's seed, the number of steps taken, the sample's place in its minibatch, the layer and the value's
/// place in it. So a training is the same for any number of threads, but for rounding, and when it is saved and resumed.
/// </remarks>
public sealed class DropoutAttribute(double probability) : LayerAttribute
{
    /// <summary>The probability of being dropped.</summary>
    public double Probability { get; } = probability;
}
