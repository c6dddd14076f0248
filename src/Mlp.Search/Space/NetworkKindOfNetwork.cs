using System;
using System.IO;
using System.Threading;
using Mlp.Searching.Results;
using Mlp.Searching.Trials;
using Mlp.Training;

namespace Mlp.Searching.Space;

/// <summary>What a search does with networks of one type.</summary>
/// <typeparam name="TNetwork">The type.</typeparam>
internal sealed class NetworkKind<TNetwork> : NetworkKind
    where TNetwork : class, INetwork<TNetwork>, new()
{
    /// <summary>The kind of this type.</summary>
    internal NetworkKind()
        : base(typeof(TNetwork), TNetwork.Description ?? throw new ArgumentException($"{typeof(TNetwork).Name} has no Description, but a search needs one: let it say its layers, its loss and its optimizer."))
    {
    }

    /// <inheritdoc/>
    internal override int InputSize => TNetwork.InputSize;

    /// <inheritdoc/>
    internal override int OutputSize => TNetwork.OutputSize;

    /// <inheritdoc/>
    internal override int ParameterCount => TNetwork.ParameterCount;

    /// <inheritdoc/>
    internal override FoldTraining Train(FoldTask task)
    {
        TNetwork network = Create(task.Seed);
        TrainingCheckpoint? left = task.Checkpoint is { } bytes ? TrainingCheckpoint.Load<TNetwork>(new MemoryStream(bytes, writable: false)) : null;
        TrainerOptions options = task.Options with
        {
            Resume = left,
            Checkpoint = checkpoint => task.Run.AfterEpoch(checkpoint.Epoch, checkpoint.BestLoss, checkpoint.Save),
        };
        TrainingResult result = Trainer.Fit(network, task.Training, options, progress: null, task.Cancellation);
        return new FoldTraining(result, result.StopReason is StopReason.Diverged or StopReason.Cancelled ? null : WeightsOf(network));
    }

    /// <inheritdoc/>
    internal override void RequireFit(Dataset training, TrainerOptions options) =>

        // A training that is cancelled before it begins has looked at everything.
        Trainer.Fit(Create(0), training, options, progress: null, new CancellationToken(canceled: true));

    /// <inheritdoc/>
    internal override void RequireTargets(Dataset data) => Create(0).MeanLoss(data);

    /// <inheritdoc/>
    internal override EnsembleMember Load(byte[] weights) => new EnsembleMember<TNetwork>(LoadNetwork(weights));

    /// <summary>A network with the weights of a file, which knows what its data mean.</summary>
    internal static TNetwork LoadNetwork(byte[] weights)
    {
        var network = new TNetwork();
        network.LoadWeights(new MemoryStream(weights, writable: false));
        return network;
    }

    private static TNetwork Create(ulong seed)
    {
        var network = new TNetwork();
        network.Initialize(seed);
        return network;
    }

    private static byte[] WeightsOf(TNetwork network)
    {
        using var stream = new MemoryStream();
        network.SaveWeights(stream);
        return stream.ToArray();
    }
}
