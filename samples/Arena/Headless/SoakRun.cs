using System;
using System.IO;
using Spectre.Console;

namespace Mlp.Samples;

/// <summary>Hours of game time, recorded and replayed: without garbage, and without drift.</summary>
internal static class SoakRun
{
    private const int SecondsPerHour = 3_600;

    /// <summary>Runs it.</summary>
    /// <exception cref="InvalidDataException">There was garbage, or the replay drifted.</exception>
    public static void Run(HeadlessOptions options, IAnsiConsole console)
    {
        long steps = (long)options.Hours * SecondsPerHour * WorldRules.StepsPerSecond;
        int generations = (int)(steps / options.Steps);
        var recording = new Recording(options.Creatures, Seed: 1, options.Steps, generations);
        console.WriteLine($"{options.Hours} hours of game time: {(long)generations * options.Steps} steps of {options.Creatures} creatures, {generations} generations");
        console.WriteLine($"recorded: {Live(recording, generations, recording.Record)} bytes allocated");
        console.WriteLine($"replayed: {Live(recording, generations, recording.Replay)} bytes allocated, the same state at the end of each generation");
    }

    /// <summary>Lets a world live, and gives the bytes that it allocated behind its first generation.</summary>
    internal static long Live(Recording recording, int generations, Action<Colony> live)
    {
        using Colony colony = recording.Begin();
        live(colony);
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int generation = 1; generation < generations; generation++)
        {
            live(colony);
        }

        long allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        return allocated == 0 ? 0 : throw new InvalidDataException($"A world that lives on should allocate nothing, but it allocated {allocated} bytes.");
    }
}
