using System.Collections.Generic;
using Mlp.Generator.Emission.Kernels;
using Mlp.Generator.Model;

namespace Mlp.Generator.Emission;

/// <summary>What all networks of a shape share.</summary>
/// <param name="Name">The shape.</param>
/// <param name="Files">The choice of kernels, and the kernels of each width.</param>
/// <param name="Steps">The steps that kernels call; other shapes may have equal ones.</param>
internal sealed record EmittedShape(string Name, EquatableArray<EmittedFile> Files, EquatableArray<EmittedStep> Steps)
{
    /// <summary>All files of a shape that is alone in its compilation.</summary>
    public IReadOnlyList<EmittedFile> All => [.. Files, .. Steps.Count == 0 ? (EmittedFile[])[] : [StepFileWriter.Write(Name, Steps)]];
}
