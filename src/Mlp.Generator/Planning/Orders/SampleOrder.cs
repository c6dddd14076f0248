using System.Collections.Generic;
using System.Linq;
using Mlp.Generator.Model;
using Mlp.Generator.Model.Layers;
using Mlp.Generator.Planning.Steps;

namespace Mlp.Generator.Planning.Orders;

/// <summary>
/// Plans a single sample: which layers are written out, and what passes between them in registers. What a layer does, the planner
/// of its kind knows.
/// </summary>
internal sealed class SampleOrder
{
    /// <summary>Vectors of inputs that are loaded whole: a quarter of the 32 registers of 512 bits, and they may be spilled.</summary>
    public const int MostInputVectors = 8;

    private readonly OrderSetting _setting;
    private readonly LoopReason?[] _loops;
    private readonly List<SampleStep> _steps = [];

    /// <summary>The layers that are steps, in order; the others hand on what arrives.</summary>
    private readonly IReadOnlyList<PlannedLayer> _layers;

    private SampleOrder(OrderSetting setting)
    {
        _setting = setting;
        _layers = [.. setting.Layers.Where(layer => layer.Planner.HasSampleStep)];
        _loops = PlanUnrolling();
    }

    public VectorWidth Width => _setting.Width;

    public int Lanes => (int)_setting.Width;

    public PlanChoices Choices => _setting.Choices;

    public bool IsCompact => _setting.IsCompact;

    /// <summary>Whether every layer has steps of a single sample.</summary>
    public static bool IsPossible(OrderSetting setting) => setting.Layers.All(layer => layer.Planner.SupportsSample(layer));

    public static SamplePlan Plan(OrderSetting setting) => new SampleOrder(setting).Plan();

    /// <summary>Why a layer is a loop; null where it is written out.</summary>
    public LoopReason? LoopOf(PlannedLayer layer) => _loops[layer.Number - 1];

    /// <summary>Vectors of sums that a layer with outputs in lanes may have at a time.</summary>
    public int SumsAtATime(PlannedLayer layer) =>
        Choices.SampleBlock ?? (IsCompact ? 2 : LoopOf(layer) is null ? PlanBudget.IndependentSums : PlanBudget.LoopedSums(Width));

    /// <summary>
    /// Whether a layer's inputs are vectors in registers, or worth being loaded as such: past a vector of them, loads for
    /// broadcasts hold up the loads of weights, two of which start in a cycle.
    /// </summary>
    public bool HasVectors(PlannedLayer layer) => SourceOf(layer) is { } source
        ? source.StaysInRegisters
        : (Choices.SampleBroadcastsRegisters ?? _setting.Model.InputSize >= Lanes) && Planning.Lanes.Vectors(_setting.Model.InputSize, Lanes) <= MostInputVectors;

    /// <summary>Whether the step before has an activation so short that the units are idle for what spreading its values costs.</summary>
    public bool FollowsShortActivation(PlannedLayer layer) => Turn(layer) > 0
        && (Choices.SampleStaysInRegisters ?? ActivationTraits.IsFused(_layers[Turn(layer) - 1].Model.Activation));

    /// <summary>Whether a layer that is written out may leave its results in registers: the next reader takes vectors, as the output stage does.</summary>
    public bool MayStayInRegisters(PlannedLayer layer) =>
        (Choices.SampleStaysInRegisters ?? true) && LoopOf(layer) is null && (layer.IsLast || NextReadsVectors(layer));

    /// <summary>Where a layer's results stand if they stand in memory: those of one step and the next take turns in two regions.</summary>
    public int Offset(PlannedLayer layer) => Turn(layer) % 2 == 0 ? 0 : RegionFloats(0);

    /// <summary>A loop reads memory; what is in registers is stored where its own step has room for it.</summary>
    public Spill? SpillBefore(PlannedLayer layer) => LoopOf(layer) is not null && SourceOf(layer) is { StaysInRegisters: true } before
        ? new Spill(before.Layer, before.Offset)
        : null;

    private SamplePlan Plan()
    {
        foreach (PlannedLayer layer in _layers)
        {
            _steps.Add(layer.Planner.Sample(layer, this));
        }

        bool needsScratch = _steps.Exists(step => !step.StaysInRegisters);
        bool isNarrow = _steps.Last() is SampleDots { IsNarrow: true };
        VectorWidth output = isNarrow ? VectorWidth.Vector128 : Width;
        return new SamplePlan(
            _steps.ToEquatableArray(), needsScratch ? RegionFloats(0) + RegionFloats(1) : 0, output, RowPlan.For(_setting.Model.OutputSize, output));
    }

    /// <summary>Which layers are written out, the first ones first, within the budget of a method; of the others why they are loops.</summary>
    private LoopReason?[] PlanUnrolling()
    {
        var loops = new LoopReason?[_setting.Layers.Count];
        int spent = 0;
        int inlined = 0;
        for (int index = 0; index < loops.Length; index++)
        {
            int operations = _setting.Layers[index].Planner.SampleOperations(_setting.Layers[index], this);
            LoopReason? own = IsCompact ? LoopReason.ManyLayers
                : operations > PlanBudget.UnrolledOperationsPerLayer ? LoopReason.LargeLayer
                : null;
            loops[index] = Choices.SampleIsUnrolled switch
            {
                true => null,
                false => own ?? LoopReason.Forced,
                null => own,
            };
            loops[index] ??= _setting.Layers[index].Planner.LoopOf(_setting.Layers[index]);
            loops[index] ??= spent + operations > PlanBudget.UnrolledOperationsPerMethod ? LoopReason.FullMethod : null;
            int withActivation = operations + ActivationOperations(_setting.Layers[index].Model);
            loops[index] ??= inlined + withActivation > PlanBudget.InlinedOperationsPerMethod ? LoopReason.ManyActivations : null;
            spent += loops[index] is null ? operations : 0;
            inlined += loops[index] is null ? withActivation : 0;
        }

        return loops;
    }

    private int ActivationOperations(LayerModel layer) => Planning.Lanes.Vectors(layer.Outputs, Lanes) * ActivationTraits.Operations(layer.Activation);

    /// <summary>How many steps are before a layer's.</summary>
    private int Turn(PlannedLayer layer) => _layers.Count(other => other.Number < layer.Number);

    /// <summary>The step whose results a layer reads; null for the caller's sample.</summary>
    private SampleStep? SourceOf(PlannedLayer layer) => Turn(layer) > 0 ? _steps[Turn(layer) - 1] : null;

    private bool NextReadsVectors(PlannedLayer layer) => _layers[Turn(layer) + 1] is var next && next.Planner.ReadsVectors(next, this);

    private int RegionFloats(int parity) => _layers
        .Where((_, index) => index % 2 == parity)
        .Select(layer => Planning.Lanes.Pad(layer.Model.Outputs, PlanBudget.StorageLanes))
        .DefaultIfEmpty(0)
        .Max();
}
