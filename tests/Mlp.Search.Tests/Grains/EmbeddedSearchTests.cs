using System;
using System.Collections.Concurrent;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Mlp.Searching.Hosting;
using Mlp.Searching.Queue;
using Mlp.Searching.Space;
using Mlp.Training;
using Shouldly;
using Xunit;

namespace Mlp.Searching.Tests.Grains;

/// <summary>Searches in this process: a silo, workers, and the same table as the plain loop's.</summary>
public sealed class EmbeddedSearchTests
{
    private static readonly Dataset Data = Samples.Clouds();

    private static SearchSpace Space => SearchSpace.Of<SmallNet>().Or<WideNet>().LearningRate(Values.Logarithmic(1e-4, 0.3)).BatchSize(8, 16);

    private static SearchOptions Options => new()
    {
        Trials = 12,
        Epochs = 9,
        Folds = 3,
        Halving = new() { FirstEpochs = 1, Factor = 3 },
        Score = SearchScore.Accuracy,
        Scaler = SearchScaler.Standard,
        Workers = 2,
    };

    [Fact]
    public async Task A_search_in_process_gives_the_table_of_a_plain_loop()
    {
        SearchResult plain = PlainSearch.Run(SearchDefinition.Of(Space, Data, Options), Data, progress: null, CancellationToken.None);
        var progress = new Reports();

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

        string[] tables = await Task.WhenAll(Enumerable.Range(0, 3).Select(async _ =>
        {
            var run = new HostedRun(SearchDefinition.Of(Space, Data, options), Data, options, progress: null) { Started = hosts.Add };
            return (await run.Run(CancellationToken.None)).ToCsv();
        }));

        tables.Distinct().ShouldHaveSingleItem().ShouldBe(PlainSearch.Run(SearchDefinition.Of(Space, Data, options), Data, null, CancellationToken.None).ToCsv());
        hosts.Count.ShouldBe(3);
        foreach (SearchHost host in hosts)
        {
            host.Workers.Threads.ShouldBe(0);
            using var listener = new System.Net.Sockets.TcpListener(host.Address.Endpoint);
            listener.Start();
        }
    }

    /// <summary>What a search has told.</summary>
    private sealed class Reports : IProgress<SearchProgress>
    {
        public ConcurrentQueue<SearchProgress> All { get; } = [];

        public void Report(SearchProgress value) => All.Enqueue(value);
    }
}
