using Mlp.Generator.Model;
using Mlp.Generator.Planning.Steps;

namespace Mlp.Generator.Planning.Orders;

/// <summary>The forward pass of a single sample.</summary>
/// <param name="Steps">The layers in order.</param>
/// <param name="ScratchFloats">Floats of stack for activations that do not stay in registers.</param>
/// <param name="OutputWidth">
/// The vectors of the output stage: few outputs are one narrow vector, for maxima and sums across four lanes are half as long as
/// across sixteen.
/// </param>
/// <param name="OutputRow">The outputs in those vectors.</param>
internal sealed record SamplePlan(EquatableArray<SampleStep> Steps, int ScratchFloats, VectorWidth OutputWidth, RowPlan OutputRow)
{
    public int ScratchBytes => ScratchFloats * sizeof(float);

    /// <summary>Floats to take, so that a cache line begins among the first ones.</summary>
    public int FloatsToAlign => ScratchFloats + PlanBudget.StorageLanes;
}
