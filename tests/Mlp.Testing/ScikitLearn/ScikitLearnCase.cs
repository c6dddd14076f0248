namespace Mlp.Testing.ScikitLearn;

/// <summary>One fit of scikit-learn's MLPClassifier and its losses, epoch by epoch.</summary>
public sealed record ScikitLearnCase
{
    /// <summary>SGD, Momentum, Nesterov or Adam.</summary>
    public required string Optimizer { get; init; }

    /// <summary>The hidden activation, a name of <see cref="Activation"/>; the output is softmax with cross entropy.</summary>
    public required string Hidden { get; init; }

    /// <summary>Samples of a step; the last step of an epoch may have fewer.</summary>
    public required int BatchSize { get; init; }

    /// <summary>α, the same in all epochs.</summary>
    public required double LearningRate { get; init; }

    /// <summary>scikit-learn's alpha over the size of the batch: what is added to the gradient of a weight w is this times w.</summary>
    public required double WeightDecay { get; init; }

    /// <summary>The parameters at the start, in canonical order.</summary>
    public required float[] InitialParameters { get; init; }

    /// <summary>For each epoch the mean loss before the steps that it took; the penalty of weight decay is not in it.</summary>
    public required double[] TrainingLoss { get; init; }

    /// <summary>scikit-learn's loss_curve_: the training loss with the penalty.</summary>
    public required double[] LossCurve { get; init; }

    /// <summary>For each epoch the mean loss of the training data after it.</summary>
    public required double[] LogLoss { get; init; }

    /// <summary>For each epoch the mean loss of the held-out data after it.</summary>
    public required double[] HeldOutLoss { get; init; }

    /// <summary>What tells the cases apart.</summary>
    public override string ToString() => $"{Optimizer}, {Hidden}, batches of {BatchSize}{(WeightDecay > 0 ? ", weight decay" : "")}";
}
