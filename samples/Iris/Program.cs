// Trains a 4-16-3 network on the iris data and names the flowers it has never seen.
// An argument is the seed of the split, of the initial parameters and of the order of the samples.

using System;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using Mlp.Samples;

const int Epochs = 200;
const int BatchSize = 10;
const float LearningRate = 0.05f;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
int seed = args.Length > 0 ? int.Parse(args[0]) : 0;
IrisData data = IrisData.Load(Path.Combine(AppContext.BaseDirectory, "iris.csv"), seed);
var network = new IrisNet((ulong)seed);
Console.WriteLine(IrisNet.Summary);
Console.WriteLine();

Train();
MeasurePrediction();
Console.WriteLine($"accuracy: {Accuracy():F3}");

void Train()
{
    var random = new Random(seed);
    int[] order = new int[data.TrainingLabels.Length];
    for (int index = 0; index < order.Length; index++)
    {
        order[index] = index;
    }

    float[] inputs = new float[BatchSize * IrisNet.InputSize];
    int[] labels = new int[BatchSize];
    for (int epoch = 1; epoch <= Epochs; epoch++)
    {
        random.Shuffle(order);
        for (int start = 0; start < order.Length; start += BatchSize)
        {
            int count = Math.Min(BatchSize, order.Length - start);
            for (int row = 0; row < count; row++)
            {
                int sample = order[start + row];
                data.TrainingInputs.AsSpan(sample * IrisNet.InputSize, IrisNet.InputSize).CopyTo(inputs.AsSpan(row * IrisNet.InputSize));
                labels[row] = data.TrainingLabels[sample];
            }

            network.TrainStep(inputs.AsSpan(0, count * IrisNet.InputSize), labels.AsSpan(0, count), LearningRate);
        }

        if (epoch == 1 || epoch % 25 == 0)
        {
            float loss = network.ComputeLoss(data.TrainingInputs, data.TrainingLabels);
            Console.WriteLine($"epoch {epoch,3}   loss {loss:F4}");
        }
    }
}

void MeasurePrediction()
{
    const int Predictions = 1_000_000;
    Span<float> probabilities = stackalloc float[IrisNet.OutputSize];
    ReadOnlySpan<float> flower = data.HeldOutInputs.AsSpan(0, IrisNet.InputSize);

    // The first round warms up: the just-in-time compiler replaces its first, quick code.
    double nanoseconds = 0;
    for (int round = 0; round < 2; round++)
    {
        long start = Stopwatch.GetTimestamp();
        for (int prediction = 0; prediction < Predictions; prediction++)
        {
            network.Forward(flower, probabilities);
        }

        nanoseconds = Stopwatch.GetElapsedTime(start).TotalNanoseconds / Predictions;
    }

    Console.WriteLine();
    Console.WriteLine($"a prediction takes {nanoseconds:F1} ns: {data.Species[network.Classify(flower)]}, p = {probabilities[network.Classify(flower)]:F3}");
}

double Accuracy()
{
    int right = 0;
    for (int sample = 0; sample < data.HeldOutLabels.Length; sample++)
    {
        int named = network.Classify(data.HeldOutInputs.AsSpan(sample * IrisNet.InputSize, IrisNet.InputSize));
        right += named == data.HeldOutLabels[sample] ? 1 : 0;
    }

    return (double)right / data.HeldOutLabels.Length;
}
