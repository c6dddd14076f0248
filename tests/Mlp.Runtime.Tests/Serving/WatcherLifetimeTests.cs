using System;
using System.Threading;
using System.Threading.Tasks;
using Mlp.Serving;
using Shouldly;
using Xunit;

namespace Mlp.Runtime.Tests.Serving;

/// <summary>How watching ends, and what it keeps alive.</summary>
public sealed class WatcherLifetimeTests
{
    private static readonly TimeSpan Generous = TimeSpan.FromSeconds(60);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Disposal_during_a_load_waits_for_it_and_nothing_is_published(bool asynchronous)
    {
        using var directory = new ModelDirectory();
        using var loading = new ManualResetEventSlim();
        using var goOn = new ManualResetEventSlim();
        ModelWatcher<StampedNetwork> watcher = directory.Watch(ModelDirectory.Options(events: true));
        directory.OnLoad = () =>
        {
            loading.Set();
            goOn.Wait(Generous).ShouldBeTrue();
        };
        directory.Replace(2);
        loading.Wait(Generous).ShouldBeTrue();

        Task disposal = asynchronous ? watcher.DisposeAsync().AsTask() : Task.Run(watcher.Dispose);
        Thread.Sleep(50);
        disposal.IsCompleted.ShouldBeFalse();
        if (!asynchronous)
        {
            // The load must not go on before disposal has begun, however late that task was scheduled.
            watcher.DisposeAsync().IsCompleted.ShouldBeFalse();
        }

        goOn.Set();
        await disposal.WaitAsync(Generous);
        watcher.Holder.Current.Version.ShouldBe(1);
        directory.Log.Count.ShouldBe(0);
        directory.Loads.ShouldBe(2);
    }

    [Fact]
    public async Task After_disposal_nothing_is_read_and_disposal_may_be_repeated()
    {
        using var directory = new ModelDirectory();
        ModelWatcher<StampedNetwork> watcher = directory.Watch(ModelDirectory.Options(events: true));
        watcher.Dispose();
        watcher.Dispose();
        await watcher.DisposeAsync().AsTask().WaitAsync(Generous);
        directory.Replace(2);
        Thread.Sleep(50);
        directory.Loads.ShouldBe(1);
        watcher.Holder.Current.Version.ShouldBe(1);
        watcher.LastReport!.Outcome.ShouldBe(ExchangeOutcome.Unchanged);
    }

    /// <summary>It would wait for itself.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_watcher_may_be_disposed_by_its_own_report(bool asynchronous)
    {
        using var directory = new ModelDirectory();
        ModelWatcher<StampedNetwork> watcher = directory.Watch(ModelDirectory.Options(events: true));
        directory.Log.OnReport = _ =>
        {
            if (asynchronous)
            {
                watcher.DisposeAsync().IsCompletedSuccessfully.ShouldBeTrue();
            }
            else
            {
                watcher.Dispose();
            }
        };
        directory.Replace(2);
        directory.Log.Next(ExchangeOutcome.Exchanged);
        watcher.Dispose();
        watcher.Holder.Current.Version.ShouldBe(2);
    }

    [Fact]
    public void A_load_that_disposes_its_watcher_publishes_nothing()
    {
        using var directory = new ModelDirectory();
        ModelWatcher<StampedNetwork> watcher = directory.Watch(ModelDirectory.Options(events: true));
        using var disposed = new ManualResetEventSlim();
        directory.OnLoad = () =>
        {
            watcher.Dispose();
            disposed.Set();
        };
        directory.Replace(2);
        disposed.Wait(Generous).ShouldBeTrue();
        watcher.Dispose();
        watcher.Holder.Current.Version.ShouldBe(1);
        directory.Log.Count.ShouldBe(0);
    }

    [Fact]
    public void The_creators_context_does_not_come_along()
    {
        using var directory = new ModelDirectory();
        var context = new AsyncLocal<string?> { Value = "a request" };
        string? seen = "none";
        directory.Watch(ModelDirectory.Options(events: true));
        directory.OnLoad = () => seen = context.Value;
        directory.Replace(2);
        directory.Log.Next(ExchangeOutcome.Exchanged);
        seen.ShouldBeNull();
    }

    [Fact]
    public void Options_are_checked()
    {
        var options = new ModelWatcherOptions();
        (options.PollingInterval, options.QuietTime, options.UseEvents, options.TimeProvider)
            .ShouldBe((TimeSpan.FromSeconds(2), TimeSpan.FromMilliseconds(250), true, TimeProvider.System));
        Should.Throw<ArgumentOutOfRangeException>(() => options with { PollingInterval = TimeSpan.Zero }).ParamName.ShouldBe("PollingInterval");
        Should.Throw<ArgumentOutOfRangeException>(() => options with { QuietTime = TimeSpan.FromDays(2) }).ParamName.ShouldBe("QuietTime");
        Should.Throw<ArgumentNullException>(() => options with { TimeProvider = null! });

        using var directory = new ModelDirectory();
        ModelFile<StampedNetwork> file = directory.ModelFile();
        Should.Throw<ArgumentNullException>(() => new ModelWatcher<StampedNetwork>(null!, file));
        Should.Throw<ArgumentNullException>(() => new ModelWatcher<StampedNetwork>(file.Open(), null!));
    }
}
