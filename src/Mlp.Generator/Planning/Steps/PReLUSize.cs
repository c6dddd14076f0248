namespace Mlp.Generator.Planning.Steps;

/// <summary>How many values a PReLU goes over, and how they stand.</summary>
/// <param name="IsInRows">Whether the channels of a sample stand side by side; else each channel has lines of its own.</param>
/// <param name="Height">The lines of each channel.</param>
/// <param name="Channels">The channels.</param>
/// <param name="Columns">The floats of a line; null where it has the samples of the chunk.</param>
internal sealed record PReLUSize(bool IsInRows, int Height, int Channels, int? Columns);
