namespace Mlp.Training;

/// <summary>Counts the epochs since the monitored loss has improved.</summary>
/// <param name="patience">How many of them in a row are too many; without it none are.</param>
/// <param name="minimumImprovement">An improvement is larger than this.</param>
internal struct PatienceCounter(int? patience, double minimumImprovement)
{
    private double _improved = double.PositiveInfinity;
    private int _epochsSince;

    /// <summary>Whether the patience is at its end.</summary>
    internal readonly bool IsExhausted => _epochsSince >= patience;

    /// <summary>Takes an epoch's loss into account; a NaN is no improvement.</summary>
    internal void Observe(double loss)
    {
        if (loss < _improved - minimumImprovement)
        {
            _improved = loss;
            _epochsSince = 0;
        }
        else
        {
            _epochsSince++;
        }
    }
}
