using System;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.Intrinsics.X86;
using System.Threading.Tasks;

namespace Mlp.AheadOfTime.Tests;

/// <summary>Samples, compiled ahead of time in one program, print what they print under the JIT.</summary>
public sealed class SampleTests(SampleTests.Published samples) : IClassFixture<SampleTests.Published>
{
    private static readonly ProgramProject Host = new("Mlp.SampleHost");

    [Theory]
    [InlineData("Counts")]
    [InlineData("Iris")]
    [InlineData("Xor")]
    public async Task A_sample_prints_what_it_prints_under_the_JIT(string sample)
    {
        ChildRun ahead = await samples.Program.Run(sample, "1");
        ChildRun justInTime = await Host.RunJustInTime(new Dictionary<string, string?> { [Avx2.IsSupported ? "DOTNET_EnableAVX512" : "DOTNET_EnableAVX2"] = "0" }, sample, "1");

        ahead.ExitCode.ShouldBe(0, ahead.Output);
        ahead.Lines.Count.ShouldBeGreaterThan(10);
        Lasting(ahead).ShouldBe(Lasting(justInTime));
    }

    // Times are another each time.
    private static IEnumerable<string> Lasting(ChildRun run) => run.Lines.Where(line => !line.Contains(" ns", StringComparison.Ordinal));

    /// <summary>The program with the samples, published once.</summary>
    public sealed class Published : IAsyncLifetime
    {
        internal PublishedProgram Program { get; private set; } = null!;

        public async Task InitializeAsync() => Program = await Host.Publish(Avx2.IsSupported ? "x86-64-v3" : "");

        public Task DisposeAsync() => Task.CompletedTask;
    }
}
