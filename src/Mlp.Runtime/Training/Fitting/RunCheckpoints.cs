using System;
using System.Collections.Generic;
using Mlp.CompilerServices;
using Mlp.Serialization;

namespace Mlp.Training;

/// <summary>The checkpoints that a training gives, and how its network is brought to one. No memory is taken before one is saved.</summary>
/// <typeparam name="TNetwork">The network.</typeparam>
internal sealed class RunCheckpoints<TNetwork>
    where TNetwork : INetwork<TNetwork>
{
    private readonly INetwork<TNetwork> _network;
    private readonly Action<TrainingCheckpoint>? _told;
    private readonly IResumableTraining? _training;
    private readonly Func<TrainingSettings> _settingsNow;
    private readonly int _moments;
    private TrainingSettings? _settings;
    private float[]? _parameters;
    private float[]? _remembered;

    /// <param name="network">The network.</param>
    /// <param name="options">Who is told, if anybody is, and what the training goes on from.</param>
    /// <param name="settings">What the training depends on: takes a pass over the samples, and is asked once at most.</param>
    /// <exception cref="ArgumentException">The network cannot say what it remembers.</exception>
    internal RunCheckpoints(INetwork<TNetwork> network, TrainerOptions options, Func<TrainingSettings> settings)
    {
        _network = network;
        _told = options.Checkpoint;
        _settingsNow = settings;
        if (options.Checkpoint is null && options.Resume is null)
        {
            return;
        }

        _training = network as IResumableTraining;
        _moments = OptimizerMoments.Of(TNetwork.Description.Optimizer).Length;
        string? memory = _moments > 0 ? $"whose optimizer is {TNetwork.Description.Optimizer}" : TNetwork.Description.DrawsMasks ? "which has a Dropout layer" : null;
        if (_training is null && memory is not null)
        {
            throw new ArgumentException(
                $"{typeof(TNetwork).Name}, {memory}, is no IResumableTraining, so that nobody can save what it remembers from step to step: leave Checkpoint and Resume out, or let [Mlp] emit the network.",
                nameof(network));
        }
    }

    /// <summary>What the training depends on.</summary>
    internal TrainingSettings Settings => _settings ??= _settingsNow();

    /// <summary>Tells who asked for it that an epoch is completed.</summary>
    /// <param name="best">The best parameters so far.</param>
    /// <param name="explosions">What losses are compared with.</param>
    /// <param name="history">The reports of all epochs.</param>
    /// <param name="schema">What the data mean.</param>
    internal void Tell(BestParameters<TNetwork> best, ExplosionCheck explosions, IReadOnlyList<EpochReport> history, DataSchema schema)
    {
        if (_told is { } action)
        {
            TellTo(action, best, explosions, history, schema);
        }
    }

    /// <summary>Brings the network to where a training was.</summary>
    internal void Restore(TrainingState state)
    {
        // First what may take memory.
        _training?.SetMoments(state.Moments, state.Progress);
        _network.SetParameters(state.Parameters);
    }

    // Apart: what a lambda captures is allocated where its method begins.
    private void TellTo(Action<TrainingCheckpoint> action, BestParameters<TNetwork> best, ExplosionCheck explosions, IReadOnlyList<EpochReport> history, DataSchema schema)
    {
        var checkpoint = new TrainingCheckpoint(TNetwork.Description, history.Count, best.Epoch, best.Loss, () => Current(best, explosions, history, schema));
        try
        {
            action(checkpoint);
        }
        finally
        {
            checkpoint.End();
        }
    }

    private TrainingState Current(BestParameters<TNetwork> best, ExplosionCheck explosions, IReadOnlyList<EpochReport> history, DataSchema schema)
    {
        _parameters ??= new float[TNetwork.ParameterCount];
        _remembered ??= new float[_moments * TNetwork.ParameterCount];
        _network.CopyParametersTo(_parameters);
        OptimizerProgress progress = _training?.CopyMomentsTo(_remembered) ?? default;
        return new TrainingState
        {
            Parameters = _parameters,
            Moments = _remembered,
            Progress = progress,
            Best = best.Best,
            Previous = best.Previous,
            Initial = best.Initial,
            History = history,
            FirstLoss = explosions.FirstLoss,

            // One that is no number is asked for again: it comes out the same.
            InitialLoss = explosions.InitialLoss is { } initial && double.IsFinite(initial) ? initial : null,
            Settings = Settings,
            Schema = SchemaRules.ToKeep(schema, TNetwork.OutputSize),
        };
    }
}
