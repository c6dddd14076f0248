using System.Collections.Generic;
using System.Diagnostics.Metrics;

namespace Mlp.Searching.Metrics;

/// <summary>
/// What the searches of this process measure of themselves, for whoever listens: OpenTelemetry, dotnet-counters. Where nobody does, an instrument costs a
/// few nanoseconds. docs/searches.md lists them for users.
/// </summary>
internal static class SearchMetrics
{
    /// <summary>The name of the meter.</summary>
    internal const string MeterName = "Mlp.Search";

    /// <summary>The tag that says of which network a trial is.</summary>
    internal const string NetworkTag = "mlp.network";

    /// <summary>The tag that says how a trial ended.</summary>
    internal const string OutcomeTag = "outcome";

    private static readonly Meter Meter = new(MeterName);

    private static readonly Counter<long> CheckpointBytes =
        Meter.CreateCounter<long>("mlp.search.checkpoints.written", "By", "Bytes written of where trials stand.");

    private static readonly Counter<long> FetchedDatasets =
        Meter.CreateCounter<long>("mlp.search.datasets.fetched", "{dataset}", "Data sets that this host did not have and was sent.");

    private static readonly Counter<long> HalvedTrials =
        Meter.CreateCounter<long>("mlp.search.trials.halved", "{trial}", "Trials that successive halving has stopped, of the searches that this host keeps.");

    /// <summary>Trials whose training on this host has ended.</summary>
    internal static Counter<long> Trials { get; } =
        Meter.CreateCounter<long>("mlp.search.trials", "{trial}", "Trainings of a trial up to the end of a rung, by how they ended.");

    /// <summary>Trials at work on this host.</summary>
    internal static UpDownCounter<int> RunningTrials { get; } =
        Meter.CreateUpDownCounter<int>("mlp.search.trials.running", "{trial}", "Trials at work.");

    /// <summary>How long trials took.</summary>
    internal static Histogram<double> Duration { get; } = Meter.CreateHistogram(
        "mlp.search.trial.duration",
        "s",
        "Time of a training of a trial up to the end of a rung, all folds together.",
        tags: null,
        new InstrumentAdvice<double> { HistogramBucketBoundaries = [0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1, 3, 10, 30, 100, 300, 1000, 3000] });

    /// <summary>Epochs that were trained.</summary>
    internal static Counter<long> Epochs { get; } = Meter.CreateCounter<long>("mlp.search.epochs", "{epoch}", "Epochs that were trained, of all folds.");

    /// <summary>A checkpoint of a trial was written.</summary>
    /// <param name="bytes">Its size.</param>
    internal static void WroteCheckpoint(long bytes) => CheckpointBytes.Add(bytes);

    /// <summary>This host was sent a data set.</summary>
    internal static void FetchedDataset() => FetchedDatasets.Add(1);

    /// <summary>Successive halving has stopped some trials.</summary>
    /// <param name="trials">How many.</param>
    internal static void Halved(int trials) => HalvedTrials.Add(trials);

    /// <summary>The tag of a network.</summary>
    internal static KeyValuePair<string, object?> Network(string name) => new(NetworkTag, name);
}
