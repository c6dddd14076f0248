using System.Collections.Generic;
using Mlp.Generator.Model;
using Mlp.Generator.Planning.Orders;
using Mlp.Generator.Planning.Steps;
using Mlp.Generator.Planning.Storage;

namespace Mlp.Generator.Planning;

/// <summary>Every decision about a network at one vector width, as data.</summary>
/// <param name="Model">The declaration.</param>
/// <param name="Width">The vectors this plan is for.</param>
/// <param name="Storage">Where parameters stand; the same for every width.</param>
/// <param name="Optimizer">How a training step becomes one of the optimizer.</param>
/// <param name="Sample">The forward pass of one sample; null where it goes as a batch of one.</param>
/// <param name="Single">The forward pass of one sample as a batch; else null.</param>
/// <param name="Registers">The forward pass of a batch in registers alone; null where the network is too large.</param>
/// <param name="Inference">The forward pass of a batch through scratch memory: of a loss, and of a prediction that does not fit into registers.</param>
/// <param name="Training">Forward and backward passes of a batch.</param>
/// <param name="GradientScratch">The memory of a gradient that the caller wants: a chunk's, and the sum in the order of storage.</param>
/// <param name="OutputRow">The outputs of one sample of a batch, where they fill the lanes.</param>
internal sealed record NetworkPlan(
    NetworkModel Model,
    VectorWidth Width,
    StoragePlan Storage,
    OptimizerPlan Optimizer,
    SamplePlan? Sample,
    BatchPlan? Single,
    RegisterBatchPlan? Registers,
    BatchPlan Inference,
    BatchPlan Training,
    ScratchPlan GradientScratch,
    RowPlan OutputRow)
{
    /// <summary>The forward pass of many networks at once; null where there are no kernels for that.</summary>
    public PopulationPlan? Population { get; init; }

    /// <summary>Widest first: the order in which a call asks what the hardware can do.</summary>
    public static IReadOnlyList<VectorWidth> Widths { get; } =
        [VectorWidth.Vector512, VectorWidth.Vector256, VectorWidth.Vector128];

    public int LaneCount => (int)Width;

    /// <param name="model">The declaration.</param>
    /// <param name="width">The vectors.</param>
    /// <param name="choices">What tests force; the product forces nothing.</param>
    public static NetworkPlan For(NetworkModel model, VectorWidth width, PlanChoices? choices = null)
    {
        choices = PlanChoices.For(model.IsDeterministic, choices);
        var setting = new OrderSetting(model, StoragePlan.For(model, choices), width, choices);
        BatchPlan training = BatchChoice.Training(setting);
        BatchPlan inference = BatchChoice.Inference(setting);
        var registers = RegisterBatchPlan.For(setting);
        var gradient = new ScratchPlanner(choices);
        gradient.Add(new(BufferRole.Chunk), 1, training.Scratch.Floats);
        gradient.Add(new(BufferRole.Sum), 1, setting.Storage.Length);
        return new NetworkPlan(
            model,
            width,
            setting.Storage,
            OptimizerPlan.For(model.Optimizer, setting.Storage, model.IsDeterministic),
            SampleOrder.IsPossible(setting) ? SampleOrder.Plan(setting) : null,
            SampleOrder.IsPossible(setting) ? null : RowOrder.Single(setting),
            registers,
            inference,
            training,
            gradient.Build(),
            RowPlan.For(model.OutputSize, width))
        {
            Population = AgentOrder.Plan(setting, inference, isInRegisters: registers is not null),
        };
    }
}
