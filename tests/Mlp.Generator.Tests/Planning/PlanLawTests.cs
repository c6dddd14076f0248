using System;
using System.Collections.Generic;
using System.Linq;
using Mlp.Generator.Planning;
using Mlp.Generator.Planning.Orders;
using Mlp.Generator.Planning.Steps;
using Mlp.Generator.Planning.Storage;
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
        plan.Storage.Layers.Select(layer => layer.Tensors.Select(stored => stored.Tensor)).Zip(plan.Model.Layers).ShouldAllBe(pair => pair.First.SequenceEqual(pair.Second.Tensors));
        foreach (TensorStorage stored in plan.Storage.Tensors)
        {
            // The innermost extent stands side by side and is padded; each other one goes around what is inside it.
            stored.Offset.ShouldBe(next);
            int inside = 0;
            foreach (int axis in Enumerable.Range(0, stored.Strides.Count).OrderBy(axis => stored.Strides[axis]))
            {
                int extent = stored.Extents[axis];
                stored.Strides[axis].ShouldBe(inside == 0 ? 1 : inside);
                inside = inside == 0 ? RoundUp(extent) : inside * extent;
            }

            stored.Length.ShouldBe(inside);
            stored.Extents.Aggregate(1, (size, extent) => size * extent).ShouldBe(stored.Tensor.Shape.Size);
            next = stored.End;
        }

        plan.Storage.Length.ShouldBe(next);
        plan.Storage.Length.ShouldBeGreaterThanOrEqualTo(plan.Model.ParameterCount);
    });

    [Fact]
    public void Every_region_begins_on_a_cache_line() => Each(plan =>
    {
        IEnumerable<int> places = plan.Storage.Tensors.SelectMany(stored => stored.Strides.Where(stride => stride != 1).Append(stored.Offset))
            .Concat(Batches(plan).SelectMany(batch => batch.Scratch.Buffers.Select(buffer => buffer.Offset)))
            .Concat(plan.Sample!.Steps.Select(step => step.Offset));

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
            batch.Scratch.Buffers.Select(buffer => buffer.Key).ShouldBeUnique();
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
                bool errors = region.All(buffer => buffer.Key.Role == BufferRole.Errors);
                bool activations = region.All(buffer => buffer.Key.Role is BufferRole.Outputs or BufferRole.Hidden);
                (errors || (activations && batch == plan.Inference)).ShouldBeTrue(string.Join(" ", region));
                int[] layers = [.. region.Select(buffer => buffer.Key.Role == BufferRole.Outputs ? plan.Model.Layers.Count : buffer.Key.Layer)];
                layers.Select(layer => layer % 2).Distinct().ShouldHaveSingleItem();
            }
        }
    });

    [Fact]
    public void Every_place_that_a_step_names_is_there() => Each(plan =>
    {
        TensorStorage[] tensors = [.. plan.Storage.Tensors];
        foreach (BatchPlan batch in Batches(plan))
        {
            Place[] places = [.. batch.Forward.Concat(batch.Backward).SelectMany(layer => layer.Steps).SelectMany(Places)];

            places.OfType<Place.Scratch>().ShouldAllBe(place => batch.Scratch.Buffers.Contains(place.Buffer));
            places.OfType<Place.Parameters>().ShouldAllBe(place => tensors.Contains(place.Tensor));
            places.OfType<Place.Destination>().ShouldAllBe(place => tensors.Contains(place.Tensor));
            places.OfType<Place.Caller>().Any().ShouldBe(batch.Lanes == BatchLanes.Outputs);
            batch.Prepare.OfType<TransposeStep>().ShouldAllBe(step => batch.Scratch.Buffers.Contains(step.Result) && tensors.Contains(step.Tensor));
        }
    });

    [Fact]
    public void Every_tensor_gets_its_gradient_once() => Each(plan =>
    {
        IEnumerable<TensorStorage> destinations = plan.Training.Backward.SelectMany(layer => layer.Steps).SelectMany(Places).OfType<Place.Destination>().Select(place => place.Tensor);

        destinations.OrderBy(stored => stored.Offset).ShouldBe(plan.Storage.Tensors);
    });

    [Fact]
    public void Products_stay_within_their_operands() => Each(plan =>
    {
        foreach (BatchPlan batch in Batches(plan))
        {
            foreach (ProductStep step in batch.Forward.Concat(batch.Backward).SelectMany(layer => layer.Steps).OfType<ProductStep>())
            {
                int Last(Func<Axis, int> stride) => step.Product.Rows.Concat(step.Product.Columns).Concat(step.Product.Depth)
                    .Sum(axis => stride(axis) * ((axis.IsSamples ? batch.ChunkSamples : axis.Count) - 1));

                Last(axis => axis.Left).ShouldBeLessThan(FloatsOf(step.Left, plan, batch));
                Last(axis => axis.Right).ShouldBeLessThan(FloatsOf(step.Right, plan, batch));
                Last(axis => axis.Result).ShouldBeLessThan(FloatsOf(step.Result, plan, batch));
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

        (plan.Sample!.ScratchBytes + (PlanBudget.StorageLanes * sizeof(float))).ShouldBeLessThan(StackOfACall);
    });

    [Fact]
    public void Not_more_is_unrolled_than_the_JIT_compiles_well() => Each(plan =>
    {
        SampleDots[] unrolled = [.. plan.Sample!.Steps.OfType<SampleDots>().Where(step => step.IsUnrolled)];
        unrolled.Sum(step => step.Operations).ShouldBeLessThanOrEqualTo(PlanBudget.UnrolledOperationsPerMethod);
        unrolled.ShouldAllBe(step => step.Operations <= PlanBudget.UnrolledOperationsPerLayer);
    });

    [Fact]
    public void The_sums_of_a_tile_fit_into_the_registers() => Each(plan =>
    {
        int registers = plan.Width == VectorWidth.Vector512 ? 32 : 16;
        Batches(plan).SelectMany(batch => batch.Products).ShouldAllBe(product => (product.Tile.Rows * product.Tile.Vectors) + product.Tile.Vectors + 1 <= registers);
    });

    private static int FloatsOf(Place place, NetworkPlan plan, BatchPlan batch) => place switch
    {
        Place.Scratch scratch => scratch.Buffer.Length,
        Place.Parameters parameters => parameters.Tensor.Length,
        Place.Destination destination => destination.Tensor.Length,
        _ => plan.Model.InputSize * batch.ChunkSamples,
    };

    /// <summary>All places of a step, whatever its kind.</summary>
    private static IEnumerable<Place> Places(Step step) => step.GetType().GetProperties()
        .Where(property => property.PropertyType == typeof(Place))
        .Select(property => (Place?)property.GetValue(step))
        .OfType<Place>();

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
