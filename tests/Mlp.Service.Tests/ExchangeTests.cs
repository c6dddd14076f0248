using System;
using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.IO;
using System.Linq;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using Mlp.Samples;
using Mlp.Testing;
using Shouldly;
using Xunit;

namespace Mlp.Service.Tests;

/// <summary>The file changes while clients ask: no request fails, and no answer is of two models.</summary>
public sealed class ExchangeTests
{
    private const int Clients = 8;
    private const int Exchanges = 20;

    private static readonly float[] Flower = [6.1f, 2.9f, 4.7f, 1.4f];

    [Fact]
    public async Task Every_answer_under_load_is_of_one_version()
    {
        // Odd versions are the first model, even ones the second.
        float[][] expected = [Probabilities(ModelFiles.Second), Probabilities(ModelFiles.First)];
        expected[0].ShouldNotBe(expected[1]);
        using var files = new ModelFiles();
        await using ServerProcess service = await ServiceProcess.Serve(files.Path);
        using HttpClient client = service.NewClient();
        using var stop = new CancellationTokenSource();
        var answered = new ConcurrentDictionary<long, bool>();
        Task[] clients = [.. Enumerable.Range(0, Clients).Select(index => Task.Run(() => Ask(client, asBatch: index % 4 == 0, expected, answered, stop.Token)))];

        for (int version = 2; version <= Exchanges + 1; version++)
        {
            files.Replace(version % 2 == 0 ? ModelFiles.Second : ModelFiles.First);
            await Patience.Until($"version {version}", () => Task.FromResult(answered.ContainsKey(version) || clients.Any(asking => asking.IsFaulted)));
        }

        await stop.CancelAsync();
        await Task.WhenAll(clients).WaitAsync(Patience.Limit);
        (await client.Health()).Status.ShouldBe("Healthy");
    }

    [Fact]
    public async Task A_bad_file_degrades_and_the_old_model_stays_until_a_good_one_comes()
    {
        using var files = new ModelFiles();
        await using ServerProcess service = await ServiceProcess.Serve(files.Path);
        using HttpClient client = service.NewClient();
        byte[] corrupted = [.. ModelFiles.Second];
        corrupted[20] ^= 0xFF;

        files.Replace(corrupted);
        await Degraded(client, "Rejected, version 1 stays in service: ");
        (await client.Predict(Flower)).Probabilities.ShouldBe(Probabilities(ModelFiles.First));
        files.Replace(ModelFiles.Second[..^1]);
        await Degraded(client, "Rejected, version 1 stays in service: ");
        files.Replace(WithAnotherBias(ModelFiles.Second));
        await Degraded(client, "CanaryFailed, version 1 stays in service: ");
        File.Delete(files.Path);
        await Degraded(client, "Unreadable, version 1 stays in service: ");
        (await client.Model()).ContentHash.ShouldBe(ModelFiles.HashOf(ModelFiles.First));

        files.Replace(ModelFiles.Second);
        await Patience.Until("health", async () => (await client.Health()).Status == "Healthy");
        PredictionAnswer answer = await client.Predict(Flower);
        answer.Version.ShouldBe(2);
        answer.Probabilities.ShouldBe(Probabilities(ModelFiles.Second));
        (await client.Model()).ContentHash.ShouldBe(ModelFiles.HashOf(ModelFiles.Second));
    }

    /// <summary>A whole file, and finite: the last float is the bias of the last class, and 1 here.</summary>
    private static byte[] WithAnotherBias(byte[] file)
    {
        byte[] changed = [.. file];
        BinaryPrimitives.WriteSingleLittleEndian(changed.AsSpan(changed.Length - sizeof(float)), 1f);
        return changed;
    }

    private static async Task Degraded(HttpClient client, string reason) => await Patience.Until(
        reason, async () => await client.Health() is { Status: "Degraded", Reason: { } said } && said.StartsWith(reason, StringComparison.Ordinal));

    private static async Task Ask(
        HttpClient client, bool asBatch, float[][] expected, ConcurrentDictionary<long, bool> answered, CancellationToken stop)
    {
        long before = 0;
        while (!stop.IsCancellationRequested)
        {
            PredictionAnswer answer;
            if (asBatch)
            {
                BatchAnswer batch = await client.PredictBatch([Flower, Flower]);
                batch.Predictions[1].Probabilities.ShouldBe(batch.Predictions[0].Probabilities);
                answer = new PredictionAnswer(batch.Version, batch.Predictions[0].Class, batch.Predictions[0].Probabilities);
            }
            else
            {
                answer = await client.Predict(Flower);
            }

            // A batch may be summed in another order than a single sample; the models differ by far more.
            answer.Probabilities.ShouldBe(expected[answer.Version % 2], tolerance: 1e-6f);
            answer.Version.ShouldBeGreaterThanOrEqualTo(before, "a client that waits for each answer never goes back");
            before = answer.Version;
            answered[before] = true;
        }
    }

    private static float[] Probabilities(byte[] content)
    {
        IrisNet network = ModelFiles.NetworkOf(content);
        float[] scaled = new float[IrisNet.InputSize];
        float[] probabilities = new float[IrisNet.OutputSize];
        network.Scaler.Transform(Flower, scaled);
        network.Forward(scaled, probabilities);
        return probabilities;
    }
}
