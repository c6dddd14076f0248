namespace Mlp.Samples;

/// <summary>The 64 pixels of an image in, the probabilities of the ten digits out.</summary>
[Mlp(64, 64, 10, Hidden = "ReLU", Output = "Softmax")]
public sealed partial class DigitNet;
