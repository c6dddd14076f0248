using System;
using System.ComponentModel;
using System.Diagnostics;
using System.Linq;
using Xunit;

namespace Mlp.Runtime.Tests.Serialization;

/// <summary>A test that mounts a disk for a child process; where that is not permitted it is shown as skipped.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class MountFactAttribute : FactAttribute
{
    // As root, or as one who is root in a namespace of their own.
    private static readonly string[][] Launchers = [["unshare", "--mount"], ["unshare", "--mount", "--map-root-user"]];

    private static readonly Lazy<string[]?> Permitted = new(() => Launchers.FirstOrDefault(MayMount));

    public MountFactAttribute() => Skip = Permitted.Value is null ? "This process may not mount a disk." : null;

    /// <summary>What starts a command that may mount, and whose mounts end with it.</summary>
    internal static string[] Launcher => Permitted.Value ?? throw new NotSupportedException("This process may not mount a disk.");

    private static bool MayMount(string[] launcher)
    {
        try
        {
            using Process attempt = Process.Start(new ProcessStartInfo(launcher[0], [.. launcher[1..], "mount", "-t", "tmpfs", "-o", "size=4k", "tmpfs", "/tmp"])
            {
                RedirectStandardError = true,
                RedirectStandardOutput = true,
            })!;
            attempt.WaitForExit();
            return attempt.ExitCode == 0;
        }
        catch (Win32Exception)
        {
            // There is no such command.
            return false;
        }
    }
}
