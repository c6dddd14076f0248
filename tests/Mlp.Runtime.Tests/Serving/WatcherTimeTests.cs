using System;
using System.IO;
using Mlp.Serving;
using Shouldly;
using Xunit;

namespace Mlp.Runtime.Tests.Serving;

/// <summary>
/// When a file is looked at and read, in a time that passes by order: looks every 10 s, 3 s of quiet. Between two looks the
/// watcher waits 3 s, deaf to events, and then 7 s.
/// </summary>
public sealed class WatcherTimeTests
{
    private static readonly TimeSpan Quiet = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(7);

    private readonly ManualTime _time = new();

    private ModelWatcherOptions Options => new()
    {
        PollingInterval = Quiet + Rest,
        QuietTime = Quiet,
        UseEvents = false,
        TimeProvider = _time,
    };

    /// <summary>The second half comes within the quiet time of the first: half a file is never read.</summary>
    [Fact]
    public void Two_halves_are_read_together()
    {
        using var directory = new ModelDirectory();
        byte[] content = StampedNetwork.FileOf(2, Canary.Record(new StampedNetwork(2), [1, 0]).ToString());
        directory.Watch(Options);
        directory.WriteInPlace(content.AsSpan(..140));
        Poll();
        _time.AwaitTimer().ShouldBe(Quiet);
        directory.WriteInPlace(content.AsSpan(140..), 140);
        _time.AdvanceToNextTimer();
        _time.AwaitTimer().ShouldBe(Quiet);
        directory.Log.Count.ShouldBe(0);
        _time.AdvanceToNextTimer();
        directory.Log.Next(ExchangeOutcome.Exchanged).At.ShouldBe(_time.GetUtcNow());
        directory.Loads.ShouldBe(2);
    }

    /// <summary>As from a training that saves without pause, each time a whole file.</summary>
    [Fact]
    public void A_file_that_never_rests_is_read_after_ten_quiet_times()
    {
        using var directory = new ModelDirectory();
        directory.Watch(Options);
        directory.Replace(2);
        Poll();
        for (int quietTimes = 1; quietTimes <= 10; quietTimes++)
        {
            _time.AwaitTimer().ShouldBe(Quiet);
            directory.Log.Count.ShouldBe(0);
            File.Delete(directory.Path);
            directory.Replace(StampedNetwork.FileOf(2, new string(' ', quietTimes)));
            _time.AdvanceToNextTimer();
        }

        directory.Log.Next().ContentHash.ShouldBe(ModelDirectory.HashOf(StampedNetwork.FileOf(2, new string(' ', 10))));
    }

    [Fact]
    public void A_refused_file_is_loaded_again_when_it_is_touched_and_not_before()
    {
        using var directory = new ModelDirectory();
        directory.Watch(Options);
        directory.OnLoad = () => throw new InvalidDataException();
        directory.Replace(2);
        Poll();
        _time.AdvanceToNextTimer();
        directory.Log.Next(ExchangeOutcome.Rejected);
        for (int poll = 0; poll < 10; poll++)
        {
            Poll();
        }

        _time.AwaitTimer();
        (directory.Log.Count, directory.Loads).ShouldBe((0, 2));

        directory.OnLoad = null;
        File.SetLastWriteTimeUtc(directory.Path, DateTime.UtcNow.AddHours(-1));
        Poll();
        _time.AdvanceToNextTimer();
        directory.Log.Next(ExchangeOutcome.Exchanged);
    }

    /// <summary>Refused at once, tried after 10 s and 20 s more, and then released: it is read 40 s later, and said once.</summary>
    [Fact]
    public void A_file_that_somebody_keeps_is_tried_after_growing_pauses()
    {
        using var directory = new ModelDirectory();
        directory.Watch(Options);
        directory.Replace(2);
        DateTimeOffset failed;
        using (new FileStream(directory.Path, FileMode.Open, FileAccess.Read, FileShare.None))
        {
            Poll();
            _time.AdvanceToNextTimer();
            ExchangeReport report = directory.Log.Next(ExchangeOutcome.Unreadable);
            report.Exception.ShouldBeAssignableTo<IOException>();
            failed = report.At;
            for (int poll = 0; poll < 3; poll++)
            {
                Poll();
            }

            _time.AwaitTimer();
            directory.Log.Count.ShouldBe(0);
        }

        for (int poll = 0; poll < 4; poll++)
        {
            _time.AwaitTimer();
            directory.Log.Count.ShouldBe(0);
            Poll();
        }

        (directory.Log.Next(ExchangeOutcome.Exchanged).At - failed).ShouldBe(TimeSpan.FromSeconds(70));
    }

    /// <summary>
    /// Written twice within one step of the file system's clock: the file looks the same after the second time. So one that was
    /// written just now is read once more. A machine that stands still for seconds proves nothing: then it is tried again.
    /// </summary>
    [Fact]
    public void A_fresh_file_is_read_once_more()
    {
        for (int attempt = 1; ; attempt++)
        {
            using var directory = new ModelDirectory();
            DateTime now = DateTime.UtcNow;
            File.SetLastWriteTimeUtc(directory.Path, now);
            FileStamp before = FileStamp.Of(directory.Path);
            directory.Watch(Options);
            bool isFresh = before.IsFresh;
            directory.WriteInPlace(StampedNetwork.FileOf(2));
            File.SetLastWriteTimeUtc(directory.Path, now);
            if ((isFresh && FileStamp.Of(directory.Path) == before) || attempt == 20)
            {
                Poll();
                directory.Log.Next(ExchangeOutcome.Exchanged);
                return;
            }
        }
    }

    /// <summary>As rsync --inplace -t, cp -p and restored archives leave it: time, length and place are those of the old one.</summary>
    [Fact]
    public void Another_content_that_looks_the_same_is_found_within_a_minute()
    {
        using var directory = new ModelDirectory();
        directory.Watch(Options);
        FileStamp before = FileStamp.Of(directory.Path);
        directory.WriteInPlace(StampedNetwork.FileOf(2));
        File.SetLastWriteTimeUtc(directory.Path, before.LastWrite);
        FileStamp.Of(directory.Path).ShouldBe(before);
        for (int poll = 0; poll < 6; poll++)
        {
            directory.Log.Count.ShouldBe(0);
            Poll();
        }

        directory.Log.Next(ExchangeOutcome.Exchanged);
        for (int poll = 0; poll < 12; poll++)
        {
            Poll();
        }

        _time.AwaitTimer();
        (directory.Log.Count, directory.Loads).ShouldBe((0, 2));
    }

    /// <summary>Lets the time pass until the next look.</summary>
    private void Poll()
    {
        _time.AdvanceToNextTimer().ShouldBe(Quiet);
        _time.AdvanceToNextTimer().ShouldBe(Rest);
    }
}
