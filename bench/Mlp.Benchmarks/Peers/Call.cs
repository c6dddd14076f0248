namespace Mlp.Benchmarks.Peers;

/// <summary>What is asked of a network; the names travel to the peers.</summary>
internal enum Call
{
    /// <summary>One sample after another, a call each.</summary>
    OneSample,

    /// <summary>Predictions of 1,024 samples in one call.</summary>
    Batch,

    /// <summary>A step of gradient descent on 32 samples.</summary>
    Training,

    /// <summary>The gradient of 10,000 samples in one call.</summary>
    Gradient,
}
