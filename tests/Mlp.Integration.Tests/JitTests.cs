using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Shouldly;
using Xunit;
using Xunit.Abstractions;

namespace Mlp.Integration.Tests;

/// <summary>
/// The just-in-time compiler optimises every emitted method: it gives up, silently, on one that is too long or has too
/// many locals, and code that is right but ten times slower passes every other test.
/// </summary>
public sealed class JitTests(ITestOutputHelper log)
{
    /// <summary>The shapes of the probe's networks, as their kernels are named.</summary>
    private static readonly string[] Shapes =
    [
        "Net4_Dense16ReLU_", "Net64_Dense32ReLU_", "Net784_Dense128ReLU_", "Net784_2xDense512ReLU_", "Net8_2xDense32Tanh_", "Net4_Dense1000ReLU_", "Net8_19xDense8SiLU_", "Net28x28x1_Conv6k5x5ReLU_",
    ];

    /// <summary>The shapes whose kernels of many agents at once the probe calls.</summary>
    private static readonly string[] Populations =
    [
        "Net8_2xDense32Tanh_Dense4_Identity_SquaredError_Population_", "Net5_Affine0p5andm1_", "Net4_Dense9ReLU_", "Net6_Dense17GELU_",
    ];

    public static IEnumerable<object[]> Switches => VectorSwitch.All.Select(vectors => new object[] { vectors.Name });

    [Theory]
    [MemberData(nameof(Switches))]
    public async Task No_method_is_too_long_to_be_optimised(string vectorSwitch)
    {
        VectorSwitch vectors = VectorSwitch.All.Single(candidate => candidate.Name == vectorSwitch);

        JitListing listing = await Listed(vectors, isTiered: false);

        listing.Unoptimised.ShouldBeEmpty();
        if (vectors.ExpectedWidth == "scalar")
        {
            // The runtime interprets.
            listing.Kernels.ShouldBeEmpty();
            return;
        }

        foreach (string shape in Shapes)
        {
            listing.Kernels.ShouldContain(method => IsOf(method, shape, $"_Vector{vectors.ExpectedWidth}:Forward("));
            listing.Kernels.ShouldContain(method => IsOf(method, shape, $"_Vector{vectors.ExpectedWidth}+Training:Backward("));
        }

        foreach (string shape in Populations)
        {
            listing.Kernels.ShouldContain(method => IsOf(method, shape, $"_Vector{vectors.ExpectedWidth}:StepAgents("));
            string[] shown = [.. listing.Shown.Kernels.Where(kernel => kernel.Contains("." + shape, StringComparison.Ordinal))];
            shown.ShouldContain(kernel => kernel.EndsWith($"_Vector{vectors.ExpectedWidth}+Agents:Forward", StringComparison.Ordinal));
        }

        listing.Shown.Kernels.Count(kernel => kernel.StartsWith("Mlp.Generated.Agents", StringComparison.Ordinal)).ShouldBeGreaterThan(Populations.Length);
        listing.Shown.Calls.ShouldBeEmpty();
    }

    private static bool IsOf(JitListing.Method method, string shape, string call) =>
        method.Name.Contains("." + shape, StringComparison.Ordinal) && method.Name.Contains(call, StringComparison.Ordinal);

    [Fact]
    public async Task Kernels_are_optimised_at_their_first_call()
    {
        JitListing listing = await Listed(VectorSwitch.All.Single(vectors => vectors.Variable.Length == 0), isTiered: true);

        listing.Unoptimised.ShouldBeEmpty();
        listing.Kernels.ShouldAllBe(method => method.Tier.StartsWith("FullOpts", StringComparison.Ordinal));
        listing.Kernels.Select(method => method.Name).ShouldBeUnique("an optimised kernel is not compiled again");
    }

    [Fact]
    public void A_tile_that_is_called_is_found()
    {
        string[] listing =
        [
            "; Assembly listing for method Mlp.Generated.Net4_Dense9ReLU_Population_Vector512+Agents:Forward(byref,byref,byref,int) (FullOpts)",
            "       call     [Mlp.Generated.Agents4x5x16_6bffe51ade0330f4:V512(byref,byref,byref,byref)]",
            "       call     [Mlp.CompilerServices.AgentRows:ToLanes(byref,int,byref,int)]",
            "; Assembly listing for method Mlp.Generated.Agents4x5x16_6bffe51ade0330f4:V512(byref,byref,byref,byref) (FullOpts)",
            "       call     [Mlp.CompilerServices.Tiles:Rows5(byref,int,byref,int)]",
        ];

        var found = KernelCalls.In(listing);

        found.Kernels.ShouldBe(["Mlp.Generated.Net4_Dense9ReLU_Population_Vector512+Agents:Forward", "Mlp.Generated.Agents4x5x16_6bffe51ade0330f4:V512"]);
        found.Calls.ShouldBe(["Mlp.Generated.Agents4x5x16_6bffe51ade0330f4:V512 calls Tiles:Rows5(byref,int,byref,int)"]);
    }

    private async Task<JitListing> Listed(VectorSwitch vectors, bool isTiered)
    {
        JitListing listing = await JitListing.Of(vectors, isTiered);
        foreach (IGrouping<string, JitListing.Method> tier in listing.Methods.GroupBy(method => method.Tier))
        {
            log.WriteLine($"{tier.Count(),5} {tier.Key}");
        }

        listing.Run.ExitCode.ShouldBe(0, listing.Run.Output);
        listing.Run.Lines[^1].ShouldBe("every member called");
        listing.Methods.ShouldContain(method => method.IsControl && method.IsUnoptimised, "the listing no longer says what it says of a method too long");
        return listing;
    }
}
