using System;
using System.Diagnostics;
using System.IO;
using System.Threading.Tasks;
using Shouldly;

namespace Mlp.Runtime.Tests.Serialization;

/// <summary>A save for which there is no room leaves the old file, and nothing of the new one.</summary>
public sealed class FullDiskTests : IDisposable
{
    private readonly string _directory = Directory.CreateTempSubdirectory("weights").FullName;

    public void Dispose() => Directory.Delete(_directory, recursive: true);

    [UnixFact]
    public Task A_limit_of_the_size_of_files() => Run(SavingProgram.Start("limited", _directory));

    /// <summary>The disk is mounted for the child alone, and gone with it.</summary>
    [MountFact]
    public Task A_disk_with_room_for_one_network_but_not_for_two() => Run(SavingProgram.Start(
        "full",
        _directory,
        [.. MountFactAttribute.Launcher, "sh", "-c", "mount -t tmpfs -o size=800k tmpfs \"$1\" && shift && exec \"$@\"", "sh", _directory]));

    [UnixFact]
    public void A_device_that_is_full()
    {
        using var device = new FileStream("/dev/full", FileMode.Open, FileAccess.Write, FileShare.ReadWrite, bufferSize: 0);
        Should.Throw<IOException>(() => WeightFile.Save(device, SavingProgram.Network, SavingProgram.Parameters(1)));
    }

    private static async Task Run(ProcessStartInfo start)
    {
        (start.RedirectStandardOutput, start.RedirectStandardError) = (true, true);
        using Process program = Process.Start(start)!;
        Task<string> output = program.StandardOutput.ReadToEndAsync();
        string errors = await program.StandardError.ReadToEndAsync();
        await program.WaitForExitAsync();
        program.ExitCode.ShouldBe(0, await output + errors);
    }
}
