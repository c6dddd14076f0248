using Mlp;

var network = new LineNet(seed: 1);
for (int step = 0; step < 500; step++)
{
    network.TrainStep([-1, 0, 1, 2], [-1, 1, 3, 5], learningRate: 0.1f);
}

float[] output = new float[1];
network.Forward([10], output);
Console.WriteLine(MathF.Round(output[0], 2));

[Mlp(1, 1, Optimizer = "Momentum", Momentum = 0.5)]
internal sealed partial class LineNet;
