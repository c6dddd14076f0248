using System;

namespace Mlp.Generator.Tests.Harness;

/// <summary>Tells emitted files apart by their hints: members of a type, files of a shape, steps.</summary>
internal static class Hints
{
    private const string Shared = "Mlp.Generated.";

    /// <summary>Whether a file is not the user's type's: of a shape, or a step.</summary>
    public static bool IsShared(string hint) => hint.StartsWith(Shared, StringComparison.Ordinal);

    /// <summary>Whether a file is of a shape: the choice of kernels, or the kernels of a width.</summary>
    public static bool IsOfShape(string hint) => hint.StartsWith(Shared + "Net", StringComparison.Ordinal);

    /// <summary>Whether a file is a step that shapes share.</summary>
    public static bool IsStep(string hint) => IsShared(hint) && !IsOfShape(hint);

    /// <summary>The hint of a step's class.</summary>
    public static string OfStep(string className) => $"{Shared}{className}.g.cs";
}
