using Mlp;
using Mlp.Searching;
using Mlp.Training;

Dataset data = Dataset.FromLabels([0, 0, 0, 1, 1, 0, 1, 1], 2, ["no", "yes", "yes", "no"]).Repeat(25);
SearchSpace space = SearchSpace.Of<NarrowNet>().Or<WideNet>().LearningRate(Values.Logarithmic(0.01, 0.5));
SearchResult result = await Search.Run(space, data, new SearchOptions { Trials = 6, Epochs = 20, Score = SearchScore.Accuracy });

string framework = File.ReadAllText(Path.ChangeExtension(Environment.ProcessPath is null ? "" : typeof(NarrowNet).Assembly.Location, "runtimeconfig.json"));
Console.WriteLine($"{result.Trials.Count} {result.IsComplete} {framework.Contains("Microsoft.AspNetCore.App", StringComparison.Ordinal)}");

[Mlp(2, 4, 2, Hidden = Activation.Tanh, Output = Activation.Softmax)]
internal sealed partial class NarrowNet;

[Mlp(2, 16, 2, Hidden = Activation.Tanh, Output = Activation.Softmax)]
internal sealed partial class WideNet;
