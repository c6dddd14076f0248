using System.Collections.Generic;
using Mlp.Generator.Model;

namespace Mlp.Generator.Planning;

/// <summary>Every decision about a network at one vector width, as data.</summary>
/// <param name="Model">The declaration.</param>
/// <param name="Width">The vectors this plan is for.</param>
/// <param name="Storage">Where parameters stand; the same for every width.</param>
/// <param name="Optimizer">How a training step becomes one of the optimizer.</param>
/// <param name="Sample">The forward pass of one sample.</param>
/// <param name="Registers">The forward pass of a batch in registers alone; null where the network is too large.</param>
/// <param name="Inference">The forward pass of a batch through scratch memory: of a loss, and of a prediction that does not fit into registers.</param>
/// <param name="Training">Forward and backward passes of a batch.</param>
/// <param name="GradientScratch">The memory of a gradient that the caller wants: a chunk's, and the sum in the order of storage.</param>
internal sealed record NetworkPlan(
    NetworkModel Model,
    VectorWidth Width,
    StoragePlan Storage,
    OptimizerPlan Optimizer,
    SamplePlan Sample,
    RegisterBatchPlan? Registers,
    BatchPlan Inference,
    BatchPlan Training,
    ScratchPlan GradientScratch)
{
    /// <summary>The buffer of a gradient's chunk.</summary>
    public const string Chunk = "Chunk";

    /// <summary>The buffer of a gradient's sum.</summary>
    public const string Sum = "Sum";

    /// <summary>Widest first: the order in which a call asks what the hardware can do.</summary>
    public static IReadOnlyList<VectorWidth> Widths { get; } =
        [VectorWidth.Vector512, VectorWidth.Vector256, VectorWidth.Vector128, VectorWidth.Scalar];

    public int LaneCount => (int)Width;

    /// <param name="model">The declaration.</param>
    /// <param name="width">The vectors.</param>
    /// <param name="choices">What tests force; the product forces nothing.</param>
    public static NetworkPlan For(NetworkModel model, VectorWidth width, PlanChoices? choices = null)
    {
        choices ??= PlanChoices.Own;
        StoragePlan storage = StoragePlan.For(model, choices);
        BatchPlan training = BatchChoice.Training(model, storage, width, choices);
        var gradient = new ScratchPlanner(choices);
        gradient.Add(Chunk, 1, training.Scratch.Floats);
        gradient.Add(Sum, 1, storage.Length);
        return new NetworkPlan(
            model,
            width,
            storage,
            OptimizerPlan.For(model.Optimizer, storage),
            new SamplePlanner(model, storage, width, choices).Plan(),
            RegisterBatchPlan.For(model, width, choices),
            BatchChoice.Inference(model, storage, width, choices),
            training,
            gradient.Build());
    }
}
