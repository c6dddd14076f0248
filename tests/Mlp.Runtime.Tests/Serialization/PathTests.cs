using System;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Mlp.Serialization;
using Shouldly;
using Xunit;

namespace Mlp.Runtime.Tests.Serialization;

/// <summary>Paths: a file is replaced whole or not at all, and what is no file is refused.</summary>
public sealed class PathTests : IDisposable
{
    private static readonly float[] Old = new float[17];
    private static readonly float[] New = Networks.Parameters(Networks.Small);

    private readonly string _directory = Directory.CreateTempSubdirectory("weights").FullName;

    private string Target => Path.Combine(_directory, "net.safetensors");

    public void Dispose() => Directory.Delete(_directory, recursive: true);

    [Fact]
    public void A_file_is_created_and_replaced_and_nothing_else_stays()
    {
        Save(Old);
        Save(New);
        Load().ShouldBe(New);
        Left().ShouldBe(["net.safetensors"]);
        WeightFile.ReadMetadata(Target, "mlp.network").ShouldBe("2-3-2 ReLU Softmax CrossEntropy");
    }

    [Fact]
    public void A_relative_path_and_a_long_name_are_enough()
    {
        string name = Path.Combine(_directory, new string('n', 255));
        WeightFile.Save(Path.GetRelativePath(Environment.CurrentDirectory, name), Networks.Small, New);
        WeightFile.Load(name, Networks.Small).ShouldBe(New);
    }

    [Fact]
    public void A_save_that_fails_at_any_byte_leaves_the_old_file_and_nothing_else()
    {
        Save(Old);
        byte[] file = Safetensors.Save(Networks.Small, New);
        for (int failAt = 0; failAt <= file.Length; failAt++)
        {
            Should.Throw<IOException>(() => WeightPath.Replace(Target, stream =>
            {
                stream.Write(file, 0, failAt);
                throw new IOException("The disk is full.");
            })).Message.ShouldBe("The disk is full.");
            Load().ShouldBe(Old);
            Left().ShouldBe(["net.safetensors"]);
        }
    }

    [Fact]
    public void Options_that_are_refused_leave_the_old_file()
    {
        Save(Old);
        Should.Throw<ArgumentException>(() => WeightFile.Save(Target, Networks.Small, New, new WeightFileOptions { Layout = WeightLayout.Custom((_, _) => "a") }));
        Should.Throw<ArgumentException>(() => WeightFile.Save(Target, Networks.Small, New[1..]));
        Load().ShouldBe(Old);
        Left().ShouldBe(["net.safetensors"]);
    }

    [Fact]
    public async Task Of_savers_at_once_one_wins_and_readers_always_see_a_whole_file()
    {
        Save(Old);
        using var done = new CancellationTokenSource();

        // A thread of its own: those of the pool may all be saving. It reads once at least.
        Task reader = Task.Factory.StartNew(
            () =>
            {
                do
                {
                    float[] seen = Load();
                    (seen.SequenceEqual(Old) || seen.SequenceEqual(New)).ShouldBeTrue();
                }
                while (!done.IsCancellationRequested);
            },
            CancellationToken.None,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default);
        Parallel.For(0, 4, saver =>
        {
            for (int save = 0; save < 25; save++)
            {
                Save(saver % 2 == 0 ? Old : New);
            }
        });
        await done.CancelAsync();
        await reader;
        Left().ShouldBe(["net.safetensors"]);
    }

    [Fact]
    public void A_read_only_file_stays()
    {
        Save(Old);
        File.SetAttributes(Target, FileAttributes.ReadOnly);
        Should.Throw<UnauthorizedAccessException>(() => Save(New)).Message.ShouldContain("is read-only");
        File.SetAttributes(Target, FileAttributes.Normal);
        Load().ShouldBe(Old);
        Left().ShouldBe(["net.safetensors"]);
    }

    [Fact]
    public void What_is_not_there_is_an_IOException()
    {
        Should.Throw<FileNotFoundException>(() => Load());
        Should.Throw<DirectoryNotFoundException>(() => WeightFile.Load(Path.Combine(_directory, "none", "a"), Networks.Small));
        Should.Throw<DirectoryNotFoundException>(() => WeightFile.Save(Path.Combine(_directory, "none", "a"), Networks.Small, New));
    }

