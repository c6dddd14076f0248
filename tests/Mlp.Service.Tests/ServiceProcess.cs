using System;
using System.Collections.Generic;
using System.IO;
using System.Threading.Tasks;
using Mlp.Testing;

namespace Mlp.Service.Tests;

/// <summary>The service in a process of its own, as <c>dotnet</c> starts it.</summary>
internal static class ServiceProcess
{
    private static string Program => Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet";

    private static string Assembly => Path.Combine(AppContext.BaseDirectory, "Service.dll");

    /// <summary>Starts it with a command of its own and waits for nothing.</summary>
    public static ServerProcess Run(params IEnumerable<string> arguments) => ServerProcess.Run(Program, [Assembly, .. arguments]);

    /// <summary>Starts serving on a free port of loopback, with short times, and waits until it listens.</summary>
    public static Task<ServerProcess> Serve(string modelPath) => ServerProcess.Serve(
        Program,
        [Assembly, "--Service:PollingInterval=00:00:00.1"],
        new Dictionary<string, string?> { ["Service__ModelPath"] = modelPath, ["Service__QuietTime"] = "00:00:00.01" });
}
