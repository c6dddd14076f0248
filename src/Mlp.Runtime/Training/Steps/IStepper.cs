namespace Mlp.Training;

/// <summary>A way of taking a step on a minibatch.</summary>
internal interface IStepper
{
    /// <summary>Takes one step.</summary>
    /// <param name="start">The first sample, in the order of the epoch.</param>
    /// <param name="count">How many: 1 to the size of a batch.</param>
    /// <param name="learningRate">The step size α of the schedule.</param>
    TakenStep Step(int start, int count, double learningRate);
}
