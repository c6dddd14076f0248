using System;
using System.IO;
using Mlp.Serving;
using Shouldly;
using Xunit;

namespace Mlp.Runtime.Tests.Serving;

/// <summary>Symbolic links that move. On Windows links need a privilege: these tests do nothing there.</summary>
public sealed class WatcherLinkTests
{
    /// <summary>
    /// model → ..data/model, and ..data is moved from one directory to the next by one rename, the old one then deleted. Length
    /// and times are equal, as in an archive: the link alone tells.
    /// </summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_ConfigMap_is_exchanged(bool events)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        using var directory = new ModelDirectory();
        Directory.CreateDirectory(directory.At("volume"));
        MoveData(directory, 2);
        string path = directory.At("volume", "model");
        File.CreateSymbolicLink(path, Path.Combine("..data", "model"));
        ModelHolder<StampedNetwork> holder = directory.Watch(ModelDirectory.Options(events), path).Holder;
        holder.Current.Network.Stamp.ShouldBe(2);
        for (int stamp = 3; stamp <= 6; stamp++)
        {
            MoveData(directory, stamp);
            Directory.Delete(directory.At("volume", $"..{stamp - 1}"), recursive: true);
            directory.Log.Next(ExchangeOutcome.Exchanged).Path.ShouldBe(path);
            holder.Current.Network.Stamp.ShouldBe(stamp);
        }
    }

    /// <summary>current/model, where current moves: after it the events are those of the new directory.</summary>
    [Fact]
    public void A_link_in_the_middle_of_the_path_moves()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        using var directory = new ModelDirectory();
        MoveCurrent(directory, 2);
        string path = directory.At("current", "model.bin");
        int subscriptions = 0;
        ModelHolder<StampedNetwork> holder = directory.Watch(
            ModelDirectory.Options(events: false) with
            {
                UseEvents = true,
                Subscribe = name =>
                {
                    Path.GetFileName(name).ShouldBe(subscriptions == 0 ? "2" : "3");
                    subscriptions++;
                    return new FileSystemWatcher(name);
                },
            },
            path).Holder;
        MoveCurrent(directory, 3);
        directory.Log.Next(ExchangeOutcome.Exchanged);
        holder.Current.Network.Stamp.ShouldBe(3);
        subscriptions.ShouldBe(2);
    }

    [Fact]
    public void Links_in_a_circle_are_no_file_and_do_not_hang()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        using var directory = new ModelDirectory();
        ModelHolder<StampedNetwork> holder = directory.Watch(ModelDirectory.Options(events: true)).Holder;
        File.CreateSymbolicLink(directory.At("a"), "b");
        File.CreateSymbolicLink(directory.At("b"), "a");
        File.Delete(directory.Path);
        directory.Log.Next(ExchangeOutcome.Unreadable);
        File.CreateSymbolicLink(directory.Path, "a");
        SymbolicLinks.Resolve(directory.Path).ShouldBeNull();
        FileStamp.Of(directory.Path).Exists.ShouldBeFalse();
        File.Delete(directory.Path);
        directory.Replace(2);
        directory.Log.Next(ExchangeOutcome.Exchanged);
        holder.Current.Network.Stamp.ShouldBe(2);
    }

    [Fact]
    public void Links_are_followed_wherever_they_are()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        using var directory = new ModelDirectory();
        string real = SymbolicLinks.Resolve(directory.Path)!;
        Directory.CreateDirectory(directory.At("x", "y"));
        File.CreateSymbolicLink(directory.At("x", "y", "up"), Path.Combine("..", ".."));
        File.CreateSymbolicLink(directory.At("x", "absolute"), directory.At("x", "y"));
        File.CreateSymbolicLink(directory.At("link"), Path.Combine("x", "absolute", "up", "model.bin"));
        SymbolicLinks.Resolve(directory.At("link")).ShouldBe(real);
        SymbolicLinks.Resolve(directory.At("none", "such")).ShouldBe(Path.Combine(Path.GetDirectoryName(real)!, "none", "such"));
        FileStamp.Of(directory.At("link")).ShouldBe(FileStamp.Of(directory.Path));
    }

    private static void MoveData(ModelDirectory directory, int stamp)
    {
        string content = directory.At("volume", $"..{stamp}");
        Directory.CreateDirectory(content);
        string model = Path.Combine(content, "model");
        File.WriteAllBytes(model, StampedNetwork.FileOf(stamp));
        File.SetLastWriteTimeUtc(model, new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        string temporary = directory.At("volume", "..data_tmp");
        File.CreateSymbolicLink(temporary, $"..{stamp}");
        NativeFile.RenameOver(temporary, directory.At("volume", "..data"));
    }

    private static void MoveCurrent(ModelDirectory directory, int stamp)
    {
        string release = directory.At("releases", $"{stamp}");
        Directory.CreateDirectory(release);
        File.WriteAllBytes(Path.Combine(release, "model.bin"), StampedNetwork.FileOf(stamp));
        File.CreateSymbolicLink(directory.At("next"), release);
        NativeFile.RenameOver(directory.At("next"), directory.At("current"));
    }
}
