namespace Mlp.Benchmarks.Peers;

/// <summary>What is asked of a network; the names travel to the peers.</summary>
internal enum Call
{
    /// <summary>One sample after another, a call each.</summary>
    OneSample,

    /// <summary>Predictions of a batch in one call.</summary>
    Batch,

    /// <summary>A step of the network's optimizer on a batch.</summary>
    Training,

    /// <summary>The gradient of a batch in one call.</summary>
    Gradient,
}
