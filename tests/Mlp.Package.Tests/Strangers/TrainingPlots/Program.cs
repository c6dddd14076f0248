using Mlp;
using Mlp.Plots;
using Mlp.Training;

Dataset data = Dataset.FromLabels([0, 0, 0, 1, 1, 0, 1, 1], 2, ["no", "yes", "yes", "no"]);
var network = new XorNet(seed: 1);
TrainingResult result = Trainer.Fit(network, data, new() { Epochs = 500, BatchSize = 4, LearningRate = 0.5 });

string folder = AppContext.BaseDirectory;
LossPlot.Of(result).SaveSvg(Path.Combine(folder, "loss.svg"));
ConfusionPlot confusion = ConfusionPlot.Of(network.EvaluateClassifier(data)) with { Theme = PlotTheme.Dark };
confusion.SavePng(Path.Combine(folder, "confusion.png"));
DecisionPlot.Of(network, data).SavePng(Path.Combine(folder, "regions.png"));

bool isDocument = File.ReadAllText(Path.Combine(folder, "loss.svg")).Contains(">best epoch 500: ", StringComparison.Ordinal);
bool isImage = File.ReadAllBytes(Path.Combine(folder, "confusion.png")).AsSpan(1, 3).SequenceEqual("PNG"u8);
Console.WriteLine($"{isDocument} {isImage}");

[Mlp(2, 8, 1, Hidden = Activation.Tanh, Output = Activation.Sigmoid)]
internal sealed partial class XorNet;
