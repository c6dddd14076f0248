using System;
using Mlp.CompilerServices;
using Mlp.Training;
using Mlp.Validation;

namespace Mlp.Serialization;

/// <summary>The values of a network: its parameters, what its data mean and, on request, what its optimizer remembers.</summary>
internal static class NetworkMemory
{
    /// <summary>Copies them out.</summary>
    /// <exception cref="ArgumentException">The state of the optimizer is asked for, but the network does not give it.</exception>
    internal static NetworkValues Copy<TNetwork>(IPredictor<TNetwork> network, bool withState)
        where TNetwork : IPredictor<TNetwork>
    {
        IResumableTraining? training = withState ? TrainingOf(network) : null;
        int parameters = TNetwork.ParameterCount;
        float[] values = new float[withState ? Length<TNetwork>() : parameters];
        network.CopyParametersTo(values.AsSpan(0, parameters));
        OptimizerProgress progress = training?.CopyMomentsTo(values.AsSpan(parameters)) ?? default;
        return new NetworkValues(values, withState ? progress : null, (network as IFittedNetwork)?.Schema);
    }

    /// <summary>Replaces them. Where the state is asked for and there is none, the optimizer forgets all.</summary>
    /// <param name="network">The network.</param>
    /// <param name="training">What <see cref="TrainingOf"/> gave where the state is asked for.</param>
    /// <param name="values">Values of this network.</param>
    internal static void Replace<TNetwork>(IPredictor<TNetwork> network, IResumableTraining? training, NetworkValues values)
        where TNetwork : IPredictor<TNetwork>
    {
        int parameters = TNetwork.ParameterCount;

        // First what may take memory.
        training?.SetMoments(
            values.Optimizer is null ? new float[Length<TNetwork>() - parameters] : values.Values.AsSpan(parameters), values.Optimizer ?? default);
        network.SetParameters(values.Values.AsSpan(0, parameters));
        if (network is IFittedNetwork fitted)
        {
            fitted.Schema = values.Schema;
        }
    }

    /// <summary>Where a network's state is to be had; none where it is trained by plain gradient descent, which remembers nothing.</summary>
    /// <exception cref="ArgumentException">The network does not give it.</exception>
    internal static IResumableTraining? TrainingOf<TNetwork>(IPredictor<TNetwork> network)
        where TNetwork : IPredictor<TNetwork> => network as IResumableTraining
        ?? (OptimizerMoments.Of(TNetwork.Description.Optimizer).Length == 0 ? null : throw new ArgumentException(
            $"{typeof(TNetwork).Name} is no IResumableTraining, which OptimizerState needs: leave it out, or let [Mlp] emit the network.", "options"));

    private static int Length<TNetwork>()
        where TNetwork : IPredictor<TNetwork> => ArrayLength.Of(
            1 + OptimizerMoments.Of(TNetwork.Description.Optimizer).Length,
            TNetwork.ParameterCount,
            "Parameters and what the optimizer remembers of them",
            "leave OptimizerState out",
            "options");
}
