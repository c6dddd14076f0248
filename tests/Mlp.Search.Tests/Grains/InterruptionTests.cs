using System;
using System.Diagnostics.Metrics;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Mlp.Searching.Grains;
using Mlp.Searching.Hosting;
using Mlp.Searching.Queue;
using Mlp.Searching.Space;
using Mlp.Searching.Trials;
using Mlp.Training;
using Orleans;
using Shouldly;
using Xunit;

namespace Mlp.Searching.Tests.Grains;

/// <summary>Searches that are stopped, refused or cannot be written, and what is left of them.</summary>
[Collection(SiloCollection.Name)]
public sealed class InterruptionTests
{
    private static readonly Dataset Data = Samples.Clouds();

    private static readonly SearchTimes Times = new() { Look = TimeSpan.FromMilliseconds(10), Unwritable = TimeSpan.FromMilliseconds(200) };

    private static SearchSpace Space => SearchSpace.Of<SmallNet>().LearningRate(Values.Logarithmic(1e-3, 0.3));

    private static SearchOptions Options => new() { Trials = 2, Epochs = 2, Workers = 1 };

    [Fact]
    public async Task A_search_that_is_cancelled_while_it_begins_does_not_run_on()
    {
        await using SearchHost host = await SearchHost.Start(new HostSettings { Workers = 0 }, CancellationToken.None);
        using var stop = new CancellationTokenSource();

        // It has begun, and the answer does not come.
        IGrainFactory grains = WatchedCalls.Of<ISearchGrain>(host.Grains, nameof(ISearchGrain.Start), begun => Stopped((Task<string[]>)begun!));
        SearchResult result = await Session(Options).Run(grains, workers: null, CancellationToken.None, stop.Token).WaitAsync(TimeSpan.FromMinutes(2));

        result.IsComplete.ShouldBeFalse();
        (await host.Grains.GetGrain<ISearchGrain>(Options.Name).GetStatus(0)).Phase.ShouldBe(SearchPhase.Paused);
        (await host.Grains.GetGrain<ISearchBoardGrain>(0).Names()).ShouldBeEmpty();

        async Task<string[]> Stopped(Task<string[]> begun)
        {
            await stop.CancelAsync();
            await Task.Delay(50);
            return await begun;
        }
    }

    [Fact]
    public async Task Nobody_stops_another_search_of_the_name()
    {
        await using SearchHost host = await SearchHost.Start(new HostSettings { Workers = 0 }, CancellationToken.None);
        ISearchGrain search = host.Grains.GetGrain<ISearchGrain>("one");
        await search.Start(Definition(Options), TimeSpan.Zero);

        await search.Pause(Definition(Options with { Seed = 1 }).Identity);
        SearchPhase before = (await search.GetStatus(0)).Phase;
        await search.Pause(Definition(Options).Identity);

        (before, (await search.GetStatus(0)).Phase).ShouldBe((SearchPhase.Running, SearchPhase.Paused));
    }

    [Fact]
    public async Task Data_of_a_search_that_is_refused_is_not_kept()
    {
        await using SearchHost host = await SearchHost.Start(new HostSettings { Workers = 0 }, CancellationToken.None);
        Dataset others = Samples.Clouds(60);
        await host.Grains.GetGrain<ISearchGrain>(Options.Name).Start(Definition(Options), TimeSpan.Zero);
        SearchDefinition other = SearchDefinition.Of(Space, others, Options);

        await Should.ThrowAsync<ArgumentException>(() => new SearchSession(other, others, Options, Times, progress: null) { Patience = new Patience(TimeSpan.FromSeconds(5)), IsShared = true }
            .Run(host.Grains, workers: null, CancellationToken.None, CancellationToken.None));

        (await host.Grains.GetGrain<IDatasetGrain>(other.Data.Hash).CountPages()).ShouldBe(0);
    }

    [Fact]
    public async Task Outcomes_that_cannot_be_written_end_the_search_with_the_cause()
    {
        using var folder = new TemporaryFolder();

        // A folder where a file should be.
        Directory.CreateDirectory(Path.Combine(folder.Path, Options.Name, "search%2Fsearch.outcomes.0.bin.new"));

        SearchException failure = await Should.ThrowAsync<SearchException>(() => Run(Options with { Folder = folder.Path }).WaitAsync(TimeSpan.FromMinutes(2)));

        failure.Message.ShouldStartWith("The search cannot be reached, or cannot write, since ");
    }

