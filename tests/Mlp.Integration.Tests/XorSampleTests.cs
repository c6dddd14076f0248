using System.Threading.Tasks;
using Shouldly;
using Xunit;

namespace Mlp.Integration.Tests;

/// <summary>The sample Xor learns exclusive-or.</summary>
public sealed class XorSampleTests
{
    [Fact]
    public async Task It_converges_from_every_start()
    {
        using SampleRun run = await SampleRun.Of("Xor");

        run.Lines[^1].ShouldBe("converged: 10 of 10");
    }
}
