using Mlp;
using Mlp.Searching;
using Mlp.Training;

const int Samples = 100;
float[] features = [.. Enumerable.Range(0, Samples).SelectMany(sample => (float[])[sample & 1, (sample >> 1) & 1])];
int[] labels = [.. Enumerable.Range(0, Samples).Select(sample => (sample ^ (sample >> 1)) & 1)];
Dataset data = Dataset.FromLabels(features, 2, labels, ["same", "different"]);
SearchSpace space = SearchSpace.Of<NarrowNet>().Or<WideNet>().LearningRate(Values.Logarithmic(0.05, 0.5));

SearchResult result = await Search.Run(space, data, new SearchOptions { Trials = 6, Epochs = 100, Score = SearchScore.Accuracy });

bool needsWebServer = File.ReadAllText(Path.ChangeExtension(typeof(NarrowNet).Assembly.Location, ".runtimeconfig.json")).Contains("AspNetCore", StringComparison.Ordinal);
Console.WriteLine($"{result.Trials.Count} {result.IsComplete} {result.Ensemble(3).EvaluateClassifier(data).Accuracy} {needsWebServer}");

[Mlp(2, 4, 2, Hidden = Activation.Tanh, Output = Activation.Softmax)]
internal sealed partial class NarrowNet;

[Mlp(2, 16, 2, Hidden = Activation.Tanh, Output = Activation.Softmax)]
internal sealed partial class WideNet;