    [Fact]
    public async Task A_file_that_was_cut_off_ends_the_search_with_its_path()
    {
        using var folder = new TemporaryFolder();
        SearchOptions options = Options with { Folder = folder.Path };
        Directory.CreateDirectory(Path.Combine(folder.Path, options.Name));
        await File.WriteAllBytesAsync(Path.Combine(folder.Path, options.Name, "search%2Fsearch.weights.0.bin"), [1, 2, 3]);

        SearchException failure = await Should.ThrowAsync<SearchException>(() => Run(options).WaitAsync(TimeSpan.FromMinutes(2)));

        failure.Message.ShouldContain("search%2Fsearch.weights.0.bin is not as a search has written it: delete the folder");
    }

    [Fact]
    public async Task A_name_of_many_spaces_is_kept_in_a_folder_too()
    {
        using var folder = new TemporaryFolder();
        string name = string.Join(' ', Enumerable.Repeat("a", 50));

        SearchResult result = await Run(Options with { Folder = folder.Path, Name = name, CheckpointInterval = TimeSpan.Zero }).WaitAsync(TimeSpan.FromMinutes(2));

        result.IsComplete.ShouldBeTrue();
        Directory.GetFiles(Path.Combine(folder.Path, name), $"search%2F{name}.outcomes.0.bin").ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_trial_that_fails_after_the_end_changes_nothing()
    {
        await using SearchHost host = await SearchHost.Start(new HostSettings { Workers = 1 }, CancellationToken.None);
        await Session(Options).Run(host.Grains, host.Workers, CancellationToken.None, CancellationToken.None);
        ISearchGrain search = host.Grains.GetGrain<ISearchGrain>(Options.Name);

        for (int time = 0; time < 4; time++)
        {
            await search.Fail(Definition(Options).Identity, host.Address, 0, "Out of paper.");
        }

        SearchStatus status = await search.GetStatus(0);
        (status.Phase, status.Failure).ShouldBe((SearchPhase.Finished, null));
    }

    [Fact]
    public async Task Trials_that_are_stopped_early_are_counted_once_however_many_outcomes_are_written_together()
    {
        SearchDefinition definition = Searches.Halving(trials: 9);
        var made = new Queue.MadeUpOutcomes(definition, seed: 1);
        var queue = new TrialQueue(definition);
        TrialOutcome[] outcomes = [.. Enumerable.Range(0, 9).Select(index => made.Of(queue.SpecOf(index)) with { State = null })];
        Array.ForEach(outcomes, outcome => queue.Complete(outcome).IsAccepted.ShouldBeTrue());
        await using SearchHost host = await SearchHost.Start(new HostSettings { Workers = 0 }, CancellationToken.None);
        ISearchGrain search = host.Grains.GetGrain<ISearchGrain>("halved");
        await search.Start(definition, TimeSpan.Zero);
        long counted = 0;
        using var listener = new MeterListener { InstrumentPublished = static (instrument, meter) => EnableHalved(instrument, meter) };
        listener.SetMeasurementEventCallback<long>((_, value, _, _) => Interlocked.Add(ref counted, value));
        listener.Start();

        await Task.WhenAll(outcomes.Select(outcome => search.Complete(definition.Identity, outcome, hasState: false)));

        queue.Halved.ShouldBeGreaterThan(0);
        Interlocked.Read(ref counted).ShouldBe(queue.Halved);
    }

    private static void EnableHalved(Instrument instrument, MeterListener meter)
    {
        if (instrument is { Meter.Name: "Mlp.Search", Name: "mlp.search.trials.halved" })
        {
            meter.EnableMeasurementEvents(instrument);
        }
    }

    private static SearchDefinition Definition(SearchOptions options) => SearchDefinition.Of(Space, Data, options);

    private static SearchSession Session(SearchOptions options) =>
        new(Definition(options), Data, options, Times, progress: null) { Patience = new Patience(TimeSpan.FromSeconds(5)), IsShared = true };

    private static Task<SearchResult> Run(SearchOptions options) => new HostedRun(Definition(options), Data, options, progress: null) { Times = Times }.Run(CancellationToken.None);
}
