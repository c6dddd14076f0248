using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using Mlp.Generator.Planning;
using Mlp.Testing.Reference;
using Shouldly;
using Xunit;

namespace Mlp.Behaviour.Tests.ForcedPlans;

/// <summary>Kernels agree with the oracle whatever a plan chose: each choice is forced, also where no cost model would make it.</summary>
public sealed class ForcedPlanTests
{
    public static TheoryData<string> Choices => [.. ForcedChoices.All.Select(choice => choice.Name)];

    public static TheoryData<string> ChoicesWithCases => [.. ForcedCase.ByChoice.Where(pair => pair.Value.Count > 0).Select(pair => pair.Key)];

    [Theory]
    [MemberData(nameof(ChoicesWithCases))]
    public void Networks_agree_with_the_reference_under(string choice)
    {
        if (!ActiveWidth.HasKernels)
        {
            return;
        }

        IReadOnlyList<ForcedCase> cases = ForcedCase.ByChoice[choice];
        using var assembly = new ForcedAssembly(cases);
        foreach (ForcedCase forced in cases)
        {
            NetworkCase network = assembly.Network(forced.Shape);
            ForcedOracle oracle = ForcedOracle.Of(forced.Shape, network);
            try
            {
                if (forced.ChecksSample)
                {
                    oracle.CheckSamples(network);
                }

                if (forced.ChecksBatches)
                {
                    oracle.CheckBatches(network);
                }
            }
            catch (MismatchException exception)
            {
                throw new MismatchException($"{forced.Shape}, {choice}: {exception.Message}");
            }
        }
    }

    [Theory]
    [MemberData(nameof(Choices))]
    public void A_plan_has_what_is_forced_where_that_is_possible(string name)
    {
        ForcedChoice choice = ForcedChoices.All.Single(candidate => candidate.Name == name);
        foreach (ForcedShape shape in ForcedShape.All.Where(shape => choice.IsPossible(shape.OwnPlan)))
        {
            choice.IsMet(shape.Plan(choice.Choices)).ShouldBeTrue($"{shape}, {choice}");
        }
    }

    [Fact]
    public void Every_single_choice_changes_a_plan()
    {
        IEnumerable<ForcedChoice> idle = ForcedChoices.Single.Where(choice => !ForcedShape.All.Any(shape =>
            choice.IsPossible(shape.OwnPlan) && !shape.Plan(choice.Choices).Equals(shape.OwnPlan)));

        idle.Select(choice => choice.Name).ShouldBeEmpty();
    }

    [Fact]
    public void Every_value_of_every_member_is_forced()
    {
        foreach (PropertyInfo member in typeof(PlanChoices).GetProperties(BindingFlags.Public | BindingFlags.Instance))
        {
            object[] forced = [.. ForcedChoices.Single.Select(choice => member.GetValue(choice.Choices)).OfType<object>()];
            forced.Length.ShouldBeGreaterThan(1, member.Name);
            Type type = Nullable.GetUnderlyingType(member.PropertyType) ?? member.PropertyType;
            object[] values = type == typeof(bool) ? [true, false] : type.IsEnum ? [.. Enum.GetValues(type).Cast<object>()] : forced;
            forced.ShouldBe(values, ignoreOrder: true, member.Name);
        }
    }
}
