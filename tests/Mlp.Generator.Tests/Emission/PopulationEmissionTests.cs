using System;
using System.Linq;
using System.Threading;
using Mlp.Generator.Emission;
using Mlp.Generator.Model;
using Mlp.Generator.Model.Layers;
using Mlp.Generator.Planning;
using Mlp.Generator.Planning.Layers;
using Mlp.Generator.Planning.Orders;
using Mlp.Generator.Planning.Storage;
using Mlp.Generator.Tests.Harness;

namespace Mlp.Generator.Tests.Emission;

/// <summary>Kernels of many networks at once: where they are asked for, and every layer can have them.</summary>
public sealed class PopulationEmissionTests
{
    [Fact]
    public void Nothing_is_emitted_of_populations_where_none_are_asked_for()
    {
        foreach (NetworkModel model in ValidNetworks.All.Where(model => !model.IsPopulation))
        {
            NetworkEmitter.Emit(model, CancellationToken.None).ShouldAllBe(file => !file.Text.Contains("Population", StringComparison.Ordinal), model.Declaration);
        }
    }

    [Theory]
    [InlineData("[Mlp(4, 8, 2, Population = true)]", true)]
    [InlineData("[Mlp(4, 8, 2, Hidden = \"PReLU\", Population = true)]", true)]
    [InlineData("[Network(4, Population = true)] [Affine(2, 1), Dense(8), Clip(0, 1), Dropout(0.5), Activation(\"Tanh\"), Dense(2)]", true)]
    [InlineData("[Network(4, 4, 1, Population = true)] [Conv(2, 3), Flatten, Dense(2)]", false)]
    [InlineData("[Network(4, 4, 1, Population = true)] [Affine(2, 1), Flatten, Dense(2)]", false)]
    [InlineData("[Mlp(4, 8, 2, Population = false)]", false)]
    [InlineData("[Mlp(4, 8, 2, Trains = false, Population = true)]", false)]
    public void There_are_kernels_where_every_layer_can_have_them(string attributes, bool hasKernels)
    {
        NetworkModel model = Model(attributes);
        EmittedFile[] files = [.. NetworkEmitter.Emit(model, CancellationToken.None)];
        files[0].Text.Contains(".PopulationKernel =>", StringComparison.Ordinal).ShouldBe(hasKernels);
        files.Count(file => file.Text.Contains("void StepAgents(", StringComparison.Ordinal)).ShouldBe(hasKernels ? 4 : 0);
    }

    [Fact]
    public void A_kind_may_have_agents_in_lanes_where_its_planner_plans_them()
    {
        NetworkModel model = Model("[Network(8, 8, 1)] [Conv(2, 3, Activation = \"PReLU\"), MaxPool(2), AveragePool(2), Activation(\"Tanh\"), Affine(2, 1), Clip(0, 1), Dropout(0.5), GlobalAveragePool, Dense(2)]");
        model.Layers.Select(layer => layer.GetType()).ShouldBe(typeof(LayerModel).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(LayerModel)) && !type.IsAbstract), ignoreOrder: true);

        foreach (LayerModel layer in model.Layers)
        {
            bool isPlanned = LayerPlanners.Of(layer).GetType().GetMethod(nameof(LayerPlanner.ForwardOfAgents))!.DeclaringType != typeof(LayerPlanner);
            PopulationLimits.AllowFlat(layer).ShouldBe(isPlanned, layer.Kind);
        }
    }

    [Fact]
    public void A_shape_with_populations_is_one_of_its_own()
    {
        NetworkModel with = Model("[Mlp(4, 8, 2, Population = true)]");
        NetworkModel without = Model("[Mlp(4, 8, 2)]");
        with.ShapeName.ShouldBe(without.ShapeName + "_Population");
        with.Declaration.ShouldBe("[Mlp(4, 8, 2, Hidden = \"ReLU\", Output = \"Identity\", Population = true)]");
        (with.WithoutType() == without.WithoutType()).ShouldBeFalse();
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(8)]
    [InlineData(9)]
    [InlineData(33)]
    [InlineData(200)]
    public void Every_parameter_of_a_block_has_a_line_of_its_own(int outputs)
    {
        NetworkModel model = Model($"[Mlp(3, {outputs}, 5, Hidden = \"PReLU\", Population = true)]");
        StoragePlan storage = AgentStorage.For(model);
        int[] lines = [.. storage.Tensors.SelectMany(LinesOf)];
        lines.Length.ShouldBe(model.ParameterCount);
        lines.ShouldBeUnique();
        lines.ShouldAllBe(line => line % PlanBudget.BlockAgents == 0 && line >= 0 && line < storage.Length);

        // Of a panel less than a row may be missing, and there are never more than eight.
        (storage.Length / PlanBudget.BlockAgents).ShouldBeLessThanOrEqualTo(model.ParameterCount + ((outputs / 8) + 1) * 4 + (outputs + 1));
    }

    [Fact]
    public void A_softmax_adds_up_as_that_of_a_batch_does()
    {
        foreach (VectorWidth width in NetworkPlan.Widths)
        {
            var small = NetworkPlan.For(Model("[Mlp(4, 16, 3, Output = \"Softmax\", Population = true)]"), width);
            (small.Population!.Rows is null).ShouldBe(small.Registers is not null || small.Inference.Lanes == BatchLanes.Samples);
            NetworkPlan.For(Model("[Mlp(4, 90, 30, Output = \"Softmax\", Population = true)]"), width).Population!.Rows.ShouldNotBeNull();
            NetworkPlan.For(Model("[Mlp(4, 90, 30, Population = true)]"), width).Population!.Rows.ShouldBeNull("each output by itself");
        }
    }

    private static NetworkModel Model(string attributes) => Parsed.Network($"using Mlp; {attributes} public partial class Net;");

    private static int[] LinesOf(TensorStorage stored)
    {
        int[] lines = new int[stored.Tensor.Shape.Size];
        for (int element = 0; element < lines.Length; element++)
        {
            (int rest, int line) = (element, stored.Offset);
            for (int axis = stored.Extents.Count - 1; axis >= 0; axis--)
            {
                line += rest % stored.Extents[axis] * stored.Strides[axis];
                rest /= stored.Extents[axis];
            }

            lines[element] = line;
        }

        return lines;
    }
}
