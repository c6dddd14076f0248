// Balances poles with a policy that PyTorch has trained (train.py) and its own exporter has written (policy.onnx): compiled in by one attribute, beside
// ONNX Runtime, which loads the file.
// Argument: the seed of how the poles stand at the beginning.

using System;
using System.Globalization;
using System.IO;
using System.Linq;
using Mlp.Samples;
using Spectre.Console;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
IAnsiConsole console = Terminal.Open();
return Command.Run(args, seed =>
{
    const int Poles = 100;
    const double LeastLength = 475;
    const double MostDifference = 1e-5;
    console.WriteLine(CartPolePolicy.Summary);
    console.WriteLine();
    Episodes episodes = Episodes.Of(CartPolePolicy.Forward, Poles, (int)(seed % int.MaxValue));
    console.WriteLine($"mean steps that a pole stands, of 500: {episodes.MeanLength:F1}");

    using var runtime = new RuntimePolicy();
    (float[] compiled, double time, long allocated) = episodes.Repeat(CartPolePolicy.Forward);
    (float[] loaded, double runtimeTime, long runtimeAllocated) = episodes.Repeat(runtime.Forward);

    // Math.Max passes a NaN on, as Enumerable.Max does not.
    double difference = compiled.Zip(loaded, (ours, theirs) => Math.Abs(ours - theirs)).Aggregate(Math.Max) / loaded.Select(Math.Abs).Aggregate(Math.Max);
    Table table = new Table().RoundedBorder().AddColumns("policy", "ns a decision", "bytes allocated by all");
    table.AddRow("compiled in", $"{time:F0}", $"{allocated}");
    table.AddRow("ONNX Runtime", $"{runtimeTime:F0}", $"{runtimeAllocated}");
    console.Write(table);
    console.WriteLine($"times as fast: {runtimeTime / time:F1}");
    console.WriteLine($"largest difference, of the largest preference: {difference:E1}");
    if (episodes.MeanLength < LeastLength || !(difference <= MostDifference))
    {
        throw new InvalidDataException($"The policy should hold a pole for {LeastLength} steps and prefer what ONNX Runtime prefers within {MostDifference:E0}.");
    }
});
