using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using System.Runtime.CompilerServices;
using Mlp.Generator.Model;
using Mlp.Generator.Model.Layers;
using Mlp.Generator.Planning;
using Mlp.Generator.Planning.Layers;
using Mlp.Generator.Planning.Orders;
using Mlp.Generator.Planning.Steps;
using Mlp.Generator.Planning.Storage;
using Mlp.Generator.Tests.Harness;

namespace Mlp.Generator.Tests.Planning;

/// <summary>A layer that computes nothing and has no parameters, between layers that compute: no step writes what it reads.</summary>
public sealed class IdleLayerTests
{
    public static TheoryData<int, bool> Cases => new() { { 16, true }, { 16, false }, { 8, true }, { 8, false }, { 4, true }, { 1, false } };

    [Theory]
    [MemberData(nameof(Cases))]
    public void No_step_writes_what_it_reads(int width, bool isUnrolled)
    {
        NetworkModel dense = ValidNetworks.Model("20, 40, 24, 28, 40, 9");
        List<LayerModel> layers = [.. dense.Layers];
        layers.Insert(3, new IdleLayer(layers[2].Output));
        layers.Insert(1, new IdleLayer(layers[0].Output));
        var choices = new PlanChoices { SampleIsUnrolled = isUnrolled, SampleStaysInRegisters = false, IsCompact = false };

        NetworkPlan plan = NetworkPlan.For(dense with { Layers = layers.ToEquatableArray() }, (VectorWidth)width, choices);

        SampleStep[] sample = [.. plan.Sample!.Steps];
        sample.Length.ShouldBe(5);
        sample.Zip(sample.Skip(1)).ShouldAllBe(pair => pair.First.Offset != pair.Second.Offset);
        foreach (BatchPlan batch in new[] { plan.Inference, plan.Training })
        {
            ProductStep[] products = [.. batch.Forward.Concat(batch.Backward).SelectMany(layer => layer.Steps).OfType<ProductStep>()];
            products.Length.ShouldBe(batch.Backward.Count == 0 ? 5 : 14);
            products.ShouldAllBe(step => !Meet(step.Left, step.Result) && !Meet(step.Right, step.Result));
        }
    }

    private static bool Meet(Place read, Place written) => read is Place.Scratch a && written is Place.Scratch b && a.Buffer.Offset == b.Buffer.Offset;

    // Before any test: planners are looked up while others run.
    [ModuleInitializer]
    internal static void Register()
    {
        var planners = (Dictionary<Type, LayerPlanner>)typeof(LayerPlanners).GetField("Planners", BindingFlags.NonPublic | BindingFlags.Static)!.GetValue(null)!;
        planners.Add(typeof(IdleLayer), new IdlePlanner());
    }

    private sealed record IdleLayer(Shape Input) : LayerModel(Input)
    {
        public override string Kind => "Idle";

        public override string Written(bool withActivation) => Kind;

        public override Shape Output => Input;

        public override EquatableArray<TensorModel> Tensors => EquatableArray<TensorModel>.Empty;

        public override long OperationsPerSample => 0;

        public override string Signature => Kind;
    }

    private sealed class IdlePlanner : LayerPlanner
    {
        public override bool HasSampleStep => false;

        public override LayerStorage Store(LayerModel layer, int number, int offset, PlanChoices choices) => new(EquatableArray<TensorStorage>.Empty);

        public override LayerCost Cost(LayerModel layer, VectorWidth width) => new(0, 0, 0);

        public override LayerForward ForwardInRows(RowOrder order, PlannedLayer layer, Signal input) => new(EquatableArray<Step>.Empty, input);

        public override LayerBackward BackwardInRows(RowOrder order, PlannedLayer layer, Signal input, Deltas deltas) => new(EquatableArray<Step>.Empty, deltas);

        public override int SampleOperations(PlannedLayer layer, SampleOrder order) => 0;

        public override bool ReadsVectors(PlannedLayer layer, SampleOrder order) => throw new NotSupportedException();

        public override SampleStep Sample(PlannedLayer layer, SampleOrder order) => throw new NotSupportedException();
    }
}
