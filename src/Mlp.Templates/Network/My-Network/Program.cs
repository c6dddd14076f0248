using System.Globalization;
using Mlp.Training;

namespace My_Network;

/// <summary>The commands: <c>dotnet run -- train</c> and <c>dotnet run -- predict 5.1 3.5 1.4 0.2</c>.</summary>
internal static class Program
{
    private static int Main(string[] args) => args switch
    {
        ["train"] => Train(),
        ["predict", .. string[] sample] => Predict(sample),
        _ => Fail("usage: train | predict <number> ..."),
    };

    private static int Train()
    {
        (Dataset training, Dataset heldOut) = Samples.Read();
        Model model = Model.Train(training, progress: new EpochProgress(Show));
        Console.WriteLine(model.Evaluate(heldOut));
        model.Save(Model.FileName, sample: heldOut.Features(0));
        Console.WriteLine($"saved: {Path.GetFullPath(Model.FileName)}");
        return 0;
    }

    private static int Predict(string[] sample)
    {
        float[] numbers = new float[sample.Length];
        for (int index = 0; index < sample.Length; index++)
        {
            if (!float.TryParse(sample[index], NumberStyles.Float, CultureInfo.InvariantCulture, out numbers[index]))
            {
                return Fail($"{sample[index]} is no number: write one such as 5.1.");
            }
        }

        if (numbers.Length != Network.InputSize)
        {
            return Fail($"There must be {Network.InputSize} numbers, not {numbers.Length}.");
        }

        (string name, float probability) = Model.Load(Model.SavedFile).Predict(numbers);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name}, p = {probability:F3}"));
        return 0;
    }

    private static void Show(EpochReport report)
    {
        if (report.Epoch % 10 == 0)
        {
            Console.WriteLine(report);
        }
    }

    private static int Fail(string reason)
    {
        Console.Error.WriteLine(reason);
        return 1;
    }
}
