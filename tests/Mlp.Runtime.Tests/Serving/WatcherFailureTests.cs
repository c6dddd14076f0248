using System;
using System.IO;
using Mlp.Serving;
using Shouldly;
using Xunit;

namespace Mlp.Runtime.Tests.Serving;

/// <summary>Whatever comes, the good network stays in service, the failure is reported, and the next good file is taken.</summary>
public sealed class WatcherFailureTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_corrupted_file_is_refused_and_a_good_one_recovers(bool events)
    {
        using var directory = new ModelDirectory();
        ModelHolder<StampedNetwork> holder = directory.Watch(ModelDirectory.Options(events)).Holder;
        Published<StampedNetwork> good = holder.Current;
        byte[] corrupted = StampedNetwork.FileOf(1);
        corrupted[77] ^= 1;

        directory.WriteInPlace(corrupted);
        ExchangeReport report = directory.Log.Next(ExchangeOutcome.Rejected);
        (report.Version, report.ContentHash).ShouldBe((1, ModelDirectory.HashOf(corrupted)));
        report.Exception.ShouldBeOfType<InvalidDataException>().Message.ShouldBe("parts of two networks");
        report.ToString().ShouldEndWith("version 1 in service: InvalidDataException: parts of two networks");
        holder.Current.ShouldBeSameAs(good);

        directory.Replace(2);
        directory.Log.Next(ExchangeOutcome.Exchanged).Version.ShouldBe(2);
        directory.Replace(corrupted);
        directory.Log.Next(ExchangeOutcome.Rejected);
        directory.Replace(2);
        directory.Log.Next(ExchangeOutcome.Unchanged).Exception.ShouldBeNull();
        holder.Current.Version.ShouldBe(2);
    }

    [Fact]
    public void A_failure_stands_until_the_file_is_in_service()
    {
        using var directory = new ModelDirectory();
        ModelWatcher<StampedNetwork> watcher = directory.Watch(ModelDirectory.Options(events: true));
        watcher.Failure.ShouldBeNull();

        directory.Replace([]);
        ExchangeReport rejected = directory.Log.Next(ExchangeOutcome.Rejected);
        watcher.Failure.ShouldBeSameAs(rejected);
        File.Delete(directory.Path);
        ExchangeReport unreadable = directory.Log.Next(ExchangeOutcome.Unreadable);
        watcher.Failure.ShouldBeSameAs(unreadable);
        directory.Replace(1);
        directory.Log.Next(ExchangeOutcome.Unchanged);
        watcher.Failure.ShouldBeNull();

        directory.Replace(StampedNetwork.FileOf(2, "chirp"));
        ExchangeReport canary = directory.Log.Next(ExchangeOutcome.CanaryFailed);
        watcher.Failure.ShouldBeSameAs(canary);
        directory.Replace(2);
        directory.Log.Next(ExchangeOutcome.Exchanged);
        watcher.Failure.ShouldBeNull();
    }

    /// <summary>It is the last report, but it says nothing about the file.</summary>
    [Fact]
    public void The_loss_of_events_hides_no_failure_and_is_none()
    {
        using var directory = new ModelDirectory();
        FailingEvents? events = null;
        ModelWatcher<StampedNetwork> watcher = directory.Watch(ModelDirectory.Options(events: true) with
        {
            Subscribe = name => events = new FailingEvents(name),
        });
        directory.Replace([]);
        ExchangeReport rejected = directory.Log.Next(ExchangeOutcome.Rejected);
        events!.Fail(new IOException("unplugged"));
        ExchangeReport pollingOnly = directory.Log.Next(ExchangeOutcome.PollingOnly);
        watcher.LastReport.ShouldBeSameAs(pollingOnly);
        watcher.Failure.ShouldBeSameAs(rejected);

        directory.Replace(2);
        directory.Log.Next(ExchangeOutcome.Exchanged);
        events.Fail(new IOException("unplugged again"));
        directory.Log.Next(ExchangeOutcome.PollingOnly);
        watcher.Failure.ShouldBeNull();
    }

    [Fact]
    public void Empty_truncated_and_large_files_are_refused()
    {
        using var directory = new ModelDirectory();
        ModelHolder<StampedNetwork> holder = directory.Watch(ModelDirectory.Options(events: true)).Holder;
        directory.Replace([]);
        directory.Log.Next(ExchangeOutcome.Rejected).ContentHash.ShouldBeNull();
        directory.Replace(StampedNetwork.FileOf(2)[..^1]);
        directory.Log.Next(ExchangeOutcome.Rejected).Exception.ShouldBeOfType<EndOfStreamException>();
        directory.Replace(new byte[10_001]);
        directory.Log.Next(ExchangeOutcome.Rejected).Exception!.Message.ShouldContain("has 10001 bytes, but must have 1 to 10000");
        holder.Current.Version.ShouldBe(1);
        directory.Replace(2);
        directory.Log.Next(ExchangeOutcome.Exchanged);
    }

    [Fact]
    public void A_network_that_misses_its_canary_is_not_published()
    {
        using var directory = new ModelDirectory();
        ModelHolder<StampedNetwork> holder = directory.Watch(ModelDirectory.Options(events: true)).Holder;
        string canary = Canary.Record(new StampedNetwork(2), [1, 0]).ToString();
        directory.Replace(StampedNetwork.FileOf(3, canary));
        directory.Log.Next(ExchangeOutcome.CanaryFailed).Exception.ShouldBeOfType<CanaryException>();
        directory.Replace(StampedNetwork.FileOf(float.NaN, canary));
        directory.Log.Next(ExchangeOutcome.CanaryFailed);
        holder.Current.Version.ShouldBe(1);
        directory.Replace(StampedNetwork.FileOf(2, canary));
        directory.Log.Next(ExchangeOutcome.Exchanged);
        holder.Current.Network.Stamp.ShouldBe(2);
    }

    [Fact]
    public void A_canary_that_throws_is_a_failed_one()
    {
        using var directory = new ModelDirectory();
        ModelHolder<StampedNetwork> holder = directory.Watch(ModelDirectory.Options(events: true)).Holder;
        directory.Replace(StampedNetwork.FileOf(2, "chirp"));
        ExchangeReport report = directory.Log.Next(ExchangeOutcome.CanaryFailed);
        report.Exception.ShouldBeOfType<FormatException>();
        report.ContentHash.ShouldNotBeNull();
        holder.Current.Version.ShouldBe(1);
    }

    /// <summary>Also what nobody should throw: it would end the process.</summary>
    [Fact]
    public void Whatever_loading_throws_is_reported()
    {
        using var directory = new ModelDirectory();
        ModelHolder<StampedNetwork> holder = directory.Watch(ModelDirectory.Options(events: true)).Holder;
        Exception[] exceptions = [new OutOfMemoryException(), new IOException(), new OperationCanceledException(), new NullReferenceException()];
        for (int index = 0; index < exceptions.Length; index++)
        {
            Exception exception = exceptions[index];
            directory.OnLoad = () => throw exception;
            directory.Replace(index + 2);
            directory.Log.Next(ExchangeOutcome.Rejected).Exception.ShouldBeSameAs(exception);
        }

        directory.OnLoad = null;
        directory.Replace(20);
        directory.Log.Next(ExchangeOutcome.Exchanged).Version.ShouldBe(2);
        holder.Current.Network.Stamp.ShouldBe(20);
    }

    [Fact]
    public void A_listener_that_throws_stops_nothing()
    {
        using var directory = new ModelDirectory();
        ModelWatcher<StampedNetwork> watcher = directory.Watch(ModelDirectory.Options(events: true));
        directory.Log.OnReport = _ => throw new InvalidOperationException();
        directory.Replace([]);
        directory.Log.Next(ExchangeOutcome.Rejected);
        directory.Replace(2);
        ExchangeReport last = directory.Log.Next(ExchangeOutcome.Exchanged);
        watcher.LastReport.ShouldBeSameAs(last);
    }

    [Fact]
    public void Without_events_polling_goes_on_and_that_is_said_once()
    {
        using var directory = new ModelDirectory();
        ModelWatcherOptions options = ModelDirectory.Options(events: false) with
        {
            UseEvents = true,
            Subscribe = _ => throw new IOException("the limit of subscriptions"),
        };
        ModelFile<StampedNetwork> file = directory.ModelFile();
        directory.Watch(file.Open(), file, options);
        directory.Log.Next(ExchangeOutcome.PollingOnly).Exception!.Message.ShouldBe("the limit of subscriptions");
        directory.Log.Next(ExchangeOutcome.Unchanged);
        for (int stamp = 2; stamp <= 4; stamp++)
        {
            directory.Replace(stamp);
            directory.Log.Next(ExchangeOutcome.Exchanged);
        }
    }

    /// <summary>Only events that were lost at once are no reason to say so: the next look finds what they told.</summary>
    [Fact]
    public void Where_events_fail_they_are_asked_for_anew()
    {
        using var directory = new ModelDirectory();
        FailingEvents? events = null;
        int subscriptions = 0;
        directory.Watch(ModelDirectory.Options(events: true) with
        {
            Subscribe = name =>
            {
                subscriptions++;
                return events = new FailingEvents(name);
            },
        });
        events!.Fail(new IOException("unplugged"));
        directory.Log.Next(ExchangeOutcome.PollingOnly).Exception!.Message.ShouldBe("unplugged");
        directory.Replace(2);
        directory.Log.Next(ExchangeOutcome.Exchanged);
        subscriptions.ShouldBe(2);

        events.Fail(new InternalBufferOverflowException());
        directory.Replace(3);
        directory.Log.Next(ExchangeOutcome.Exchanged);
        subscriptions.ShouldBe(2);
    }

    /// <summary>Events that fail when a test wants it.</summary>
    private sealed class FailingEvents(string directory) : FileSystemWatcher(directory)
    {
        internal void Fail(Exception exception) => OnError(new ErrorEventArgs(exception));
    }
}
