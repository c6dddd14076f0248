using Mlp.Training;

namespace Mlp.Samples;

/// <summary>A network that has learnt to read digits, and what it makes of images that it has not seen.</summary>
/// <param name="Network">The network with its best parameters.</param>
/// <param name="Training">How the training went.</param>
/// <param name="Report">How well it reads the held-out images.</param>
/// <param name="Read">The digit that it reads in each of them.</param>
internal sealed record DigitReader<TNetwork>(TNetwork Network, TrainingResult Training, ClassificationReport Report, int[] Read)
    where TNetwork : IClassifier<TNetwork>;
