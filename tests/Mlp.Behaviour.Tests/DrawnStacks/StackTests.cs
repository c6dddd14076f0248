using System.Collections.Generic;
using System.Linq;
using Mlp.Behaviour.Tests.ForcedPlans;
using Mlp.Generator.Planning;
using Shouldly;
using Xunit;

namespace Mlp.Behaviour.Tests.DrawnStacks;

/// <summary>Networks of convolutions, pools, activations and values dropped as nobody would write them, drawn from fixed seeds, agree with the oracle.</summary>
public sealed class StackTests
{
    private const int StacksOfASeed = 20;

    // Two whose networks have every feature between them, at every width.
    private static readonly int[] Both = [63, 81];

    public static TheoryData<int> Seeds => [.. Both];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Networks_agree_with_the_reference(int seed)
    {
        if (!ActiveWidth.HasKernels)
        {
            return;
        }

        IReadOnlyList<ForcedShape> stacks = Stacks(seed);
        using var assembly = new ForcedAssembly([.. stacks.Select(stack => new ForcedCase(stack, PlanChoices.Own, ChecksSample: true, ChecksBatches: true))]);
        StackOracle.Check(assembly, stacks, $"seed {seed}");
    }

    [Fact]
    public void Between_them_they_have_every_feature()
    {
        ForcedShape[] stacks = [.. Both.SelectMany(Stacks)];

        StackFeatures.All.Where(feature => !stacks.Any(stack => feature.Value(stack.Model))).Select(feature => feature.Key).ShouldBeEmpty();
    }

    private static IReadOnlyList<ForcedShape> Stacks(int seed) => new StackDrawer(seed).Take(StacksOfASeed);
}
