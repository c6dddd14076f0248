namespace Mlp.Training;

/// <summary>A step on a minibatch.</summary>
/// <param name="Loss">
/// The mean loss of the minibatch before the step, and with a line search after it; not finite where the loss or the gradient
/// was not, and nothing can be learned any more.
/// </param>
/// <param name="LearningRate">The step size α; 0 where a line search found none.</param>
internal readonly record struct TakenStep(double Loss, double LearningRate);
