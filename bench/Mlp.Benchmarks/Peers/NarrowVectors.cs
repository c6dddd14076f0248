using System;
using System.Globalization;
using System.Runtime.Intrinsics;

namespace Mlp.Benchmarks.Peers;

/// <summary>784-128-10 on a machine without 512-bit vectors: the same program in a process that may not use them.</summary>
internal static class NarrowVectors
{
    /// <summary>The command of the child process.</summary>
    public const string Command = "narrow-vectors";

    /// <summary>The child's side: prints GFLOP/s of the batch and of the 256-bit peak.</summary>
    public static int Run(string milliseconds)
    {
        if (Vector512.IsHardwareAccelerated || !Vector256.IsHardwareAccelerated)
        {
            return 1;
        }

        double time = double.Parse(milliseconds, CultureInfo.InvariantCulture);
        using var contender = new MlpContender();
        var work = Work.Of("784-128-10", Call.Batch);
        var problem = new Problem(work, NetworkCalls.Of(work.Shape).Parameters);
        double fastest = double.MaxValue;
        double peak = 0;
        for (int round = 0; round < 5; round++)
        {
            fastest = Math.Min(fastest, contender.Measure(problem, time).Nanoseconds!.Value);
            peak = Math.Max(peak, MachinePeak.Measure(256, time / 2));
        }

        Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{work.Operations / fastest} {peak}"));
        return 0;
    }

    /// <summary>GFLOP/s of the batch and of the 256-bit peak; null on a machine that has no 512-bit vectors to leave out.</summary>
    public static (double Batch, double Peak)? Measure(double milliseconds)
    {
        if (!Vector512.IsHardwareAccelerated)
        {
            return null;
        }

        string time = milliseconds.ToString(CultureInfo.InvariantCulture);
        string[] words = ChildProcess.Run([Command, time], ("DOTNET_EnableAVX512", "0")).Split(' ');
        return (double.Parse(words[0], CultureInfo.InvariantCulture), double.Parse(words[1], CultureInfo.InvariantCulture));
    }
}
