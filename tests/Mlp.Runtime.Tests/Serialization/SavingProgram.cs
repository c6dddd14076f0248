using System;
using System.Diagnostics;

namespace Mlp.Runtime.Tests.Serialization;

/// <summary>What needs a process of its own: one to be killed, or one whose disk is full.</summary>
internal static class SavingProgram
{
    /// <summary>The first argument of the program.</summary>
    internal const string Command = "save";

    /// <summary>Large enough that most of the time goes into writing.</summary>
    internal static NetworkDescription Network { get; } = Networks.Of(Activation.ReLU, Activation.Identity, Loss.SquaredError, 256, 512, 10);

    /// <summary>Parameters that are all the same: a file with two numbers in it is of two saves.</summary>
    internal static float[] Parameters(int number)
    {
        float[] parameters = new float[Networks.Count(Network)];
        Array.Fill(parameters, number);
        return parameters;
    }

    /// <summary>How to start it.</summary>
    /// <param name="what">"loop", or what <see cref="FullDisk"/> does.</param>
    /// <param name="path">A file or a directory.</param>
    /// <param name="launcher">A command, with its arguments, that starts what follows it; empty for none.</param>
    internal static ProcessStartInfo Start(string what, string path, params string[] launcher)
    {
        string[] command =
        [
            .. launcher, Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", "exec", typeof(SavingProgram).Assembly.Location, Command, what, path,
        ];
        return new ProcessStartInfo(command[0], command[1..]);
    }

    /// <summary>What the process does.</summary>
    internal static void Run(string what, string path)
    {
        switch (what)
        {
            case "loop":
                Loop(path);
                break;
            case "limited":
                FullDisk.SaveUnderLimits(path);
                break;
            default:
                FullDisk.SaveOnto(path);
                break;
        }
    }

    private static void Loop(string path)
    {
        for (int number = 1; ; number++)
        {
            WeightFile.Save(path, Network, Parameters(number));
        }
    }
}
