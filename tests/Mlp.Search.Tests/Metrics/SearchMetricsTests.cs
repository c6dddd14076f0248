using System;
using System.Linq;
using System.Threading;
using Mlp.Searching.Queue;
using Mlp.Searching.Space;
using Mlp.Searching.Trials;
using Mlp.Training;
using Shouldly;
using Xunit;

namespace Mlp.Searching.Tests.Metrics;

/// <summary>What a listener of the meter hears of searches.</summary>
public sealed class SearchMetricsTests
{
    private static readonly Dataset Data = Samples.Clouds();

    private static readonly SearchSpace Space = SearchSpace.Of<MeteredNet>().LearningRate(0.01, 0.03, 0.1);

    private static readonly SearchOptions Options = new() { Trials = 6, Epochs = 4, Folds = 2 };

    [Fact]
    public void Trials_and_epochs_are_counted_and_timed()
    {
        using var measurements = new Measurements(nameof(MeteredNet));

        PlainSearch.Run(SearchDefinition.Of(Space, Data, Options), Data, progress: null, CancellationToken.None);

        measurements.Ended("completed").ShouldBe(6);
        measurements.Of("mlp.search.trials").Sum().ShouldBe(6);
        measurements.Of("mlp.search.epochs").Sum().ShouldBe(6 * 4 * 2, "trials, epochs, folds");
        measurements.Of("mlp.search.trial.duration").Length.ShouldBe(6);
        measurements.Of("mlp.search.trial.duration").ShouldAllBe(seconds => seconds > 0 && seconds < 60);
        measurements.Of("mlp.search.trials.running").Length.ShouldBe(12);
        measurements.Of("mlp.search.trials.running").Sum().ShouldBe(0);
    }

    [Fact]
    public void A_trial_that_is_cancelled_is_not_running_any_more()
    {
        SearchDefinition definition = SearchDefinition.Of(Space, Data, Options);
        var runner = new TrialRunner(definition, Data);
        using var cancellation = new CancellationTokenSource();
        using var measurements = new Measurements(nameof(MeteredNet));

        Should.Throw<OperationCanceledException>(() => runner.Run(new TrialQueue(definition).Next()!, from: null, _ => cancellation.Cancel(), cancellation.Token));

        measurements.Ended("cancelled").ShouldBe(1);
        measurements.Of("mlp.search.epochs").Sum().ShouldBe(1);
        measurements.Of("mlp.search.trials.running").ShouldBe([1, -1]);
    }
}
