using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Mlp.Generator.Planning;
using Mlp.Generator.Planning.Orders;
using Mlp.Generator.Planning.Steps;

namespace Mlp.Behaviour.Tests.ForcedPlans;

/// <summary>A network with a forced choice, and which of its calls no case before it has: equal plans are equal kernels.</summary>
/// <remarks>
/// What the planners choose themselves is the rest of the suite's. A choice is tried with a few of the shapes that it makes
/// a difference to, every choice with other ones, for all that is emitted must be compiled; the environment variable
/// MLP_FORCED_SHAPES is another number of them.
/// </remarks>
internal sealed record ForcedCase(ForcedShape Shape, PlanChoices Choices, bool ChecksSample, bool ChecksBatches)
{
    private const int ShapesOfAChoice = 3;

    /// <summary>How far on in the list of shapes the next choice starts: no divisor of its length.</summary>
    private const int Stride = 5;

    /// <summary>The cases of each choice; one without a plan of its own has none.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<ForcedCase>> ByChoice { get; } = Find();

    private static Dictionary<string, IReadOnlyList<ForcedCase>> Find()
    {
        string? wanted = Environment.GetEnvironmentVariable("MLP_FORCED_SHAPES");
        int most = string.IsNullOrEmpty(wanted) ? ShapesOfAChoice : int.Parse(wanted, CultureInfo.InvariantCulture);
        HashSet<object> known = [.. ForcedShape.All.SelectMany(shape => new[] { SampleOf(shape, shape.OwnPlan), BatchesOf(shape, shape.OwnPlan) })];
        var cases = new Dictionary<string, IReadOnlyList<ForcedCase>>();
        foreach (ForcedChoice choice in ForcedChoices.All)
        {
            int first = cases.Count * Stride % ForcedShape.All.Count;
            IEnumerable<ForcedShape> shapes = ForcedShape.All.Skip(first).Concat(ForcedShape.All.Take(first));
            cases.Add(choice.Name, [.. shapes.Select(shape => Of(shape, choice.Choices, known)).OfType<ForcedCase>().Take(most)]);
        }

        return cases;
    }

    private static ForcedCase? Of(ForcedShape shape, PlanChoices choices, HashSet<object> known)
    {
        NetworkPlan plan = shape.Plan(choices);
        return (known.Add(SampleOf(shape, plan)), known.Add(BatchesOf(shape, plan))) switch
        {
            (true, true) => new ForcedCase(shape, choices, ChecksSample: true, ChecksBatches: true),
            (true, false) => new ForcedCase(shape, WithShortBatches(choices), ChecksSample: true, ChecksBatches: false),
            (false, true) => new ForcedCase(shape, WithShortSample(choices), ChecksSample: false, ChecksBatches: true),
            _ => null,
        };
    }

    private static object SampleOf(ForcedShape shape, NetworkPlan plan) => (shape, plan.Storage, plan.Sample);

    private static object BatchesOf(ForcedShape shape, NetworkPlan plan) => (shape, plan.Storage, plan.Registers, plan.Inference, plan.Training);

    // What is not called is not worth the compiler's time.
    private static PlanChoices WithShortSample(PlanChoices choices) => choices with { SampleIsUnrolled = false, SampleBlock = 1, SampleChains = 1 };

    private static PlanChoices WithShortBatches(PlanChoices choices) => choices with
    {
        RegisterVectors = 0,
        InferenceLanes = BatchLanes.Outputs,
        TrainingLanes = BatchLanes.Outputs,
        Tile = new TileShape(1, 1, 1, 1),
    };
}
