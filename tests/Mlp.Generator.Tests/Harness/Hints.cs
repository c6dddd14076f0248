using System;

namespace Mlp.Generator.Tests.Harness;

/// <summary>Tells emitted files apart by their hints: members of a type, files of a shape, steps.</summary>
internal static class Hints
{
    private const string Shared = "Mlp.Generated.";

    /// <summary>Whether a file is not the user's type's but of a shape.</summary>
    public static bool IsShared(string hint) => hint.StartsWith(Shared, StringComparison.Ordinal);

    /// <summary>Whether a file has the steps that stand with a shape.</summary>
    public static bool IsOfSteps(string hint) => IsShared(hint) && hint.EndsWith(".Steps.g.cs", StringComparison.Ordinal);
}
