using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Mlp.Testing;

/// <summary>How the harness compiles: what a consumer's project file would say.</summary>
/// <remarks>The referenced compiler is older than the SDK's, so that C# 14 is its preview.</remarks>
public sealed record HarnessOptions
{
    /// <summary>The usual consumer: nullable on, everything else as the SDK has it.</summary>
    public static HarnessOptions Default { get; } = new();

    /// <summary>The strictest consumer: overflow checks, every warning wave, every warning an error.</summary>
    public static HarnessOptions Strict { get; } = new() { CheckOverflow = true, WarningsAsErrors = true, WarningLevel = 9999 };

    public string AssemblyName { get; init; } = "Consumer";

    public NullableContextOptions Nullable { get; init; } = NullableContextOptions.Enable;

    public LanguageVersion LanguageVersion { get; init; } = LanguageVersion.Preview;

    /// <summary><see cref="DocumentationMode.Diagnose"/> is a consumer that writes a documentation file.</summary>
    public DocumentationMode Documentation { get; init; } = DocumentationMode.Parse;

    /// <summary>What is not source: weight files as text.</summary>
    public ImmutableArray<AdditionalText> AdditionalFiles { get; init; } = [];

    public bool CheckOverflow { get; init; }

    public bool AllowUnsafe { get; init; }

    public bool Optimize { get; init; } = true;

    public bool WarningsAsErrors { get; init; }

    public int WarningLevel { get; init; } = 4;
}
