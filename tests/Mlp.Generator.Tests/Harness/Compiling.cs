using System;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Mlp.Generator.Tests.Harness;

/// <summary>Source text → compilation, with the running runtime's assemblies as references, loaded once.</summary>
internal static class Compiling
{
    public static readonly CSharpParseOptions LatestCSharp = new(LanguageVersion.CSharp13);

    private static readonly ImmutableArray<string> Needed =
    [
        "System.Private.CoreLib", "System.Runtime", "System.Collections", "System.Linq", "System.Memory", "System.Console",
        "System.Runtime.Intrinsics", "System.Numerics.Vectors", "System.Runtime.InteropServices", "netstandard",
    ];

    public static ImmutableArray<MetadataReference> References { get; } =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Where(path => Needed.Contains(Path.GetFileNameWithoutExtension(path)))
            .Append(typeof(MlpAttribute).Assembly.Location)
            .Distinct()
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    public static CSharpCompilationOptions Options { get; } =
        new(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable);

    private static readonly CSharpCompilation Empty = CSharpCompilation.Create("Consumer", [], References, Options);

    public static SyntaxTree Parse(string source, string path = "Net.cs", CSharpParseOptions? options = null) =>
        CSharpSyntaxTree.ParseText(source, options ?? LatestCSharp, path);

    public static CSharpCompilation Compile(params string[] sources) =>
        Compile([.. sources.Select((source, i) => Parse(source, $"Source{i}.cs"))]);

    public static CSharpCompilation Compile(params SyntaxTree[] trees) => Empty.AddSyntaxTrees(trees);
}
