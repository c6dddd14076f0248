namespace Mlp.Training;

/// <summary>Keeps the parameters of the best epoch, and those from before the training.</summary>
/// <typeparam name="TNetwork">The network.</typeparam>
internal sealed class BestParameters<TNetwork>
    where TNetwork : INetwork<TNetwork>
{
    private readonly float[] _initial = new float[TNetwork.ParameterCount];
    private float[] _best = new float[TNetwork.ParameterCount];
    private float[] _latest = new float[TNetwork.ParameterCount];

    /// <summary>Remembers the parameters from before the training: they are the best ones until an epoch is completed.</summary>
    internal BestParameters(ref TNetwork network)
    {
        network.CopyParametersTo(_initial);
    }

    /// <summary>The best epoch; 0 as long as there is none.</summary>
    internal int Epoch { get; private set; }

    /// <summary>Its loss; NaN as long as there is none.</summary>
    internal double Loss { get; private set; } = double.NaN;

    /// <summary>Takes over the parameters after an epoch if its loss is the smallest; the first of equals stays.</summary>
    /// <returns>Whether the loss and all parameters are finite: if not, nothing is taken over.</returns>
    internal bool Offer(ref TNetwork network, int epoch, double loss)
    {
        network.CopyParametersTo(_latest);
        if (!double.IsFinite(loss) || !VectorNorm.IsFinite(_latest))
        {
            return false;
        }

        if (Epoch == 0 || loss < Loss)
        {
            (_best, _latest) = (_latest, _best);
            Epoch = epoch;
            Loss = loss;
        }

        return true;
    }

    /// <summary>Gives the network the best parameters.</summary>
    internal void Restore(ref TNetwork network) => network.SetParameters(Epoch == 0 ? _initial : _best);

    /// <summary>Gives the network the parameters from before the training.</summary>
    internal void RestoreInitial(ref TNetwork network) => network.SetParameters(_initial);

    /// <summary>Forgets the best epoch: the parameters from before the training are the best ones.</summary>
    internal void PreferInitial()
    {
        Epoch = 0;
        Loss = double.NaN;
    }
}