    [Fact]
    public void A_directory_is_refused()
    {
        Should.Throw<IOException>(() => WeightFile.Load(_directory, Networks.Small)).Message.ShouldEndWith("is a directory: name a file in it.");
        Should.Throw<IOException>(() => WeightFile.Save(_directory, Networks.Small, New));
        Should.Throw<IOException>(() => WeightFile.Save(_directory + Path.DirectorySeparatorChar, Networks.Small, New));
        Left().ShouldBeEmpty();
    }

    [Fact]
    public void An_empty_file_is_too_short()
    {
        File.WriteAllBytes(Target, []);
        Should.Throw<WeightFileException>(() => Load()).Code.ShouldBe(WeightFileError.TooShort);
        Save(New);
        Load().ShouldBe(New);
    }

    [Fact]
    public void A_sparse_file_of_3_GB_is_too_large_before_memory_is_taken()
    {
        using (FileStream file = File.Create(Target))
        {
            file.SetLength(3L << 30);
        }

        long before = GC.GetAllocatedBytesForCurrentThread();
        Should.Throw<WeightFileException>(() => Load()).Code.ShouldBe(WeightFileError.TooLarge);
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(100_000);
    }

    [Fact]
    public void A_file_at_the_cap_is_not_too_large()
    {
        using (FileStream file = File.Create(Target))
        {
            file.SetLength(256L << 20);
        }

        Should.Throw<WeightFileException>(() => Load()).Code.ShouldBe(WeightFileError.BadHeaderJson);
    }

    [UnixTheory]
    [InlineData("/dev/null")]
    [InlineData("/dev/zero")]
    [InlineData("/dev/urandom")]
    public void A_device_is_refused(string device)
    {
        Should.Throw<IOException>(() => WeightFile.Load(device, Networks.Small));
        Should.Throw<IOException>(() => WeightFile.Save(device, Networks.Small, New));
        File.CreateSymbolicLink(Target, device);
        Should.Throw<IOException>(() => Load());
        Should.Throw<IOException>(() => Save(New));
    }

    [UnixFact]
    public void A_pipe_is_refused_without_waiting_for_its_other_end()
    {
        Process.Start("mkfifo", Target).WaitForExit();
        Should.Throw<IOException>(() => Load()).Message.ShouldContain("a pipe");
        Should.Throw<IOException>(() => Save(New));
        File.Exists(Target).ShouldBeTrue();
    }

    [UnixFact]
    public void A_link_stays_and_what_it_leads_to_is_replaced()
    {
        Directory.CreateDirectory(Path.Combine(_directory, "versions"));
        string version = Path.Combine(_directory, "versions", "1");
        string link = Path.Combine(_directory, "latest");
        File.CreateSymbolicLink(Target, "latest");
        File.CreateSymbolicLink(link, Path.Combine("versions", "1"));
        Save(Old);
        Save(New);
        new FileInfo(Target).LinkTarget.ShouldBe("latest");
        WeightFile.Load(version, Networks.Small).ShouldBe(New);
        Load().ShouldBe(New);
        Directory.GetFiles(Path.Combine(_directory, "versions")).ShouldBe([version]);
    }

    [UnixFact]
    public void The_mode_of_a_file_is_kept()
    {
        Save(Old);
        foreach (UnixFileMode mode in (UnixFileMode[])[UnixFileMode.UserRead | UnixFileMode.UserWrite, (UnixFileMode)0b110_110_110, (UnixFileMode)0b111_101_000])
        {
            if (!OperatingSystem.IsWindows())
            {
                File.SetUnixFileMode(Target, mode);
                Save(New);
                File.GetUnixFileMode(Target).ShouldBe(mode);
            }
        }
    }

    private void Save(float[] parameters) => WeightFile.Save(Target, Networks.Small, parameters);

    private float[] Load() => WeightFile.Load(Target, Networks.Small);

    private string[] Left() => [.. Directory.GetFileSystemEntries(_directory).Select(path => Path.GetFileName(path)!)];
}
