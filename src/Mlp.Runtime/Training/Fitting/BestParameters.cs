using System;
using System.Collections.Generic;
using Mlp.CompilerServices;

namespace Mlp.Training;

/// <summary>Keeps the parameters of the best epoch, of the one that was best before it, and those from before the training.</summary>
/// <typeparam name="TNetwork">The network.</typeparam>
internal sealed class BestParameters<TNetwork>
    where TNetwork : INetwork<TNetwork>
{
    private readonly INetwork<TNetwork> _network;
    private readonly Snapshot _initial = new();
    private Snapshot _best = new();
    private Snapshot _previous = new();
    private Snapshot _latest = new();

    /// <summary>Remembers the parameters from before the training: they are the best ones until an epoch is completed.</summary>
    internal BestParameters(INetwork<TNetwork> network)
    {
        _network = network;
        network.CopyParametersTo(_initial.Parameters);
        network.CopyParametersTo(_best.Parameters);
    }

    /// <summary>The best epoch; 0 as long as there is none.</summary>
    internal int Epoch => _best.Epoch;

    /// <summary>Its loss; NaN as long as there is none.</summary>
    internal double Loss => _best.Loss;

    /// <summary>The best parameters.</summary>
    internal float[] Best => _best.Parameters;

    /// <summary>Those that were the best before them; null where none were.</summary>
    internal float[]? Previous => _previous.Epoch > 0 ? _previous.Parameters : null;

    /// <summary>Those from before the training.</summary>
    internal float[] Initial => _initial.Parameters;

    /// <summary>Takes over what there was before a training was interrupted.</summary>
    internal void Restore(TrainingState state)
    {
        BestEpochs epochs = BestEpochs.Of(state.History);
        state.Initial.CopyTo(_initial.Parameters, 0);
        _best.Take(state.Best, epochs.Best, state.History);
        if (state.Previous is { } previous)
        {
            _previous.Take(previous, epochs.Previous, state.History);
        }
    }

    /// <summary>Takes over the parameters after an epoch if its loss is the smallest; the first of equals stays.</summary>
    /// <returns>Whether the loss and all parameters are finite: if not, nothing is taken over.</returns>
    internal bool Offer(int epoch, double loss)
    {
        _network.CopyParametersTo(_latest.Parameters);
        if (!double.IsFinite(loss) || !VectorNorm.IsFinite(_latest.Parameters))
        {
            return false;
        }

        if (Epoch == 0 || loss < Loss)
        {
            (_best, _previous, _latest) = (_latest, _best, _previous);
            _best.Epoch = epoch;
            _best.Loss = loss;
        }

        return true;
    }

    /// <summary>Gives the network the best parameters.</summary>
    internal void Restore() => _network.SetParameters(_best.Parameters);

    /// <summary>The loss that the network has with the parameters from before the training; it keeps those it has.</summary>
    /// <param name="loss">The loss of the network as it is.</param>
    internal double InitialLoss(Func<double> loss)
    {
        _network.CopyParametersTo(_latest.Parameters);
        double initial = LossOf(_initial, loss);
        _network.SetParameters(_latest.Parameters);
        return initial;
    }

    /// <summary>Measures the best parameters, the best ones before them and those from before the training: the best of the three are the best.</summary>
    /// <param name="loss">The loss of the network as it is.</param>
    internal void Reconsider(Func<double> loss)
    {
        if (Epoch == 0)
        {
            return;
        }

        double least = double.PositiveInfinity;
        Snapshot chosen = _initial;
        foreach (Snapshot snapshot in (ReadOnlySpan<Snapshot>)[_best, _previous, _initial])
        {
            // Whose parameters are those from before the training, or none, is measured with the last of the three.
            if (snapshot.Epoch > 0 || snapshot == _initial)
            {
                double measured = LossOf(snapshot, loss);
                (least, chosen) = measured < least ? (measured, snapshot) : (least, chosen);
            }
        }

        _best = chosen;
    }

    private double LossOf(Snapshot snapshot, Func<double> loss)
    {
        _network.SetParameters(snapshot.Parameters);
        return loss();
    }

    /// <summary>Parameters, and after which epoch they were the network's; 0 for before the training.</summary>
    private sealed class Snapshot
    {
        internal float[] Parameters { get; } = new float[TNetwork.ParameterCount];

        internal int Epoch { get; set; }

        internal double Loss { get; set; } = double.NaN;

        internal void Take(float[] parameters, int epoch, IReadOnlyList<EpochReport> history)
        {
            parameters.CopyTo(Parameters, 0);
            (Epoch, Loss) = (epoch, history[epoch - 1].MonitoredLoss);
        }
    }
}
