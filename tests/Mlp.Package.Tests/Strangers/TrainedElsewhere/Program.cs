using Mlp;

// The file is that of a network which nobody trained: its seed is 4.
float[] flower = [5.1f, 3.5f, 1.4f, 0.2f];
float[] frozen = new float[FrozenNet.OutputSize];
float[] drawn = new float[FrozenNet.OutputSize];
FrozenNet.Forward(flower, frozen);
new DrawnNet(seed: 4).Forward(flower, drawn);
Console.WriteLine($"{frozen.AsSpan().SequenceEqual(drawn)} {FrozenNet.Classify(flower) == new DrawnNet(seed: 4).Classify(flower)} {FrozenNet.ParameterCount}");

[Mlp(4, 16, 3, Output = "Softmax", Weights = "models/iris.safetensors", Frozen = true)]
internal static partial class FrozenNet;

[Mlp(4, 16, 3, Output = "Softmax")]
internal partial class DrawnNet;
