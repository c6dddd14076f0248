namespace Mlp.Samples;

/// <summary>The 64 pixels of an image in, the probabilities of the ten digits out. The decay of the weights keeps it from learning images by heart.</summary>
[Mlp(64, 64, 10, Hidden = "ReLU", Output = "Softmax", Optimizer = "AdamW", WeightDecay = 0.1)]
public sealed partial class DigitNet;
