using System;
using System.Collections.Concurrent;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Mlp.Serving;
using Shouldly;
using Xunit;

namespace Mlp.Runtime.Tests.Serving;

/// <summary>Readers on all cores, while good and bad files come and go.</summary>
public sealed class ServiceTests
{
    private static readonly TimeSpan Generous = TimeSpan.FromSeconds(60);

    /// <summary>Each way of spoiling the good file; after each, every reader has answers from the same network, and then from the next good one.</summary>
    [Fact]
    public async Task Corrupted_files_in_place_of_good_ones_never_interrupt_service()
    {
        using var directory = new ModelDirectory();
        ModelHolder<StampedNetwork> holder = directory.Watch(ModelDirectory.Options(events: true) with { PollingInterval = TimeSpan.FromMilliseconds(100) }).Holder;
        using var stop = new CancellationTokenSource();
        long[] answers = new long[Environment.ProcessorCount];
        ConcurrentDictionary<float, bool> good = new() { [1] = true };
        Task[] readers = [.. Enumerable.Range(0, answers.Length).Select(reader => Task.Factory.StartNew(
            () => Serve(holder, good, ref answers[reader], stop.Token), TaskCreationOptions.LongRunning))];

        Action<byte[]>[] spoilers =
        [
            content => directory.Replace(content[..50]),
            content => directory.WriteInPlace(content[..64]),
            _ => directory.Replace([]),
            content => File.WriteAllBytes(directory.Path, content[..^1]),
            content => directory.Replace([.. content, .. "no canary"u8]),
            _ => File.Delete(directory.Path),
        ];
        for (int round = 0; round < spoilers.Length; round++)
        {
            Published<StampedNetwork> before = holder.Current;
            spoilers[round](StampedNetwork.FileOf(100 + round));
            Failure(directory.Log).Version.ShouldBe(before.Version);
            holder.Current.ShouldBeSameAs(before);
            AwaitAnswers(answers, readers);

            good[round + 2] = true;
            directory.Replace(round + 2);
            ExchangeReport report;
            while ((report = directory.Log.Next()).Outcome != ExchangeOutcome.Exchanged)
            {
                // A look may have fallen between two steps of what was done to the file: one more failure.
                report.Version.ShouldBe(before.Version);
            }

            report.Version.ShouldBe(before.Version + 1);
            AwaitAnswers(answers, readers);
        }

        await stop.CancelAsync();
        await Task.WhenAll(readers).WaitAsync(Generous);
    }

    private static ExchangeReport Failure(ReportLog log)
    {
        ExchangeReport report = log.Next();
        report.Outcome.ShouldBeOneOf(ExchangeOutcome.Rejected, ExchangeOutcome.CanaryFailed, ExchangeOutcome.Unreadable);
        return report;
    }

    private static void AwaitAnswers(long[] answers, Task[] readers)
    {
        long[] before = [.. answers.Select((_, reader) => Volatile.Read(ref answers[reader]))];
        SpinWait.SpinUntil(
            () => Enumerable.Range(0, answers.Length).All(reader => Volatile.Read(ref answers[reader]) > before[reader] + 100) || readers.Any(reader => reader.IsFaulted),
            Generous).ShouldBeTrue();
        readers.ShouldAllBe(reader => !reader.IsFaulted);
    }

    private static void Serve(ModelHolder<StampedNetwork> holder, ConcurrentDictionary<float, bool> good, ref long answers, CancellationToken stop)
    {
        float[] output = new float[StampedNetwork.OutputSize];
        while (!stop.IsCancellationRequested)
        {
            Published<StampedNetwork> model = holder.Current;
            model.Network.Forward([1, 0], output);
            if (output.AsSpan().ContainsAnyExcept(output[0]) || !good.ContainsKey(output[0]))
            {
                throw new InvalidOperationException($"{model}, and outputs {string.Join(' ', output)}");
            }

            Volatile.Write(ref answers, answers + 1);
        }
    }
}
