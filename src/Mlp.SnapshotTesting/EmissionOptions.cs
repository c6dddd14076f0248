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
    /// Further C# files of the project that the text needs: a base class, constants, global usings. Networks in them are emitted too,
    /// and what is wrong in them is told.
    /// </summary>
    public IReadOnlyList<string> AdditionalSources { get; init; } = [];

    /// <summary>
    /// Whether all files have the using directives that <c>&lt;ImplicitUsings&gt;enable&lt;/ImplicitUsings&gt;</c> gives a console program:
    /// System, System.Collections.Generic, System.IO, System.Linq, System.Net.Http, System.Threading and System.Threading.Tasks. Off by
    /// default, as in a project that does not say so.
    /// </summary>
    public bool ImplicitUsings { get; init; }

    /// <summary>
    /// What <c>&lt;Using Include="…" /&gt;</c> items of the project name, for all files: <c>Mlp</c>, <c>static System.Math</c>,
    /// <c>Number = System.Single</c>.
    /// </summary>
    public IReadOnlyList<string> GlobalUsings { get; init; } = [];

    /// <summary>The symbols of <c>&lt;DefineConstants&gt;</c>, for <c>#if</c>: <c>DEBUG</c>, <c>NET10_0_OR_GREATER</c>. None by default.</summary>
    public IReadOnlyList<string> PreprocessorSymbols { get; init; } = [];

    /// <summary>
    /// The safetensors files that a project would have among its <c>AdditionalFiles</c>, for <c>[Mlp(…, Weights = "iris.safetensors")]</c>:
    /// the bytes of each by its path. A path is only a name here, nothing is read from it.
    /// </summary>
    public IReadOnlyDictionary<string, byte[]> WeightFiles { get; init; } = ImmutableDictionary<string, byte[]>.Empty;

    /// <summary>
    /// The ONNX files that a project would have among its <c>AdditionalFiles</c>, for <c>[Onnx("model.onnx")]</c>, and the files with numbers that stand beside
    /// them (<c>model.onnx.data</c>): the bytes of each by its path. A path is only a name here, nothing is read from it.
    /// </summary>
    public IReadOnlyDictionary<string, byte[]> OnnxFiles { get; init; } = ImmutableDictionary<string, byte[]>.Empty;

    /// <summary>Whether float64 is read from weight files and ONNX files, and rounded, as from an item with <c>AllowDouble="true"</c>.</summary>
    public bool AllowDouble { get; init; }
}
