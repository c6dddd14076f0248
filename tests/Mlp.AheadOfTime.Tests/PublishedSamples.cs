using System.Collections.Generic;
using System.Runtime.Intrinsics.X86;
using System.Threading.Tasks;

namespace Mlp.AheadOfTime.Tests;

/// <summary>The program that has the samples, published once for the tests of a class.</summary>
public sealed class PublishedSamples : IAsyncLifetime
{
    private static readonly ProgramProject Host = new("Mlp.SampleHost");

    internal PublishedProgram Program { get; private set; } = null!;

    public async Task InitializeAsync() => Program = await Host.Publish(Avx2.IsSupported ? "x86-64-v3" : "");

    public Task DisposeAsync() => Task.CompletedTask;

    /// <summary>Runs it under the JIT, with the same instructions.</summary>
    internal Task<ChildRun> RunJustInTime(params string[] arguments) =>
        Host.RunJustInTime(new Dictionary<string, string?> { [Avx2.IsSupported ? "DOTNET_EnableAVX512" : "DOTNET_EnableAVX2"] = "0" }, arguments);
}
