using System.Collections.Generic;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis.CSharp;

namespace Mlp.SnapshotTesting;

/// <summary>What a project file would say about the compilation.</summary>
public sealed record EmissionOptions
{
    /// <summary>
    /// The version of C#. The compiler library that this package asks for is older than the one of the .NET 10 SDK and has C# 14 as
    /// its preview, which is the default.
    /// </summary>
    public LanguageVersion LanguageVersion { get; init; } = LanguageVersion.Preview;

    /// <summary>
    /// The safetensors files that a project would have among its <c>AdditionalFiles</c>, for <c>[Mlp(…, Weights = "iris.safetensors")]</c>:
    /// the bytes of each by its path. A path is only a name here, nothing is read from it.
    /// </summary>
    public IReadOnlyDictionary<string, byte[]> WeightFiles { get; init; } = ImmutableDictionary<string, byte[]>.Empty;

    /// <summary>Whether F64 is read from them, and rounded, as an item with <c>AllowDouble="true"</c> is.</summary>
    public bool AllowDouble { get; init; }
}
