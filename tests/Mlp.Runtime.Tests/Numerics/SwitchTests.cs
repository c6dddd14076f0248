using System;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using Shouldly;
using Xunit;

namespace Mlp.Runtime.Tests.Numerics;

/// <summary>A run under a switch that takes instructions away proves something only if they are gone.</summary>
public sealed class SwitchTests
{
    [Fact]
    public void Switches_take_effect()
    {
        if (IsOff("DOTNET_EnableAVX512"))
        {
            Vector512.IsHardwareAccelerated.ShouldBeFalse();
            Avx512F.IsSupported.ShouldBeFalse();
        }

        if (IsOff("DOTNET_EnableAVX2"))
        {
            Vector256.IsHardwareAccelerated.ShouldBeFalse();
            Fma.IsSupported.ShouldBeFalse();
        }

        if (IsOff("DOTNET_EnableHWIntrinsic"))
        {
            Vector128.IsHardwareAccelerated.ShouldBeFalse();
        }

        if (Environment.GetEnvironmentVariable("DOTNET_PreferredVectorBitWidth") == "128")
        {
            Vector256.IsHardwareAccelerated.ShouldBeFalse();
        }
    }

    private static bool IsOff(string name) => Environment.GetEnvironmentVariable(name) == "0";
}
