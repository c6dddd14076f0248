using System;
using Mlp.CompilerServices;

namespace Mlp.Training;

/// <summary>What options ask of each other and of the network.</summary>
internal static class OptionRules
{
    /// <summary>Refuses options that contradict each other, or that the network cannot follow.</summary>
    /// <param name="network">The network.</param>
    /// <param name="samples">The number of samples to learn from.</param>
    /// <param name="options">The options.</param>
    /// <exception cref="ArgumentException">What is wrong and what to do.</exception>
    internal static void Require<TNetwork>(INetwork<TNetwork> network, int samples, TrainerOptions options)
        where TNetwork : INetwork<TNetwork>
    {
        if (options.NeedsSlices && network is not ISlicedTraining)
        {
            throw new ArgumentException(
                $"{typeof(TNetwork).Name} is no ISlicedTraining, which ClassWeights, SampleWeights and DegreeOfParallelism need: leave them out, or let [Mlp] emit the network.",
                nameof(network));
        }

        if (options.LineSearch is not null)
        {
            RequireWholeBatches<TNetwork>(samples, options);
        }
    }

    private static void RequireWholeBatches<TNetwork>(int samples, TrainerOptions options)
        where TNetwork : INetwork<TNetwork>
    {
        if (options.ChosenBatchSize < samples)
        {
            throw Contradiction($"LineSearch and a BatchSize of {options.ChosenBatchSize}, but each of its steps uses all {samples} samples: leave one of them out.");
        }

        if (options.RateOption is { } rate)
        {
            throw Contradiction($"both LineSearch and {rate}, but the search finds the steps: leave one of them out, or set the search's initialStep.");
        }

        if (options.ClipNorm is not null)
        {
            throw Contradiction($"both LineSearch and ClipNorm, but the search finds how long a step is: leave one of them out.");
        }

        if (options.WeightDecay > 0)
        {
            throw Contradiction($"both LineSearch and WeightDecay, but the search only knows the loss: leave one of them out.");
        }

        string optimizer = TNetwork.Description.Optimizer;
        if (!optimizer.Equals(Optimizer.SGD, StringComparison.OrdinalIgnoreCase))
        {
            throw Contradiction($"LineSearch, which is gradient descent, but the network's optimizer is {optimizer}: leave LineSearch out, or declare the network with SGD.");
        }

        if (TNetwork.Description.IsRegularized)
        {
            throw Contradiction($"LineSearch, which only knows the loss, but the network also has WeightDecay or L1: leave LineSearch out, or declare the network without WeightDecay and L1.");
        }

        if (TNetwork.Description.DrawsMasks)
        {
            throw Contradiction($"LineSearch, which compares losses of parameters, but the network has a Dropout layer, with which each step has a loss of its own: leave LineSearch out, or declare the network without Dropout.");
        }
    }

    private static ArgumentException Contradiction(FormattableString what) => new("options has " + RowMajor.Invariant(what), "options");
}
