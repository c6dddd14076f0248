using Mlp.Training;

namespace Mlp.Searching.Trials;

/// <summary>One fold of the data as its networks see it: brought to the scalers that were fitted on the samples to learn from.</summary>
/// <param name="Training">The samples to learn from.</param>
/// <param name="HeldOut">The samples to measure with.</param>
internal sealed record PreparedFold(Dataset Training, Dataset HeldOut);
