using System;
using System.Threading.Tasks;
using Mlp.Searching.Queue;
using Mlp.Searching.Space;
using Mlp.Searching.Tests.Grains;
using Mlp.Searching.Trials;
using Shouldly;
using Xunit;

namespace Mlp.Searching.Tests;

/// <summary>Many trials take little memory. The whole process is measured, so nothing runs beside these tests.</summary>
[Collection(Alone)]
[CollectionDefinition(Alone, DisableParallelization = true)]
public sealed class MemoryTests
{
    private const string Alone = "Memory";

    [Fact]
    public void A_finished_trial_takes_little_memory()
    {
        const int Trials = 20_000;
        SearchDefinition definition = Searches.Random(Trials);
        long before = GC.GetTotalMemory(forceFullCollection: true);
        var queue = new TrialQueue(definition);
        while (queue.Next() is { } spec)
        {
            queue.Complete(new TrialOutcome
            {
                Index = spec.Index,
                Rung = spec.Rung,
                Folds = [new FoldOutcome(spec.Index, 0, 1, spec.Epochs, TrialStop.Completed)],
                Score = spec.Index,
                Deviation = 0,
                Stop = TrialStop.Completed,
                Weights = new byte[1_000],
            });
        }

        long after = GC.GetTotalMemory(forceFullCollection: true);
        GC.KeepAlive(queue);
        ((after - before) / (double)Trials).ShouldBeLessThan(260);
    }

    [Fact]
    public async Task Many_short_trials_leave_no_more_in_memory_than_their_lines_of_the_table()
    {
        // 10,000 are measured by tests/Mlp.SearchProbe.
        const int Trials = 1_500;
        SearchOptions options = new() { Trials = Trials, Epochs = 1, Workers = 2, Keep = 2 };
        long early = 0;
        long late = 0;
        var watch = new HeardProgress(report =>
        {
            if (report.Finished == 500)
            {
                early = GC.GetTotalMemory(forceFullCollection: true);
            }
            else if (report.Finished == Trials)
            {
                late = GC.GetTotalMemory(forceFullCollection: true);
            }
        });

        SearchResult result = await Search.Run(SearchSpace.Of<SmallNet>().LearningRate(Values.Logarithmic(1e-4, 0.1)), Samples.Clouds(30), options, watch);

        result.Trials.Count.ShouldBe(Trials);
        ((late - early) / (Trials - 500)).ShouldBeLessThan(6_000, "bytes of a trial, those of the test's own reports included");
    }
}
