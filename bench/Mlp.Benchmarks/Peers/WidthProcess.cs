using System;
using System.Globalization;
using System.IO;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Mlp.Benchmarks.Peers;

/// <summary>A run at one width: this program in a process of its own, for the runtime reads its switches when it starts.</summary>
internal static class WidthProcess
{
    /// <summary>The command of the child process.</summary>
    public const string Command = "peers-at";

    private static readonly JsonSerializerOptions Format = new()
    {
        IgnoreReadOnlyProperties = true,
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
    };

    /// <summary>The child's side: measures, and prints the report.</summary>
    public static int Run(string bits, string rounds, string milliseconds)
    {
        var width = new VectorWidth(int.Parse(bits, CultureInfo.InvariantCulture));
        if (Machine.VectorBits != width.Bits)
        {
            Console.Error.WriteLine($"this process has vectors of {Machine.VectorBits} bits and should have {width}: the switch took no effect");
            return 1;
        }

        var run = new PeersRun(
            width,
            Path.Combine(Repository.Root, "bench", "peers", "bin"),
            int.Parse(rounds, CultureInfo.InvariantCulture),
            double.Parse(milliseconds, CultureInfo.InvariantCulture));
        Console.Out.WriteLine(JsonSerializer.Serialize(run.Measure(), Format));
        return 0;
    }

    /// <summary>Measures everything at a width; what is going on is told on the error stream.</summary>
    public static WidthReport Measure(VectorWidth width, int rounds, double milliseconds)
    {
        string[] arguments = [Command, .. Texts(width.Bits, rounds, milliseconds)];
        return JsonSerializer.Deserialize<WidthReport>(ChildProcess.Run(arguments, width.Switches), Format)!;
    }

    private static string[] Texts(params IFormattable[] numbers) =>
        Array.ConvertAll(numbers, number => number.ToString(null, CultureInfo.InvariantCulture));
}
