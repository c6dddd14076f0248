using System;
using System.IO;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Text;
using Shouldly;
using Xunit;
using Xunit.Abstractions;

namespace Mlp.Behaviour.Tests;

/// <summary>What a run under a switch must show: that the switch took effect, and what every width must agree on.</summary>
public sealed class ActiveWidthTests(ITestOutputHelper log)
{
    [Fact]
    public void The_expected_width_is_active()
    {
        string active = Vector512.IsHardwareAccelerated ? "512"
            : Vector256.IsHardwareAccelerated ? "256"
            : Vector128.IsHardwareAccelerated ? "128" : "scalar";
        string? expected = Environment.GetEnvironmentVariable("MLP_EXPECT_WIDTH");
        log.WriteLine($"Active width: {active}; expected: {expected ?? "any"}.");
        if (!string.IsNullOrEmpty(expected))
        {
            active.ShouldBe(expected);
        }
    }

    [Fact]
    public void Initial_parameters_are_written_down_for_comparison_between_widths()
    {
        var report = new StringBuilder();
        foreach (NetworkCase network in NetworkCatalogue.All)
        {
            float[] parameters = Bench.ParametersOf(network.Create(42), network);
            ulong hash = 14695981039346656037;
            foreach (byte part in MemoryMarshal.AsBytes(parameters.AsSpan()))
            {
                hash = unchecked((hash ^ part) * 1099511628211);
            }

            report.Append(network).Append(' ').Append(hash.ToString("x16", System.Globalization.CultureInfo.InvariantCulture)).Append('\n');
        }

        if (Environment.GetEnvironmentVariable("MLP_PARAMETERS_FILE") is { Length: > 0 } file)
        {
            File.WriteAllText(file, report.ToString());
        }
    }
}
