using Mlp.Generator.Model;

namespace Mlp.Generator.Planning;

/// <summary>The forward pass of a single sample.</summary>
/// <param name="Steps">The layers in order.</param>
/// <param name="ScratchFloats">Floats of stack for activations that do not stay in registers.</param>
internal sealed record SamplePlan(EquatableArray<SampleStep> Steps, int ScratchFloats)
{
    public int ScratchBytes => ScratchFloats * sizeof(float);
}
