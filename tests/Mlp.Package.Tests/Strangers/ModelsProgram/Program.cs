using Mlp;
using Mlp.Onnx;
using Models;

float[] inputs = [.. Enumerable.Range(0, 8).SelectMany(number => new float[] { number & 1, number >> 1 & 1, number >> 2 })];
int[] labels = [.. Enumerable.Range(0, 8).Select(number => int.PopCount(number) % 2)];
var network = new ParityNet(seed: 1);
for (int step = 0; step < 1_000; step++)
{
    network.TrainStep(inputs, labels, learningRate: 0.02f);
}

using var stream = new MemoryStream();
network.Save(stream);
stream.Position = 0;
Print(ParityNet.Load(stream));
network.SaveOnnx(Path.Combine(AppContext.BaseDirectory, "parity.onnx"));

void Print<TNetwork>(TNetwork loaded)
    where TNetwork : IClassifier<TNetwork> =>
    Console.WriteLine(string.Join(' ', inputs.Chunk(TNetwork.InputSize).Select(input => loaded.Classify(input))));
