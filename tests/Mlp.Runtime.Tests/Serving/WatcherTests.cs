using System;
using System.IO;
using System.Linq;
using Mlp.Serving;
using Shouldly;
using Xunit;

namespace Mlp.Runtime.Tests.Serving;

/// <summary>The ways in which a good file comes: each is found by events alone, and by polling alone.</summary>
public sealed class WatcherTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_rename_over_the_file_exchanges(bool events)
    {
        using var directory = new ModelDirectory();
        ModelHolder<StampedNetwork> holder = directory.Watch(ModelDirectory.Options(events)).Holder;
        for (int stamp = 2; stamp <= 6; stamp++)
        {
            directory.Replace(stamp);
            ExchangeReport report = directory.Log.Next(ExchangeOutcome.Exchanged);
            string hash = ModelDirectory.HashOf(StampedNetwork.FileOf(stamp));
            (report.Version, report.ContentHash, report.Path, report.Exception).ShouldBe((stamp, hash, directory.Path, null));
            Published<StampedNetwork> current = holder.Current;
            (current.Version, current.Network.Stamp, current.ContentHash).ShouldBe((stamp, stamp, hash));
        }
    }

    /// <summary>With a pause after the first half that may be longer than the quiet time: then half a file is refused first.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Writing_in_place_in_two_halves_exchanges_once(bool events)
    {
        using var directory = new ModelDirectory();
        ModelHolder<StampedNetwork> holder = directory.Watch(ModelDirectory.Options(events)).Holder;
        byte[] content = StampedNetwork.FileOf(2);
        directory.WriteInPlace(content.AsSpan(..60));
        directory.WriteInPlace(content.AsSpan(60..), 60);
        ExchangeReport report = directory.Log.Next();
        if (report.Outcome == ExchangeOutcome.Rejected)
        {
            report = directory.Log.Next();
        }

        report.Outcome.ShouldBe(ExchangeOutcome.Exchanged);
        (holder.Current.Version, holder.Current.Network.Stamp).ShouldBe((2, 2));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_touch_and_a_copy_of_the_same_do_nothing(bool events)
    {
        using var directory = new ModelDirectory();
        ModelHolder<StampedNetwork> holder = directory.Watch(ModelDirectory.Options(events)).Holder;
        Published<StampedNetwork> before = holder.Current;
        File.SetLastWriteTimeUtc(directory.Path, DateTime.UtcNow.AddMinutes(-1));
        directory.Log.Next(ExchangeOutcome.Unchanged).ContentHash.ShouldBe(before.ContentHash);
        directory.Replace(1);
        directory.Log.Next(ExchangeOutcome.Unchanged);
        holder.Current.ShouldBeSameAs(before);
        directory.Loads.ShouldBe(1);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_file_goes_and_comes_back(bool events)
    {
        using var directory = new ModelDirectory();
        ModelHolder<StampedNetwork> holder = directory.Watch(ModelDirectory.Options(events)).Holder;
        File.Delete(directory.Path);
        directory.Log.Next(ExchangeOutcome.Unreadable).Exception.ShouldBeOfType<FileNotFoundException>();
        holder.Current.Network.Stamp.ShouldBe(1);
        directory.Replace(1);
        directory.Log.Next(ExchangeOutcome.Unchanged).Version.ShouldBe(1);
        File.Delete(directory.Path);
        directory.Log.Next(ExchangeOutcome.Unreadable);
        directory.Replace(2);
        directory.Log.Next(ExchangeOutcome.Exchanged).Version.ShouldBe(2);
    }

    [Fact]
    public void A_file_that_comes_after_the_watcher_is_exchanged()
    {
        using var directory = new ModelDirectory();
        string late = directory.At("late", "model.bin");
        var holder = new ModelHolder<StampedNetwork>(new StampedNetwork(0));
        using ModelWatcher<StampedNetwork> watcher = directory.Watch(holder, directory.ModelFile(late), ModelDirectory.Options(events: false) with { UseEvents = true });
        directory.Log.Next(ExchangeOutcome.Unreadable);
        Directory.CreateDirectory(directory.At("late"));
        File.Move(directory.Path, late);
        directory.Log.Next(ExchangeOutcome.Exchanged);
        holder.Current.Network.Stamp.ShouldBe(1);
    }

    /// <summary>A directory that was replaced has events of its own. Its end is found by polling; then the interval is long.</summary>
    [Fact]
    public void A_directory_goes_and_comes_back()
    {
        using var directory = new ModelDirectory();
        string path = directory.At("sub", "model.bin");
        Directory.CreateDirectory(directory.At("sub"));
        File.Copy(directory.Path, path);
        int subscriptions = 0;
        using ModelWatcher<StampedNetwork> watcher = directory.Watch(
            ModelDirectory.Options(events: false) with
            {
                UseEvents = true,
                Subscribe = name =>
                {
                    subscriptions++;
                    return new FileSystemWatcher(name);
                },
            },
            path);
        Directory.Delete(directory.At("sub"), recursive: true);
        directory.Log.Next(ExchangeOutcome.Unreadable);
        Directory.CreateDirectory(directory.At("sub"));
        File.Move(directory.Path, path);
        directory.Log.Next(ExchangeOutcome.Unchanged);
        subscriptions.ShouldBeGreaterThanOrEqualTo(2);
    }

    /// <summary>Same length, same time: only an event tells.</summary>
    [Fact]
    public void An_event_has_a_file_read_that_looks_the_same()
    {
        using var directory = new ModelDirectory();
        var old = new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        File.SetLastWriteTimeUtc(directory.Path, old);
        directory.Watch(ModelDirectory.Options(events: true));
        string other = directory.At("other");
        File.WriteAllBytes(other, StampedNetwork.FileOf(2));
        File.SetLastWriteTimeUtc(other, old);
        File.Move(other, directory.Path, overwrite: true);
        directory.Log.Next(ExchangeOutcome.Exchanged);
    }

    /// <summary>What others publish stays until the file changes, and a touch is no change.</summary>
    [Fact]
    public void Others_may_publish_to_the_holder_too()
    {
        using var directory = new ModelDirectory();
        ModelHolder<StampedNetwork> holder = directory.Watch(ModelDirectory.Options(events: true)).Holder;
        holder.Publish(new StampedNetwork(100));
        File.SetLastWriteTimeUtc(directory.Path, DateTime.UtcNow.AddMinutes(-1));
        directory.Log.Next(ExchangeOutcome.Unchanged);
        holder.Current.Network.Stamp.ShouldBe(100);
        directory.Replace(2);
        directory.Log.Next(ExchangeOutcome.Exchanged).Version.ShouldBe(3);
        directory.Replace(1);
        directory.Log.Next(ExchangeOutcome.Exchanged).Version.ShouldBe(4);
    }

    [Fact]
    public void Other_files_in_the_directory_are_nothing_to_tell_of()
    {
        using var directory = new ModelDirectory();
        directory.Watch(ModelDirectory.Options(events: true));
        foreach (int number in Enumerable.Range(0, 200))
        {
            File.WriteAllBytes(directory.At($"other{number % 7}"), [1, 2, 3]);
        }

        directory.Replace(2);
        directory.Log.Next(ExchangeOutcome.Exchanged);
        directory.Loads.ShouldBe(2);
    }
}
