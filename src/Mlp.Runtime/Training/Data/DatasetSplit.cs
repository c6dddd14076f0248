namespace Mlp.Training;

/// <summary>Two parts of a dataset that together hold each of its rows once.</summary>
/// <param name="Training">The rows to learn from.</param>
/// <param name="HeldOut">The rows kept back: for validation during training, or for the test after it.</param>
public readonly record struct DatasetSplit(Dataset Training, Dataset HeldOut);
