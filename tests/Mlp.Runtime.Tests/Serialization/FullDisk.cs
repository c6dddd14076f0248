using System.ComponentModel;
using System.IO;
using System.Linq;
using System.Runtime.InteropServices;
using Shouldly;

namespace Mlp.Runtime.Tests.Serialization;

/// <summary>Saves where there is no room, over a file that is good: in a process of its own, whose end says whether all was as it must be.</summary>
internal static class FullDisk
{
    private const int FileSize = 1;
    private const int FileSizeExceeded = 25;
    private const nint Ignore = 1;

    /// <summary>Files of this process may be no longer than a limit, each time another one: at the header, among the values, at the last byte.</summary>
    /// <param name="directory">An empty directory.</param>
    internal static void SaveUnderLimits(string directory)
    {
        string path = Path.Combine(directory, "net.safetensors");
        WeightFile.Save(path, SavingProgram.Network, SavingProgram.Parameters(1));
        long length = new FileInfo(path).Length;

        // Otherwise the system ends the process that writes on.
        Signal(FileSizeExceeded, Ignore);
        foreach (long limit in (long[])[0, 1, 8, 100, 4_096, length / 2, length - 1])
        {
            Limit(limit);
            AssertRefused(path);
        }

        Limit(length);
        WeightFile.Save(path, SavingProgram.Network, SavingProgram.Parameters(2));
        WeightFile.Load(path, SavingProgram.Network).Distinct().ShouldBe([2f]);
    }

    /// <summary>A disk has room for one such file, but not for two.</summary>
    /// <param name="directory">Its root.</param>
    internal static void SaveOnto(string directory)
    {
        string path = Path.Combine(directory, "net.safetensors");
        WeightFile.Save(path, SavingProgram.Network, SavingProgram.Parameters(1));
        for (int attempt = 0; attempt < 3; attempt++)
        {
            AssertRefused(path);
        }

        // What is refused leaves no room taken: the network fits once the old one is gone.
        File.Delete(path);
        WeightFile.Save(path, SavingProgram.Network, SavingProgram.Parameters(2));
        WeightFile.Load(path, SavingProgram.Network).Distinct().ShouldBe([2f]);
    }

    private static void AssertRefused(string path)
    {
        Should.Throw<IOException>(() => WeightFile.Save(path, SavingProgram.Network, SavingProgram.Parameters(2)));
        WeightFile.Load(path, SavingProgram.Network).Distinct().ShouldBe([1f]);
        Directory.GetFileSystemEntries(Path.GetDirectoryName(path)!).ShouldBe([path]);
    }

    private static void Limit(long bytes)
    {
        var limits = default(Limits);
        GetLimits(FileSize, ref limits);
        limits.Soft = (nuint)bytes;
        if (SetLimits(FileSize, limits) != 0)
        {
            throw new Win32Exception();
        }
    }

    [DllImport("libc", EntryPoint = "signal")]
    private static extern nint Signal(int number, nint handler);

    [DllImport("libc", EntryPoint = "getrlimit")]
    private static extern int GetLimits(int resource, ref Limits limits);

    [DllImport("libc", EntryPoint = "setrlimit", SetLastError = true)]
    private static extern int SetLimits(int resource, in Limits limits);

    /// <summary>What a process may take of something: now, and at most.</summary>
    private struct Limits
    {
        internal nuint Soft;
        internal nuint Hard;
    }
}
