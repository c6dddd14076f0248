using System;
using System.Collections.Concurrent;
using System.IO;
using System.Linq;
using System.Net.Sockets;
using System.Threading;
using System.Threading.Tasks;
using Mlp.Searching.Grains;
using Mlp.Searching.Hosting;
using Mlp.Searching.Space;
using Mlp.Searching.Trials;
using Mlp.Training;
using Shouldly;
using Xunit;

namespace Mlp.Searching.Tests.Grains;

/// <summary>Searches in this process: a silo, workers, and the same table as the plain loop's.</summary>
[Collection(SiloCollection.Name)]
public sealed class EmbeddedSearchTests
{
    private static readonly Dataset Data = FoldedSearch.Data;

    private static SearchSpace Space => FoldedSearch.Space;

    private static SearchOptions Options => FoldedSearch.Options with { Workers = 2 };

    [Fact]
    public async Task A_search_in_process_gives_the_table_of_a_plain_loop()
    {
        SearchResult plain = Plain(Options);
        var progress = new HeardProgress();

        SearchResult result = await Search.Run(Space, Data, Options, progress);

        result.ToCsv().ShouldBe(plain.ToCsv());
        result.IsComplete.ShouldBeTrue();
        result.Notes.ShouldBeEmpty();
        result.Kept.Select(trial => trial.Index).ShouldBe(plain.Kept.Select(trial => trial.Index));
        result.Ensemble(3).EvaluateClassifier(Data).Accuracy.ShouldBe(plain.Ensemble(3).EvaluateClassifier(Data).Accuracy);
        progress.All.Last().Finished.ShouldBe(12);
        progress.All.Last().Hosts.ShouldBe(1);
        progress.All.Select(report => report.Last).OfType<TrialResult>().Select(trial => trial.Index).Distinct().Count().ShouldBe(12);
    }

    [Fact]
    public async Task Several_searches_run_in_one_process_at_once_and_end_clean()
    {
        SearchOptions options = Options with { Halving = null, Trials = 6, Folds = 1 };
        var hosts = new ConcurrentBag<SearchHost>();

        string[] tables = await Task.WhenAll(Enumerable.Range(0, 3).Select(async _ => (await Run(options, new SearchWatch(), started: hosts.Add)).ToCsv()));

        tables.Distinct().ShouldHaveSingleItem().ShouldBe(Plain(options).ToCsv());
        hosts.Count.ShouldBe(3);
        foreach (SearchHost host in hosts)
        {
            host.Workers.Threads.ShouldBe(0);
            using var listener = new TcpListener(host.Address.Endpoint);
            listener.Start();
        }
    }

    [Fact]
    public async Task What_is_done_before_a_cancellation_is_kept_in_a_folder_and_the_same_name_goes_on()
    {
        using var folder = new TemporaryFolder();
        SearchOptions options = Options with { Name = "kept here", Folder = folder.Path, Workers = 1 };
        var (first, second) = (new SearchWatch(), new SearchWatch());
        using var stop = new CancellationTokenSource();
        var progress = new HeardProgress(report =>
        {
            if (report.Last is not null)
            {
                stop.Cancel();
            }
        });

        SearchResult part = await Run(options, first, progress, stop.Token);
        SearchResult whole = await Run(options with { CheckpointInterval = TimeSpan.FromMinutes(1) }, second);
        var third = new SearchWatch();
        SearchResult again = await Run(options, third);

        part.IsComplete.ShouldBeFalse();
        part.Trials.Count.ShouldBeGreaterThan(0);
        whole.IsComplete.ShouldBeTrue();
        whole.ToCsv().ShouldBe(Plain(options).ToCsv());
        whole.Kept.Count.ShouldBe(5);
        second.Begun.Select(static trial => (trial.Index, trial.Rung)).Intersect(first.Completed.Select(static trial => (trial.Index, trial.Rung))).ShouldBeEmpty();
        again.ToCsv().ShouldBe(whole.ToCsv());
        third.Begun.ShouldBeEmpty();
        Directory.GetFiles(folder.Path, "trial*", SearchOption.AllDirectories).ShouldBeEmpty("where trials stand is not needed any more");
    }

    [Fact]
    public async Task Where_a_trial_stands_is_written_after_every_epoch_or_as_rarely_as_is_asked_for()
    {
        using var folder = new TemporaryFolder();
        SearchOptions options = Options with { Folder = folder.Path, Halving = null, Trials = 2, Folds = 2, Epochs = 3 };
        var (always, never) = (new SearchWatch(), new SearchWatch());

        await Run(options with { Name = "always" }, always);
        await Run(options with { Name = "never", CheckpointInterval = TimeSpan.FromHours(1) }, never);

        (always.Epochs, always.Checkpoints).ShouldBe((12, 12));
        (never.Epochs, never.Checkpoints).ShouldBe((12, 0));
        new SearchOptions().CheckpointInterval.ShouldBe(TimeSpan.FromMilliseconds(100));
        Should.Throw<ArgumentOutOfRangeException>(() => options with { CheckpointInterval = TimeSpan.FromSeconds(-1) })
            .Message.ShouldStartWith("CheckpointInterval is -00:00:01, but must be zero or more.");
    }

