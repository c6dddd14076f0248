using System.Collections.Generic;
using System.Threading.Tasks;
using Xunit;

namespace Mlp.Integration.Tests;

/// <summary>Two runs of the sample Digits with one seed, which several tests look at. The second one is in a build service that shows colours.</summary>
public sealed class DigitsRuns : IAsyncLifetime
{
    internal SampleRun First { get; private set; } = null!;

    internal SampleRun InBuildService { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        First = await SampleRun.Of("Digits");
        InBuildService = await SampleRun.Of("Digits", environment: new Dictionary<string, string?> { ["GITHUB_ACTIONS"] = "true" });
    }

    public Task DisposeAsync()
    {
        First.Dispose();
        InBuildService.Dispose();
        return Task.CompletedTask;
    }
}
