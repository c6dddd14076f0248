// Trains a dense and a convolutional network on images of handwritten digits, and reads those that they have never seen.
// Arguments: the seed of the splits, of the initial parameters and of the order of the samples; a folder for the plots.
// Or: "seeds 10", for the accuracies of ten seeds and their means, without plots.

using System;
using System.Globalization;
using System.IO;
using Mlp;
using Mlp.Plots;
using Mlp.Samples;
using Mlp.Training;
using Spectre.Console;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
string folder = args.Length > 1 ? args[1] : "output";
IAnsiConsole console = Terminal.Open();
return Command.Run(args, RunOnce, seeds => SeedTable.Show(console, DigitImages.Read(), seeds));

void RunOnce(ulong seed)
{
    DigitParts images = DigitParts.Of(DigitImages.Read(), seed);
    console.WriteLine($"{images.Training.Count} images to learn from, {images.Validation.Count} to validate with, {images.HeldOut.Count} held out");
    Directory.CreateDirectory(folder);

    DigitReader<DigitNet> dense = DigitTraining.Dense(images, seed, Watch<DigitNet>);
    Show("digits", "Digits", images, dense);
    DigitReader<ConvDigitNet> convolutional = DigitTraining.Convolutional(images, seed, Watch<ConvDigitNet>);
    Show("digits-conv", "Digits, by convolutions", images, convolutional);
    Save("digits-conv-filters.svg", FilterImages.Draw(convolutional.Network));

    Table table = new Table().RoundedBorder().AddColumns("network", "parameters", "best epoch", "accuracy");
    AddRow("dense", dense);
    AddRow("convolutional", convolutional);
    console.Write(table);

    void AddRow<TNetwork>(string name, DigitReader<TNetwork> reader)
        where TNetwork : IClassifier<TNetwork> =>
        table.AddRow(name, $"{TNetwork.ParameterCount}", $"{reader.Training.BestEpoch}", $"{reader.Report.Accuracy:F3}");
}

TrainingResult Watch<TNetwork>(int epochs, Func<IProgress<EpochReport>?, TrainingResult> train)
    where TNetwork : IClassifier<TNetwork>
{
    console.WriteLine();
    console.WriteLine(TNetwork.Summary);
    console.WriteLine();
    return EpochDisplay.Watch(console, epochs, train);
}

void Show<TNetwork>(string file, string title, DigitParts images, DigitReader<TNetwork> reader)
    where TNetwork : IClassifier<TNetwork>
{
    TrainingResult training = reader.Training;
    console.WriteLine($"{training.History.Count} epochs in {training.History[^1].Elapsed.TotalMilliseconds:F0} ms, best was epoch {training.BestEpoch} with validation loss {training.BestLoss:F4}");
    console.WriteLine();
    console.WriteLine(reader.Report.ToString());
    console.WriteLine();
    console.Write(ConfusionTable.Of(reader.Report.Confusion));

    Save($"{file}-loss.svg", LossPlot.Of(training) with { Title = title, Scale = LossScale.Logarithmic });
    Save($"{file}-confusion.svg", ConfusionPlot.Of(reader.Report) with { Title = $"{title}: images that it has not seen" });
    Save($"{file}-misread.svg", MisreadImages.Draw(images.HeldOut, reader.Read));
}

void Save(string name, NetworkPlot plot)
{
    string path = Path.Combine(folder, name);
    plot.SaveSvg(path);
    console.WriteLine($"written: {path}");
}
