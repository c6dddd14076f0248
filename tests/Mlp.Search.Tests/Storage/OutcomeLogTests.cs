using System;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.DependencyInjection;
using Mlp.Searching.Storage;
using Mlp.Searching.Trials;
using Orleans;
using Orleans.Runtime;
using Orleans.Serialization;
using Orleans.Storage;
using Shouldly;
using Xunit;

namespace Mlp.Searching.Tests.Storage;

/// <summary>Outcomes in pages.</summary>
public sealed class OutcomeLogTests
{
    private static readonly GrainId Grain = GrainId.Create("search", "log");
    private static readonly Serializer Serializer = new ServiceCollection().AddSerializer(static builder => builder.AddAssembly(typeof(TrialOutcome).Assembly))
        .BuildServiceProvider().GetRequiredService<Serializer>();

    [Fact]
    public Task Outcomes_come_back_in_their_order_and_weights_do_not() => AsInAGrain(async () =>
    {
        var storage = new MemoryStorage(Serializer);
        var log = new OutcomeLog(new GrainRows(storage, Grain));
        await log.Read();
        foreach (int index in Enumerable.Range(0, 200))
        {
            await log.Append(Outcome(index) with { Weights = [1] }, Task.CompletedTask);
        }

        var again = new OutcomeLog(new GrainRows(storage, Grain));
        await again.Read();

        again.Since(0, 1000).Select(static outcome => outcome.Index).ShouldBe(Enumerable.Range(0, 200));
        again.Since(150, 7).Select(static outcome => outcome.Index).ShouldBe(Enumerable.Range(150, 7));
        again.Since(0, 1000).ShouldAllBe(static outcome => outcome.Weights == null);
        storage.Count.ShouldBe(4);
        await again.Append(Outcome(200), Task.CompletedTask);
        again.Since(200, 1000).Single().Index.ShouldBe(200);
    });

    [Fact]
    public Task Outcomes_that_come_together_are_written_together() => AsInAGrain(async () =>
    {
        var storage = new CountedStorage(new MemoryStorage(Serializer));
        var log = new OutcomeLog(new GrainRows(storage, Grain));
        await log.Read();

        await Task.WhenAll(Enumerable.Range(0, 60).Select(index => log.Append(Outcome(index), Task.CompletedTask)).ToArray());

        storage.Writes.ShouldBeLessThanOrEqualTo(2);
        log.IsKept.ShouldBeTrue();
    });

    [Fact]
    public Task An_outcome_that_was_not_written_is_not_known_and_goes_into_the_next_write() => AsInAGrain(async () =>
    {
        var storage = new CountedStorage(new MemoryStorage(Serializer)) { Failures = 1 };
        var log = new OutcomeLog(new GrainRows(storage, Grain));
        await log.Read();

        await Should.ThrowAsync<TimeoutException>(() => log.Append(Outcome(0), Task.CompletedTask));
        log.Since(0, 10).ShouldBeEmpty();
        log.IsKept.ShouldBeFalse();
        await log.Flush();

        log.Since(0, 10).Single().Index.ShouldBe(0);
    });

    [Fact]
    public Task An_outcome_waits_for_its_weights_and_those_behind_it_for_the_outcome() => AsInAGrain(async () =>
    {
        var log = new OutcomeLog(new GrainRows(new MemoryStorage(Serializer), Grain));
        await log.Read();
        var weights = new TaskCompletionSource();

        Task first = log.Append(Outcome(0), weights.Task);
        Task second = log.Append(Outcome(1), Task.CompletedTask);
        await Task.Delay(50);
        log.Since(0, 10).ShouldBeEmpty();
        weights.SetResult();
        await Task.WhenAll(first, second);

        log.Since(0, 10).Select(static outcome => outcome.Index).ShouldBe([0, 1]);
    });

    /// <summary>On one thread at a time, as a grain runs.</summary>
    private static Task AsInAGrain(Func<Task> test) =>
        Task.Factory.StartNew(test, CancellationToken.None, TaskCreationOptions.None, new ConcurrentExclusiveSchedulerPair().ExclusiveScheduler).Unwrap();

    private static TrialOutcome Outcome(int index) =>
        new() { Index = index, Rung = 0, Folds = [new FoldOutcome(0.5, 0.5, 1, 1, TrialStop.Completed)], Score = 0.5, Deviation = 0, Stop = TrialStop.Completed };

    /// <summary>Counts writes, and fails some.</summary>
    private sealed class CountedStorage(IGrainStorage inner) : IGrainStorage
    {
        public int Writes { get; private set; }

        public int Failures { get; set; }

        public Task ReadStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState) => inner.ReadStateAsync(stateName, grainId, grainState);

        public async Task WriteStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
        {
            Writes++;
            await Task.Delay(20);
            if (Failures-- > 0)
            {
                throw new TimeoutException();
            }

            await inner.WriteStateAsync(stateName, grainId, grainState);
        }

        public Task ClearStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState) => inner.ClearStateAsync(stateName, grainId, grainState);
    }
}
