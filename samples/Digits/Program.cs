// Trains a 64-64-10 network on images of handwritten digits and reads those it has never seen.
// Arguments: the seed of the splits, of the initial parameters and of the order of the samples; a folder for the plots.

using System.Globalization;
using System.IO;
using Mlp.Plots;
using Mlp.Samples;
using Mlp.Training;
using Spectre.Console;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
string folder = args.Length > 1 ? args[1] : "output";
IAnsiConsole console = Terminal.Open();
return Command.Run(args, seed =>
{
    // A quarter is held out for the end; a part of the rest says during the training when to stop.
    Dataset images = DigitImages.Read();
    (Dataset seen, Dataset heldOut) = images.Split(heldOutFraction: 0.25, seed);
    (Dataset training, Dataset validation) = seen.Split(heldOutFraction: 0.15, seed);
    console.WriteLine($"{training.Count} images to learn from, {validation.Count} to validate with, {heldOut.Count} held out");
    console.WriteLine();

    // The scale of the pixels is learnt from the training part alone.
    StandardScaler scaler = StandardScaler.Fit(training);
    var network = new DigitNet(seed);
    console.WriteLine(DigitNet.Summary);
    console.WriteLine();

    // Optimizer, decay, rate, batch and epochs are from a small grid, chosen by the validation loss over splits of twenty other seeds
    // (of the same images, there are no more). The images held out here say nothing about when to stop or what to keep.
    const int Epochs = 60;
    var options = new TrainerOptions
    {
        Epochs = Epochs,
        BatchSize = 16,
        Schedule = new CosineSchedule(initialRate: 0.01, Epochs),
        Validation = scaler.Transform(validation),
        Patience = 20,
        Seed = seed,
    };
    TrainingResult result = EpochDisplay.Watch(console, Epochs, progress => Trainer.Fit(network, scaler.Transform(training), options, progress)).ThrowIfDiverged();
    console.WriteLine($"{result.History.Count} epochs in {result.History[^1].Elapsed.TotalMilliseconds:F0} ms, best was epoch {result.BestEpoch} with validation loss {result.BestLoss:F4}");
    console.WriteLine();

    Dataset test = scaler.Transform(heldOut);
    ClassificationReport report = network.EvaluateClassifier(test);
    console.WriteLine(report.ToString());
    console.WriteLine();
    console.Write(ConfusionTable.Of(report.Confusion));

    Directory.CreateDirectory(folder);
    Save("digits-loss.svg", LossPlot.Of(result) with { Title = "Digits", Scale = LossScale.Logarithmic });
    Save("digits-confusion.svg", ConfusionPlot.Of(report) with { Title = "Digits that it has not seen" });
    Save("digits-misread.svg", MisreadImages.Draw(heldOut, network.Classify(test)));
    console.WriteLine($"accuracy: {report.Accuracy:F3}");

    void Save(string name, NetworkPlot plot)
    {
        string path = Path.Combine(folder, name);
        plot.SaveSvg(path);
        console.WriteLine($"written: {path}");
    }
});
