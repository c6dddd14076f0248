using System;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace Mlp.SnapshotTesting;

/// <summary>What a compilation in this process references: the framework and Mlp.Runtime, nothing of the test's own baggage.</summary>
internal static class ConsumerReferences
{
    private static readonly Lazy<ImmutableArray<MetadataReference>> Found = new(Find);

    /// <summary>All of them, read once.</summary>
    public static ImmutableArray<MetadataReference> All => Found.Value;

    private static ImmutableArray<MetadataReference> Find()
    {
        string trusted = (string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!;
        string framework = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        return
        [
            .. trusted.Split(Path.PathSeparator)
                .Where(path => Path.GetDirectoryName(path) == framework)
                .Append(typeof(MlpAttribute).Assembly.Location)
                .Select(path => MetadataReference.CreateFromFile(path)),
        ];
    }
}
