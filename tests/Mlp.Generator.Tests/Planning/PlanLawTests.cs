using System;
using System.Collections.Generic;
using System.Linq;
using Mlp.Generator.Model.Layers;
using Mlp.Generator.Planning;
using Mlp.Generator.Tests.Harness;

namespace Mlp.Generator.Tests.Planning;

/// <summary>What holds for the plan of any network: random ones and those at the limits, at every width.</summary>
public sealed class PlanLawTests
{
    /// <summary>A call may take 64 KB of stack in all.</summary>
    private const int StackOfACall = 64 * 1024;

    private static readonly Lazy<NetworkPlan[]> Planned = new(() =>
        [.. ValidNetworks.All.SelectMany(model => NetworkPlan.Widths.Select(width => NetworkPlan.For(model, width)))]);

    private static IEnumerable<BatchPlan> Batches(NetworkPlan plan) => [plan.Inference, plan.Training];

    [Fact]
    public void A_plan_is_equal_to_itself_made_again() => Each(plan =>
    {
        var again = NetworkPlan.For(plan.Model with { }, plan.Width);

        again.Equals(plan).ShouldBeTrue();
        again.GetHashCode().ShouldBe(plan.GetHashCode());
    });

    [Fact]
    public void Storage_is_the_same_for_every_width() => Each(plan => plan.Storage.Equals(StoragePlan.For(plan.Model)).ShouldBeTrue());

    [Fact]
    public void Storage_is_covered_by_regions_that_do_not_meet() => Each(plan =>
    {
        int next = 0;
        foreach (DenseStorage layer in plan.Storage.Layers)
        {
            int rows = layer.Order == WeightOrder.ByInput ? layer.Inputs : layer.Outputs;
            int columns = layer.Order == WeightOrder.ByInput ? layer.Outputs : layer.Inputs;
            layer.Weights.ShouldBe(next);
            layer.Stride.ShouldBeInRange(columns, columns + PlanBudget.StorageLanes - 1);
            layer.Biases.ShouldBe(next + (rows * layer.Stride));
            next = layer.Biases + RoundUp(layer.Outputs);
        }

        plan.Storage.Length.ShouldBe(next);
        plan.Storage.Length.ShouldBeGreaterThanOrEqualTo(plan.Model.ParameterCount);
    });

    [Fact]
    public void Every_region_begins_on_a_cache_line() => Each(plan =>
    {
        IEnumerable<int> places = plan.Storage.Layers.SelectMany(layer => new[] { layer.Weights, layer.Biases, layer.Stride })
            .Concat(Batches(plan).SelectMany(batch => batch.Scratch.Buffers.Select(buffer => buffer.Offset)))
            .Concat(plan.Sample.Steps.Select(step => step.Offset));

        places.ShouldAllBe(place => place % PlanBudget.StorageLanes == 0);
    });

    [Fact]
    public void Buffers_meet_only_where_one_takes_over_the_region_of_another() => Each(plan =>
    {
        foreach (BatchPlan batch in Batches(plan))
        {
            BufferPlan[] regions = [.. batch.Scratch.Buffers.GroupBy(buffer => buffer.Offset).Select(group => group.MaxBy(buffer => buffer.Length)!).OrderBy(buffer => buffer.Offset)];
            for (int i = 1; i < regions.Length; i++)
            {
                regions[i].Offset.ShouldBeGreaterThanOrEqualTo(regions[i - 1].Offset + regions[i - 1].Length);
            }

            (regions[^1].Offset + regions[^1].Length).ShouldBeLessThanOrEqualTo(batch.Scratch.Floats);
            batch.Scratch.Buffers.Select(buffer => buffer.Name).ShouldBeUnique();
        }
    });

    [Fact]
    public void A_region_is_taken_over_only_by_its_own_kind_two_layers_on() => Each(plan =>
    {
        foreach (BatchPlan batch in Batches(plan))
        {
            foreach (IGrouping<int, BufferPlan> region in batch.Scratch.Buffers.GroupBy(buffer => buffer.Offset).Where(group => group.Count() > 1))
            {
                // Activations of inference, or errors of training; what two neighbouring layers have is never one region.
                bool errors = region.All(buffer => buffer.Name.StartsWith("Errors", StringComparison.Ordinal));
                bool activations = region.All(buffer => buffer.Name == "Outputs" || buffer.Name.StartsWith("Hidden", StringComparison.Ordinal));
                (errors || (activations && batch == plan.Inference)).ShouldBeTrue(string.Join(" ", region));
                int[] layers = [.. region.Select(buffer => buffer.Name == "Outputs" ? plan.Model.Layers.Count : int.Parse(buffer.Name[6..]))];
                layers.Select(layer => layer % 2).Distinct().ShouldHaveSingleItem();
            }
        }
    });

    [Fact]
    public void Every_buffer_that_a_step_names_is_there_and_wide_enough() => Each(plan =>
    {
        foreach (BatchPlan batch in Batches(plan))
        {
            ScratchPlan scratch = batch.Scratch;
            foreach (ForwardStep step in batch is LaneBatchPlan lanes ? lanes.Forward : ((RowBatchPlan)batch).Forward)
            {
                LayerModel layer = plan.Model.Layers[step.Layer - 1];
                string[] named = [step.Source, step.Destination, step.TransposedWeights, step.Slopes];
                named.Where(name => name.Length > 0).ShouldAllBe(name => scratch.Has(name));
                scratch[step.Destination].Length.ShouldBeGreaterThanOrEqualTo(batch.ChunkSamples * layer.Outputs);
            }
        }
    });

    [Fact]
    public void What_stands_on_the_stack_is_little() => Each(plan =>
    {
        foreach (BatchPlan batch in Batches(plan))
        {
            batch.Scratch.IsOnStack.ShouldBe(batch.Scratch.Bytes <= PlanBudget.StackBytes);
            batch.ChunkSamples.ShouldBeInRange(PlanBudget.LeastChunkSamples, PlanBudget.ChunkSamples);
        }

        (plan.Sample.ScratchBytes + (PlanBudget.StorageLanes * sizeof(float))).ShouldBeLessThan(StackOfACall);
    });

    [Fact]
    public void Not_more_is_unrolled_than_the_JIT_compiles_well() => Each(plan =>
    {
        IEnumerable<SampleStep> unrolled = plan.Sample.Steps.Where(step => step.IsUnrolled);
        unrolled.Sum(step => step.Operations).ShouldBeLessThanOrEqualTo(PlanBudget.UnrolledOperationsPerMethod);
        unrolled.ShouldAllBe(step => step.Operations <= PlanBudget.UnrolledOperationsPerLayer);
    });

    [Fact]
    public void The_sums_of_a_tile_fit_into_the_registers() => Each(plan =>
    {
        int registers = plan.Width == VectorWidth.Vector512 ? 32 : 16;
        Batches(plan).SelectMany(batch => batch.Products).ShouldAllBe(product => (product.Tile.Rows * product.Tile.Vectors) + product.Tile.Vectors + 1 <= registers);
    });

    private static int RoundUp(int floats) => (floats + PlanBudget.StorageLanes - 1) / PlanBudget.StorageLanes * PlanBudget.StorageLanes;

    private static void Each(Action<NetworkPlan> check)
    {
        foreach (NetworkPlan plan in Planned.Value)
        {
            try
            {
                check(plan);
            }
            catch (ShouldAssertException exception)
            {
                throw new ShouldAssertException($"{plan.Model.Declaration}, {plan.Width}: {exception.Message}", exception);
            }
        }
    }
}
