using System;
using System.Globalization;
using Mlp.Training;

namespace BareProject
{
    internal static class Program
    {
        private static void Main()
        {
            float[] inputs = new float[60];
            int[] labels = new int[30];
            for (int sample = 0; sample < labels.Length; sample++)
            {
                inputs[2 * sample] = MathF.Cos(sample);
                inputs[(2 * sample) + 1] = MathF.Sin(sample);
                labels[sample] = inputs[2 * sample] > 0f ? 1 : 0;
            }

            HalfPlaneNet network = new HalfPlaneNet(1);
            Dataset data = Dataset.FromLabels(inputs, 2, labels);
            TrainingResult result = Trainer.Fit(network, data, new TrainerOptions { Epochs = 50 });
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{result.History.Count} {network.Classify(new float[] { 1f, 0f })}"));
        }
    }

    [Mlp.Mlp(2, 6, 2, Output = "Softmax")]
    internal sealed partial class HalfPlaneNet
    {
    }
}
