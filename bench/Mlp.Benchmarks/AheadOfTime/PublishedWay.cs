using System;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Linq;

namespace Mlp.Benchmarks.AheadOfTime;

/// <summary>A way to publish a program, and the program that was published so.</summary>
/// <param name="Name">Its name in the table.</param>
/// <param name="Property">What the project calls it.</param>
/// <param name="NeedsRuntime">Whether the machine must have .NET, whose size is not counted.</param>
/// <param name="Folder">Where it is published.</param>
internal sealed record PublishedWay(string Name, string Property, bool NeedsRuntime, string Folder)
{
    private static readonly string[] NotDeployed = [".dbg", ".pdb", ".xml"];

    private string Program => Path.Combine(Folder, "Mlp.FirstCall");

    /// <summary>Publishes it.</summary>
    public void Publish()
    {
        string project = Path.Combine(Repository.Root, "bench", "Mlp.FirstCall");
        string[] arguments = ["publish", project, "-c", "Release", "--self-contained", NeedsRuntime ? "false" : "true", "-o", Folder, "-p:Way=" + Property, "-nologo", "-v:quiet", "-tl:off"];
        string output = Run(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", arguments, out int exitCode);
        if (exitCode != 0)
        {
            throw new InvalidDataException($"{Name} was not published:\n{output}");
        }
    }

    /// <summary>What the program prints of itself, a time, and how long the whole process took, in milliseconds.</summary>
    /// <param name="question">What it is asked.</param>
    /// <param name="shape">The shape of the network.</param>
    public (double Answer, double Whole) Ask(string question, string shape)
    {
        long start = Stopwatch.GetTimestamp();
        string output = Run(Program, [question, shape], out int exitCode);
        double whole = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        return exitCode == 0
            ? (double.Parse(output, CultureInfo.InvariantCulture), whole)
            : throw new InvalidDataException($"{Name}, {question} {shape}, ended with {exitCode}: {output}");
    }

    /// <summary>Bytes of what is deployed: symbols and documentation are not.</summary>
    public long Size() => new DirectoryInfo(Folder).EnumerateFiles().Where(file => !NotDeployed.Contains(file.Extension)).Sum(file => file.Length);

    private static string Run(string program, string[] arguments, out int exitCode)
    {
        using Process process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true })!;
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        exitCode = process.ExitCode;
        return output.Trim();
    }
}
