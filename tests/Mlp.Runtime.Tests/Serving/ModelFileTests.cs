using System;
using System.IO;
using Mlp.Serving;
using Shouldly;
using Xunit;

namespace Mlp.Runtime.Tests.Serving;

/// <summary>The first model of a service: a good one, or an exception.</summary>
public sealed class ModelFileTests
{
    [Fact]
    public void A_good_file_is_version_1_with_the_hash_of_its_bytes()
    {
        using var directory = new ModelDirectory();
        var time = new ManualTime();
        Published<StampedNetwork> first = directory.ModelFile().Open(time).Current;
        (first.Version, first.Network.Stamp, first.PublishedAt).ShouldBe((1, 1, time.GetUtcNow()));
        first.ContentHash.ShouldBe(ModelDirectory.HashOf(StampedNetwork.FileOf(1)));
    }

    [Fact]
    public void The_canary_comes_from_the_same_bytes()
    {
        using var directory = new ModelDirectory();
        string canary = Canary.Record(new StampedNetwork(7), [1, 0]).ToString();
        directory.Replace(StampedNetwork.FileOf(7, canary));
        directory.ModelFile().Open().Current.Network.Stamp.ShouldBe(7);
        directory.Replace(StampedNetwork.FileOf(8, canary));
        Should.Throw<CanaryException>(() => directory.ModelFile().Open());
        directory.Replace(StampedNetwork.FileOf(7, "chirp"));
        Should.Throw<FormatException>(() => directory.ModelFile().Open());
    }

    [Fact]
    public void What_is_no_file_or_no_model_throws()
    {
        using var directory = new ModelDirectory();
        Should.Throw<FileNotFoundException>(() => directory.ModelFile(directory.At("none", "model.bin")).Open());
        Should.Throw<IOException>(() => directory.ModelFile(directory.At()).Open()).Message.ShouldContain("is a directory");
        Should.Throw<InvalidDataException>(() => directory.ModelFile(maximumLength: 127).Open()).Message.ShouldContain("has 128 bytes, but must have 1 to 127");
        directory.ModelFile(maximumLength: 128).Open();
        directory.Replace([]);
        Should.Throw<InvalidDataException>(() => directory.ModelFile().Open());
        directory.Replace(new byte[10]);
        Should.Throw<EndOfStreamException>(() => directory.ModelFile().Open());
        Should.Throw<InvalidOperationException>(() => new ModelFile<StampedNetwork>(directory.Path, _ => null!).Open()).Message.ShouldContain("null");
    }

    /// <summary>A file of 3 GB without content takes no memory.</summary>
    [Fact]
    public void A_huge_file_is_refused_before_memory_is_taken()
    {
        using var directory = new ModelDirectory();
        using (FileStream stream = File.Create(directory.Path))
        {
            stream.SetLength(3L << 30);
        }

        ModelFile<StampedNetwork> file = new(directory.Path, StampedNetwork.Load) { MaximumLength = int.MaxValue };
        long before = GC.GetAllocatedBytesForCurrentThread();
        Should.Throw<InvalidDataException>(() => file.Open());
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(1_000_000);
    }

    /// <summary>To open it would wait for a writer.</summary>
    [Fact]
    public void A_pipe_is_not_opened()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        using var directory = new ModelDirectory();
        string pipe = directory.At("pipe");
        NativeFile.MakePipe(pipe);
        Should.Throw<InvalidDataException>(() => directory.ModelFile(pipe).Open());
    }

    [Fact]
    public void A_file_that_is_not_what_was_seen_is_not_taken()
    {
        using var directory = new ModelDirectory();
        FileStamp seen = FileStamp.Of(directory.Path);
        directory.Replace(StampedNetwork.FileOf(2, "1 -> 1 within 1"));
        Should.Throw<IOException>(() => directory.ModelFile().Read(seen)).Message.ShouldContain("changed while it was read");
        File.WriteAllBytes(directory.Path, new byte[3]);
        Should.Throw<IOException>(() => directory.ModelFile().Read(seen)).Message.ShouldContain("changed while it was read");
    }

    [Fact]
    public void Arguments_are_checked()
    {
        Should.Throw<ArgumentException>(() => new ModelFile<StampedNetwork>("", StampedNetwork.Load));
        Should.Throw<ArgumentNullException>(() => new ModelFile<StampedNetwork>("model", null!));
        Should.Throw<ArgumentOutOfRangeException>(() => new ModelFile<StampedNetwork>("model", StampedNetwork.Load) { MaximumLength = 0 });
        new ModelFile<StampedNetwork>("model", StampedNetwork.Load).Path.ShouldBe(Path.GetFullPath("model"));
        new ModelFile<StampedNetwork>("model", StampedNetwork.Load).MaximumLength.ShouldBe(256 * 1024 * 1024);
    }

    /// <summary>Either side of now, so that clocks may differ a little; a clock that is far off does not have files read for ever.</summary>
    [Fact]
    public void A_file_is_fresh_for_two_seconds()
    {
        DateTime now = DateTime.UtcNow;
        new FileStamp("model", 1, now.AddSeconds(1), now).IsFresh.ShouldBeTrue();
        new FileStamp("model", 1, now.AddSeconds(-10), now).IsFresh.ShouldBeFalse();
        new FileStamp("model", 1, now.AddHours(1), now).IsFresh.ShouldBeFalse();
    }
}
