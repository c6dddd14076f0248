using Mlp;

var network = new AndNet(seed: 1);
AndNet untrained = network.Clone();
for (int step = 0; step < 1_000; step++)
{
    network.TrainStep([0, 0, 0, 1, 1, 0, 1, 1], [0, 0, 0, 1], learningRate: 1f);
}

Console.WriteLine($"{network.Classify([1, 1])} {network.Classify([1, 0])} {Bits(untrained) == Bits(new AndNet(seed: 1))}");

static string Bits(AndNet network)
{
    float[] parameters = new float[AndNet.ParameterCount];
    network.CopyParametersTo(parameters);
    return string.Join(' ', parameters.Select(BitConverter.SingleToInt32Bits));
}

[Mlp(2, 1, Output = "Sigmoid")]
internal partial struct AndNet;