    [Fact]
    public async Task A_name_in_a_folder_is_one_search()
    {
        using var folder = new TemporaryFolder();
        SearchOptions options = Options with { Name = "one", Folder = folder.Path, Halving = null, Trials = 2 };
        await Search.Run(Space, Data, options);

        ArgumentException other = await Should.ThrowAsync<ArgumentException>(() => Search.Run(Space, Data, options with { Epochs = 8, Seed = 5 }));

        other.Message.ShouldStartWith("Another search is called one: Seed is 5, but was 0; Epochs is 8, but was 9. Take another Name");
    }

    /// <summary>One that was removed, and whose name is that of another one by now.</summary>
    [Fact]
    public async Task A_host_that_means_another_search_of_the_name_is_told_so_and_changes_nothing()
    {
        await using SearchHost host = await SearchHost.Start(new HostSettings { Workers = 0 }, CancellationToken.None);
        ISearchGrain search = host.Grains.GetGrain<ISearchGrain>("one");
        SearchDefinition definition = FoldedSearch.Definition(Options);
        var report = new HostReport(host.Address, definition.Identity, "X64", [new TrialSpec(3, 0, 1)], [null, null], HasWorkers: true);
        HostReport gone = report with { Identity = FoldedSearch.Definition(Options with { Seed = 1 }).Identity };
        FoldOutcome[] folds = [new(0.5, 0.5, 1, 1, TrialStop.Completed)];
        var outcome = new TrialOutcome { Index = 3, Rung = 0, Folds = folds, Score = 0.5, Deviation = 0, Stop = TrialStop.Completed };

        HostReply before = await search.Report(report);
        await search.Start(definition, TimeSpan.Zero);
        HostReply other = await search.Report(gone);
        Lease? none = await search.Lease(host.Address);
        HostReply same = await search.Report(report);
        await search.Return(gone.Identity, host.Address, 3);
        await search.Fail(gone.Identity, host.Address, 3, "Out of paper.");
        await search.Complete(gone.Identity, outcome, hasState: false);
        SearchStatus unchanged = await search.GetStatus(0);
        await search.Complete(definition.Identity, outcome, hasState: false);

        (before.Phase, before.Lost.ShouldHaveSingleItem()).ShouldBe((SearchPhase.None, 3));
        (other.Phase, other.Lost.ShouldHaveSingleItem()).ShouldBe((SearchPhase.None, 3));
        none.ShouldBeNull();
        (same.Phase, same.Lost.Length).ShouldBe((SearchPhase.Running, 0));
        (unchanged.Running, unchanged.Outcomes.Length).ShouldBe((1, 0));
        (await search.GetStatus(0)).Outcomes.ShouldHaveSingleItem().Index.ShouldBe(3);
        FoldedSearch.Definition(Options with { Name = "elsewhere" }).Identity.ShouldBe(definition.Identity);
    }

    [Fact]
    public async Task A_folder_that_another_program_uses_is_told()
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(Path.Combine(folder.Path, "search"));
        using var other = new FileStream(Path.Combine(folder.Path, "search", "lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);

        SearchException used = await Should.ThrowAsync<SearchException>(() => Search.Run(Space, Data, Options with { Folder = folder.Path }));

        used.Message.ShouldStartWith($"The folder {Path.Combine(folder.Path, "search")} cannot be used: ");
    }

    [Fact]
    public async Task A_trial_that_throws_again_and_again_ends_the_search_with_its_message()
    {
        var watch = new SearchWatch { Before = static spec => _ = spec.Index == 3 ? throw new InvalidOperationException("Out of paper.") : 0 };

        SearchException failure = await Should.ThrowAsync<SearchException>(() => Run(Options, watch));

        failure.Message.ShouldBe("Trial 3 has failed 3 times: Out of paper. The same name goes on when the cause is gone.");
        watch.Begun.Count(static trial => trial.Index == 3).ShouldBe(3);
    }

    [Fact]
    public async Task A_search_that_is_cancelled_before_it_begins_has_an_empty_result()
    {
        SearchResult result = await Search.Run(Space, Data, Options, progress: null, new CancellationToken(canceled: true));

        result.IsComplete.ShouldBeFalse();
        result.Trials.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_search_in_process_needs_a_worker() =>
        (await Should.ThrowAsync<ArgumentException>(() => Search.Run(Space, Data, Options with { Workers = 0 }))).Message.ShouldStartWith("Workers is 0, but a search in process has no other hosts");

    private static SearchResult Plain(SearchOptions options) => FoldedSearch.Plain(options);

    private static Task<SearchResult> Run(
        SearchOptions options, SearchWatch watch, HeardProgress? progress = null, CancellationToken stop = default, Action<SearchHost>? started = null) =>
        new HostedRun(FoldedSearch.Definition(options), Data, options, progress)
        {
            Times = new SearchTimes { Look = TimeSpan.FromMilliseconds(10) },
            Watch = watch,
            Started = started,
        }.Run(stop);
}
