using System;

namespace Mlp.Training;

/// <summary>The loss of a minibatch at the network's parameters, and its gradient.</summary>
internal interface IBatchLoss
{
    /// <summary>The mean over the samples of weight times loss.</summary>
    /// <param name="start">The first sample, in the order of the epoch.</param>
    /// <param name="count">How many: 1 to the size of a batch.</param>
    double Loss(int start, int count);

    /// <summary>The same, and its gradient.</summary>
    /// <param name="start">The first sample, in the order of the epoch.</param>
    /// <param name="count">How many: 1 to the size of a batch.</param>
    /// <param name="gradient">Receives ∂L/∂θ in canonical order.</param>
    double Gradient(int start, int count, Span<float> gradient);
}
