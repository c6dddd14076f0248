using System;
using System.Linq;
using Mlp.Serving;
using Shouldly;
using Xunit;

namespace Mlp.Behaviour.Tests;

/// <summary>
/// Every network answers, at the width of this run, within what its canary says that any float evaluation may be off by: recording
/// asserts it. So a canary of one width passes at the others.
/// </summary>
public sealed class CanaryTests
{
    [Theory]
    [EveryNetwork]
    public void A_canary_bounds_what_this_width_computes(NetworkCase network)
    {
        var random = new Random(3);
        NetworkInstance instance = network.Create(seed: 7);
        foreach (float scale in (float[])[1e-6f, 1, 100, 40_000])
        {
            float[] inputs = [.. Enumerable.Range(0, network.Affordable(3) * network.InputSize).Select(_ => scale * (float)(random.NextDouble() - 0.4))];
            try
            {
                Canary canary = instance.RecordCanary(inputs);
                (canary.InputSize, canary.OutputSize).ShouldBe((network.InputSize, network.OutputSize));
                canary.Tolerances.Length.ShouldBe(inputs.Length / network.InputSize * network.OutputSize, "each output has a bound of its own: every kind of layer is known");
                canary.Tolerances.ToArray().ShouldAllBe(tolerance => tolerance > 0 && float.IsFinite(tolerance));
            }
            catch (ArgumentException exception) when (network.Output == Activation.Exp && exception.Message.Contains("no canary can be recorded", StringComparison.Ordinal))
            {
                // An exponential of a large sum is infinite.
                scale.ShouldBeGreaterThan(1);
            }
        }
    }
}
