using System;
using System.Collections.Generic;
using System.Threading;
using Mlp.Training;
using Shouldly;
using Xunit;

namespace Mlp.Runtime.Tests.Training.Fitting;

/// <summary>Progress that is an action, called between two epochs.</summary>
public sealed class EpochProgressTests
{
    [Fact]
    public void Each_report_comes_in_order_on_the_thread_that_trains_before_the_next_epoch()
    {
        var network = new ScriptedNetwork();
        List<(int Epoch, float Steps, int Thread)> told = [];
        var progress = new EpochProgress(report => told.Add((report.Epoch, network.Steps, Environment.CurrentManagedThreadId)));

        Trainer.Fit(network, FitSamples.Numbered(4), new() { Epochs = 3, BatchSize = 2 }, progress);

        int thread = Environment.CurrentManagedThreadId;
        told.ShouldBe([(1, 2, thread), (2, 4, thread), (3, 6, thread)]);
    }

    [Fact]
    public void It_asks_for_no_synchronization_context()
    {
        SynchronizationContext? before = SynchronizationContext.Current;
        try
        {
            SynchronizationContext.SetSynchronizationContext(new NeverRuns());
            int reports = 0;
            Trainer.Fit(new ScriptedNetwork(), FitSamples.Numbered(4), new() { Epochs = 3 }, new EpochProgress(_ => reports++));
            reports.ShouldBe(3);
        }
        finally
        {
            SynchronizationContext.SetSynchronizationContext(before);
        }
    }

    [Fact]
    public void An_exception_of_the_action_reaches_the_caller() =>
        Should.Throw<TimeoutException>(() => Trainer.Fit(
            new ScriptedNetwork(), FitSamples.Numbered(4), new() { Epochs = 3 }, new EpochProgress(_ => throw new TimeoutException())));

    [Fact]
    public void It_needs_an_action() => Should.Throw<ArgumentNullException>(() => new EpochProgress(null!)).ParamName.ShouldBe("action");

    /// <summary>A context that loses what is posted to it.</summary>
    private sealed class NeverRuns : SynchronizationContext
    {
        public override void Post(SendOrPostCallback d, object? state)
        {
        }
    }
}
