using System;

namespace Mlp.Training;

/// <summary>A training diverged. The message names the likely cause and what to do.</summary>
public sealed class TrainingDivergedException : InvalidOperationException
{
    internal TrainingDivergedException(TrainingResult result)
        : base(result.ToString())
    {
        Result = result;
    }

    /// <summary>How the training went; the network has the parameters of its best epoch.</summary>
    public TrainingResult Result { get; }
}
