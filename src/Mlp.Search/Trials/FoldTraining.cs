using Mlp.Training;

namespace Mlp.Searching.Trials;

/// <summary>How a network was trained on one fold.</summary>
/// <param name="Result">How it went.</param>
/// <param name="Weights">The best weights, as safetensors; none where it diverged or was cancelled.</param>
internal sealed record FoldTraining(TrainingResult Result, byte[]? Weights);
