// Foretells a chaotic signal 84 steps ahead, while it comes in value by value: causal convolutions over a sliding window, beside a linear
// autoregression over the same window and persistence, which says that nothing will change.
// Arguments: the seed of the initial parameters and of the order of the windows; a folder for the picture.

using System;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Linq;
using Mlp.Samples;
using Mlp.Training;
using Spectre.Console;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
string folder = args.Length > 1 ? args[1] : "output";
IAnsiConsole console = Terminal.Open();
return Command.Run(args, seed =>
{
    // The first values, which depend on how it began, are left out; all of training, its targets too, is before the stream.
    const int Settled = 118;
    const int Length = ForecastNet.InputSize;
    float[] signal = ChaoticSignal.Draw(6_200)[Settled..];
    float[] past = signal[..3_000];
    float[] stream = signal[3_000..];
    float[][] windows = [.. Enumerable.Range(0, past.Length - Length - Forecast.Horizon + 1).Select(start => past[start..(start + Length)])];
    float[] targets = past[(Length + Forecast.Horizon - 1)..];
    console.WriteLine($"{windows.Length} windows of {Length} values to learn from, then a stream of {stream.Length} values");
    console.WriteLine();
    console.WriteLine(ForecastNet.Summary);
    console.WriteLine();

    const int Epochs = 60;
    var network = new ForecastNet(seed);
    long start = Stopwatch.GetTimestamp();
    Trainer.Fit(network, Dataset.FromTargets(windows, targets), new()
    {
        Epochs = Epochs,
        BatchSize = 16,
        Schedule = new CosineSchedule(initialRate: 0.01, Epochs),
        Seed = seed,
    }).ThrowIfDiverged();
    console.WriteLine($"{Epochs} epochs in {Stopwatch.GetElapsedTime(start).TotalMilliseconds:F0} ms");
    LinearForecast linear = LinearForecast.Fit(windows, targets);

    Forecast byNetwork = Forecast.Of(stream, Length, window =>
    {
        Span<float> forecast = stackalloc float[ForecastNet.OutputSize];
        network.Forward(window, forecast);
        return forecast[0];
    });
    Forecast byLine = Forecast.Of(stream, Length, linear.Predict);
    Forecast byPersistence = Forecast.Of(stream, Length, window => window[^1]);
    Table table = new Table().RoundedBorder().AddColumns("forecast by", "NRMSE");
    table.AddRow("persistence", $"{byPersistence.Error:F4}");
    table.AddRow("linear autoregression", $"{byLine.Error:F4}");
    table.AddRow("convolutions", $"{byNetwork.Error:F4}");
    console.Write(table);

    Directory.CreateDirectory(folder);
    string picture = Path.Combine(folder, "mackey-glass.svg");
    ForecastPicture.Draw(stream, byNetwork, byLine).SaveSvg(picture);
    console.WriteLine($"written: {picture}");
    console.WriteLine($"a value of the stream takes {byNetwork.NanosecondsPerStep:F0} ns");
    console.WriteLine($"bytes allocated in {stream.Length} steps: {byNetwork.AllocatedBytes}");
});
