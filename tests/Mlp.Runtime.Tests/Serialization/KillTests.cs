using System;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Threading;
using Shouldly;
using Xunit;

namespace Mlp.Runtime.Tests.Serialization;

/// <summary>A process that is killed while it saves leaves a whole file.</summary>
public sealed class KillTests
{
    // A save takes a few milliseconds: kills fall into all its phases, and into those of the next one, each wait twice.
    private const int LongestWait = 12;
    private const int Kills = 2 * LongestWait;

    [Fact]
    public void A_save_that_is_killed_leaves_the_old_file_whole()
    {
        string directory = Directory.CreateTempSubdirectory("weights").FullName;
        string path = Path.Combine(directory, "net.safetensors");
        try
        {
            for (int kill = 0; kill < Kills; kill++)
            {
                WeightFile.Save(path, SavingProgram.Network, SavingProgram.Parameters(0));
                using Process program = Process.Start(SavingProgram.Start("loop", path))!;
                WaitForASave(path, program);

                Thread.Sleep(kill % LongestWait);
                program.Kill();
                program.WaitForExit();
                float[] parameters = WeightFile.Load(path, SavingProgram.Network);
                parameters.Distinct().Count().ShouldBe(1);
                parameters[0].ShouldBeGreaterThan(0);
            }

            // What a killed save leaves is its temporary file, one at most.
            Directory.GetFiles(directory, ".*.tmp").Length.ShouldBeLessThanOrEqualTo(Kills);
        }
        finally
        {
            Directory.Delete(directory, recursive: true);
        }
    }

    private static void WaitForASave(string path, Process program)
    {
        while (WeightFile.Load(path, SavingProgram.Network)[0] == 0)
        {
            program.HasExited.ShouldBeFalse();
            Thread.Sleep(1);
        }
    }
}
