using System;
using System.Runtime.Intrinsics;
using Shouldly;
using Xunit;

namespace Mlp.Runtime.Tests.Numerics;

/// <summary>A run under a switch shows that the switch took effect.</summary>
public sealed class ActiveWidthTests
{
    [Fact]
    public void The_expected_width_is_active()
    {
        string active = Vector512.IsHardwareAccelerated ? "512"
            : Vector256.IsHardwareAccelerated ? "256"
            : Vector128.IsHardwareAccelerated ? "128" : "scalar";
        string? expected = Environment.GetEnvironmentVariable("MLP_EXPECT_WIDTH");
        if (!string.IsNullOrEmpty(expected))
        {
            active.ShouldBe(expected);
        }
    }
}
