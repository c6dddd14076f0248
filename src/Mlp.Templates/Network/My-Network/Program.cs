namespace My_Network;

using global::System;
using global::System.Globalization;
using global::System.IO;
using global::Mlp.Plots;
using global::Mlp.Training;

/// <summary>The commands: <c>dotnet run -- train</c> and <c>dotnet run -- predict 5.1 3.5 1.4 0.2</c>.</summary>
internal static class Program
{
    private const int Done = 0;
    private const int BadData = 1;
    private const int BadUsage = 2;

    private static int Main(string[] args)
    {
        try
        {
            return args switch
            {
                ["train"] => Train(),
                ["evaluate", string file] => Evaluate(file),
                ["predict", .. string[] sample] => Predict(sample),
                _ => Fail("usage: train | evaluate <file> | predict <number> ...", BadUsage),
            };
        }
        catch (Exception fault) when (fault is InvalidDataException or IOException or UnauthorizedAccessException or ArgumentException or InvalidOperationException)
        {
            // What is wrong with a file, or with what the network is to learn, is said in a line; anything else is a mistake in the program.
            return Fail(fault.Message, BadData);
        }
    }

    private static int Train()
    {
        (Dataset training, Dataset heldOut) = Samples.Read();
        Pipeline<Network> model = Model.Train(training, progress: new EpochProgress(Show));
        ClassificationReport report = model.EvaluateClassifier(heldOut);
        Console.WriteLine(report);
        Model.Save(model, Model.FileName, heldOut);
        Console.WriteLine($"saved: {Path.GetFullPath(Model.FileName)}");
        LossPlot.Of(model.Training!).SaveSvg("loss.svg");
        ConfusionPlot.Of(report).SaveSvg("confusion.svg");
        Console.WriteLine($"drawn: {Path.GetFullPath("loss.svg")} and confusion.svg");
        return Done;
    }

    private static int Evaluate(string file)
    {
        Console.WriteLine(Model.Load(Model.SavedFile).EvaluateClassifier(Samples.Read(file)));
        return Done;
    }

    private static int Predict(string[] sample)
    {
        float[] numbers = new float[sample.Length];
        for (int index = 0; index < sample.Length; index++)
        {
            if (!float.TryParse(sample[index], NumberStyles.Float, CultureInfo.InvariantCulture, out numbers[index]) || !float.IsFinite(numbers[index]))
            {
                return Fail($"{sample[index]} is no number, or too large: write one such as 5.1.", BadUsage);
            }
        }

        if (numbers.Length != Network.InputSize)
        {
            return Fail($"There must be {Network.InputSize} numbers, not {numbers.Length}: {string.Join(", ", Samples.Features)}.", BadUsage);
        }

        (string name, float probability) = Model.Load(Model.SavedFile).Name(numbers);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name}, p = {probability:F3}"));
        return Done;
    }

    private static void Show(EpochReport report)
    {
        if (report.Epoch % 10 == 0)
        {
            Console.WriteLine(report);
        }
    }

    private static int Fail(string reason, int exitCode)
    {
        Console.Error.WriteLine(reason);
        return exitCode;
    }
}
