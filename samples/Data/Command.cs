using System;
using System.Globalization;
using System.IO;
using Mlp.Serving;

namespace Mlp.Samples;

/// <summary>Runs a sample whose first argument is a seed. What is wrong with arguments or data is said in a line, not in a stack trace.</summary>
internal static class Command
{
    private const int Done = 0;
    private const int BadData = 1;
    private const int BadUsage = 2;

    /// <summary>Runs it and gives the exit code of the program.</summary>
    /// <param name="args">The arguments of the program; without any the seed is 0.</param>
    /// <param name="run">The sample.</param>
    /// <param name="runMany">What "seeds 10" runs in its place, with the ten; null for samples that have no such thing.</param>
    public static int Run(string[] args, Action<ulong> run, Action<int>? runMany = null)
    {
        if (runMany is not null && args is ["seeds", ..])
        {
            if (args.Length != 2 || !int.TryParse(args[1], NumberStyles.None, CultureInfo.InvariantCulture, out int count) || count == 0)
            {
                Console.Error.WriteLine("How many seeds? Write \"seeds 10\", or another whole number of 1 or more.");
                return BadUsage;
            }

            return Run(() => runMany(count));
        }

        ulong seed = 0;
        if (args.Length > 0 && !ulong.TryParse(args[0], NumberStyles.None, CultureInfo.InvariantCulture, out seed))
        {
            Console.Error.WriteLine($"\"{args[0]}\" is no seed: write a whole number, 0 or more.");
            return BadUsage;
        }

        return Run(() => run(seed));
    }

    /// <summary>Runs it and gives the exit code of the program.</summary>
    /// <param name="run">The sample, or a part of it.</param>
    /// <param name="file">The file that it reads, where faults do not name it themselves.</param>
    public static int Run(Action run, string? file = null)
    {
        try
        {
            run();
            return Done;
        }
        catch (Exception fault) when (fault is IOException or InvalidDataException or UnauthorizedAccessException or WeightFileException
            or CanaryException or ArgumentException or InvalidOperationException)
        {
            Console.Error.WriteLine(file is null ? fault.Message : $"{file}: {fault.Message}");
            return BadData;
        }
    }
}
