using System;
using System.IO;
using Mlp.Serialization;

namespace Mlp.Training;

/// <summary>
/// A training after one of its epochs, from which it goes on as if it had not been interrupted, to the last bit: parameters, what the
/// optimizer remembers, best parameters, reports. <see cref="TrainerOptions.Checkpoint"/> is given one after each epoch; one that was
/// saved and loaded is for <see cref="TrainerOptions.Resume"/>.
/// </summary>
/// <remarks>
/// A file of it is a weight file too: its weights are the best so far, with class names and scalers, and load by
/// <see cref="NetworkWeights"/> as any others.
/// </remarks>
/// <example><code>
/// TrainerOptions options = new() { Epochs = 200, Patience = 10, Seed = 1, Checkpoint = checkpoint =&gt; checkpoint.Save("training.safetensors") };
/// Trainer.Fit(new Net(seed: 1), data, options with { Resume = TrainingCheckpoint.Load&lt;Net&gt;("training.safetensors") });
/// </code></example>
public sealed class TrainingCheckpoint
{
    private readonly NetworkDescription _network;
    private readonly TrainingState? _loaded;
    private readonly Type? _type;

    // What a training has now; none once it goes on.
    private Func<TrainingState>? _current;

    /// <summary>That of a training that waits until it is told to go on.</summary>
    /// <param name="network">What is trained.</param>
    /// <param name="epoch">The epoch that was completed.</param>
    /// <param name="bestEpoch">The best so far.</param>
    /// <param name="bestLoss">Its loss.</param>
    /// <param name="current">Gives what the training has now.</param>
    internal TrainingCheckpoint(NetworkDescription network, int epoch, int bestEpoch, double bestLoss, Func<TrainingState> current)
    {
        _network = network;
        (Epoch, BestEpoch, BestLoss) = (epoch, bestEpoch, bestLoss);
        _current = current;
    }

    private TrainingCheckpoint(Type type, NetworkDescription network, TrainingState loaded)
    {
        _type = type;
        _network = network;
        _loaded = loaded;
        Epoch = loaded.History.Count;
        BestEpoch = BestEpochs.Of(loaded.History).Best;
        BestLoss = loaded.History[BestEpoch - 1].MonitoredLoss;
    }

    /// <summary>The epochs that were completed, 1 or more.</summary>
    public int Epoch { get; }

    /// <summary>The first epoch of the smallest monitored loss.</summary>
    public int BestEpoch { get; }

    /// <summary>The monitored loss of that epoch.</summary>
    public double BestLoss { get; }

    /// <summary>Saves the training to a file in one step: the path always has the whole old file or the whole new one.</summary>
    /// <param name="path">The file; one that exists is replaced.</param>
    /// <exception cref="ArgumentException">The file would be longer than the 256 MiB that are read.</exception>
    /// <exception cref="InvalidOperationException">The training has gone on: a checkpoint that was not loaded is saved in the call that is given it.</exception>
    /// <exception cref="IOException">The file cannot be written; what it was, it still is.</exception>
    /// <exception cref="UnauthorizedAccessException">The file is read-only, or its directory is.</exception>
    public void Save(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        WeightPath.Replace(path, new CheckpointFile(_network, State()).WriteTo);
    }

    /// <summary>Saves the training to a stream, which stays open.</summary>
    /// <param name="stream">Receives the file from where it stands on.</param>
    /// <exception cref="ArgumentException">The stream cannot be written, or the file would be longer than the 256 MiB that are read.</exception>
    /// <exception cref="InvalidOperationException">The training has gone on: a checkpoint that was not loaded is saved in the call that is given it.</exception>
    /// <exception cref="IOException">The stream's own.</exception>
    public void Save(Stream stream)
    {
        WeightFile.RequireWritable(stream);
        new CheckpointFile(_network, State()).WriteTo(stream);
    }

    /// <summary>Loads a training that was saved.</summary>
    /// <typeparam name="TNetwork">The network, declared as it was.</typeparam>
    /// <param name="path">The file.</param>
    /// <exception cref="WeightFileException">The file does not hold a training of this network.</exception>
    /// <exception cref="IOException">There is no such file, it is no ordinary one, or it cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read.</exception>
    public static TrainingCheckpoint Load<TNetwork>(string path)
        where TNetwork : INetwork<TNetwork>
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        using FileStream stream = WeightPath.OpenRead(path);
        return Load<TNetwork>(stream);
    }

    /// <summary>Loads a training from a stream, which stays open.</summary>
    /// <typeparam name="TNetwork">The network, declared as it was.</typeparam>
    /// <param name="stream">The file, from where the stream stands to its end.</param>
    /// <exception cref="ArgumentException">The stream cannot be read.</exception>
    /// <exception cref="WeightFileException">The stream does not hold a training of this network.</exception>
    /// <exception cref="IOException">The stream's own.</exception>
    public static TrainingCheckpoint Load<TNetwork>(Stream stream)
        where TNetwork : INetwork<TNetwork>
    {
        WeightFile.RequireReadable(stream);
        return new TrainingCheckpoint(typeof(TNetwork), TNetwork.Description, CheckpointReader.Read(stream, TNetwork.Description));
    }

    /// <summary>Ends the time in which one that was not loaded can be saved.</summary>
    internal void End() => _current = null;

    /// <summary>What a training of a network goes on from.</summary>
    /// <typeparam name="TNetwork">The network.</typeparam>
    /// <exception cref="ArgumentException">It was not loaded, or for another network.</exception>
    internal TrainingState For<TNetwork>()
        where TNetwork : INetwork<TNetwork>
    {
        if (_loaded is null)
        {
            throw new ArgumentException("options has a Resume that a training gave to its Checkpoint: Save it there, and set Resume to what TrainingCheckpoint.Load gives.", "options");
        }

        return _type == typeof(TNetwork)
            ? _loaded
            : throw new ArgumentException($"options has a Resume that was loaded for {_type!.Name}, but the network is {typeof(TNetwork).Name}: load it with TrainingCheckpoint.Load<{typeof(TNetwork).Name}>.", "options");
    }

    private TrainingState State() => _loaded ?? _current?.Invoke()
        ?? throw new InvalidOperationException("The training has gone on, and what it had at this checkpoint is no more: Save it in the call that is given the checkpoint.");
}
