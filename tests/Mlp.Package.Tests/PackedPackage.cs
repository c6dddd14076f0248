using System;
using System.Collections.Generic;
using System.IO;
using System.IO.Compression;
using System.Linq;
using System.Threading.Tasks;

namespace Mlp.Package.Tests;

/// <summary>The package and that of its templates, made once for all tests, and the temporary folder in which they work with it.</summary>
public sealed class PackedPackage : IAsyncLifetime
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("mlp-package-");

    /// <summary>A folder of packages that has these, and symbols, and no others.</summary>
    public string Feed => FolderOf("feed");

    /// <summary>A folder of that name among those that are deleted in the end.</summary>
    public string FolderOf(string name) => Path.Combine(_folder.FullName, name);

    public async Task InitializeAsync()
    {
        var clone = new Checkout(FolderOf("clone"));
        await clone.Pack("Mlp.Runtime", Feed);
        await clone.Pack("Mlp.Templates", Feed);
    }

    public Task DisposeAsync()
    {
        _folder.Delete(recursive: true);
        return Task.CompletedTask;
    }

    /// <summary>What a package of a feed holds for its users, by path: not what the format itself adds.</summary>
    /// <param name="feed">A folder with packages.</param>
    /// <param name="extension">nupkg, or snupkg for the symbols.</param>
    /// <param name="id">Which package.</param>
    public static IReadOnlyDictionary<string, byte[]> Content(string feed, string extension, string id = "Mlp")
    {
        using ZipArchive archive = ZipFile.OpenRead(Path.Combine(feed, $"{id}.{Surroundings.Version}.{extension}"));
        return archive.Entries.Where(entry => !IsOfTheFormat(entry.FullName)).ToDictionary(entry => entry.FullName, Bytes, StringComparer.Ordinal);
    }

    private static bool IsOfTheFormat(string path) =>
        path == "[Content_Types].xml" || path.StartsWith("_rels/", StringComparison.Ordinal) || path.StartsWith("package/", StringComparison.Ordinal);

    private static byte[] Bytes(ZipArchiveEntry entry)
    {
        using Stream stream = entry.Open();
        using var memory = new MemoryStream();
        stream.CopyTo(memory);
        return memory.ToArray();
    }
}
