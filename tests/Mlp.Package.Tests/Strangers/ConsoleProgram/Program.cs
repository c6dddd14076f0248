using Mlp;

float[] inputs = [0, 0, 0, 1, 1, 0, 1, 1];
int[] labels = [0, 1, 1, 0];
var network = new XorNet(seed: 1);
for (int step = 0; step < 2_000; step++)
{
    network.TrainStep(inputs, labels, learningRate: 0.5f);
}

Console.WriteLine(string.Join(' ', inputs.Chunk(XorNet.InputSize).Select(input => network.Classify(input))));

[Mlp(2, 8, 1, Hidden = Activation.Tanh, Output = Activation.Sigmoid)]
internal sealed partial class XorNet;
