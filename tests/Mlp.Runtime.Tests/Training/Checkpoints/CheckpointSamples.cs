using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using Mlp.Runtime.Tests.Serialization;
using Mlp.Training;

namespace Mlp.Runtime.Tests.Training.Checkpoints;

/// <summary>Data, a training with its checkpoints, and all of its outcome as something to compare.</summary>
internal static class CheckpointSamples
{
    /// <summary>Points in a square, of three classes.</summary>
    internal static Dataset Data { get; } = Points(41, seed: 7);

    /// <summary>Other points.</summary>
    internal static Dataset Others { get; } = Points(13, seed: 8);

    /// <summary>A training that takes seven batches an epoch, and the file of each of its epochs.</summary>
    internal static TrainerOptions Options { get; } = new() { Epochs = 6, BatchSize = 6, LearningRate = 0.1, Seed = 3 };

    internal static Dataset Points(int count, int seed)
    {
        var random = new Random(seed);
        float[] features = [.. Enumerable.Range(0, 2 * count).Select(_ => (random.NextSingle() * 2) - 1)];
        return Dataset.FromLabels(features, 2, [.. Enumerable.Range(0, count).Select(row => features[2 * row] > 0 ? 0 : features[(2 * row) + 1] > 0 ? 1 : 2)], ["a", "b", "c"]);
    }

    /// <summary>Fits a network.</summary>
    /// <param name="network">The network.</param>
    /// <param name="options">How.</param>
    /// <param name="files">Receives the file of each checkpoint.</param>
    /// <returns>All of the outcome but for times, as text: reports, reasons, parameters and what the optimizer remembers.</returns>
    internal static string Fit<TNetwork>(TNetwork network, TrainerOptions options, List<byte[]>? files = null)
        where TNetwork : INetwork<TNetwork>
    {
        Action<TrainingCheckpoint>? told = files is null ? null : checkpoint => files.Add(Saved(checkpoint));
        TrainingResult result = Trainer.Fit(network, Data, options with { Checkpoint = told });
        using var memory = new MemoryStream();
        network.SaveWeights(memory, new WeightFileOptions { OptimizerState = true, AllowNonFinite = true });
        return string.Join('\n', [.. result.History.Select(Text), result.ToString(), Convert.ToHexString(memory.ToArray())]);
    }

    /// <summary>What a checkpoint saves.</summary>
    internal static byte[] Saved(TrainingCheckpoint checkpoint)
    {
        using var stream = new MemoryStream();
        checkpoint.Save(stream);
        return stream.ToArray();
    }

    internal static TrainingCheckpoint Load<TNetwork>(byte[] file)
        where TNetwork : INetwork<TNetwork> => TrainingCheckpoint.Load<TNetwork>(new MemoryStream(file));

    /// <summary>The file of a training after two of its epochs.</summary>
    internal static byte[] FileOf<TNetwork>(TNetwork network, TrainerOptions? options = null)
        where TNetwork : INetwork<TNetwork>
    {
        var files = new List<byte[]>();
        Fit(network, (options ?? Options) with { Epochs = 2 }, files);
        return files[1];
    }

    /// <summary>All of a file but for the reports, which stand at its end and have times.</summary>
    internal static string WithoutReports(byte[] file)
    {
        const string Begin = "data_offsets\":[";
        string header = Safetensors.HeaderOf(file);
        string offsets = header[(header.LastIndexOf(Begin, StringComparison.Ordinal) + Begin.Length)..];
        int history = 8 + BitConverter.ToInt32(file) + int.Parse(offsets[..offsets.IndexOf(',', StringComparison.Ordinal)], CultureInfo.InvariantCulture);
        return Convert.ToHexString(file.AsSpan(0, history));
    }

    private static string Text(EpochReport report) => string.Create(
        CultureInfo.InvariantCulture,
        $"{report.Epoch} {report.TrainingLoss} {report.ValidationLoss} {report.Accuracy} {report.R2} {report.LearningRate} {report.GradientNorm} {string.Join(' ', report.LayerGradientNorms.Select(norm => norm.ToString(CultureInfo.InvariantCulture)))}");
}
