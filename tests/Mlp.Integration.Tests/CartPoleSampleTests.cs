using System;
using System.Globalization;
using System.Linq;
using System.Threading.Tasks;
using Shouldly;
using Xunit;

namespace Mlp.Integration.Tests;

/// <summary>The sample CartPole balances poles by what PyTorch has learned, as ONNX Runtime would, and allocates nothing for it.</summary>
public sealed class CartPoleSampleTests
{
    // Another seed is run ahead of time, where the sample judges itself.
    [Fact]
    public async Task It_holds_the_poles_and_prefers_what_ONNX_Runtime_prefers()
    {
        using SampleRun run = await SampleRun.Of("CartPole", seed: 0);

        const string Stands = "mean steps that a pole stands, of 500: ";
        string line = run.Lines.Single(line => line.StartsWith(Stands, StringComparison.Ordinal));
        double.Parse(line.AsSpan(Stands.Length), CultureInfo.InvariantCulture).ShouldBeGreaterThanOrEqualTo(475);
        run.LastNumber("largest difference, of the largest preference").ShouldBeLessThanOrEqualTo(1e-5);
        run.Row("compiled in")[1].ShouldBe(0);
        run.Row("ONNX Runtime").Length.ShouldBe(2);
    }
}
