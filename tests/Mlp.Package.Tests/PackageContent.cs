using System;
using System.Collections.Generic;
using System.IO;
using System.IO.Compression;
using System.Linq;
using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Text;
using System.Xml.Linq;

namespace Mlp.Package.Tests;

/// <summary>What a package holds for its users, by path: not what the format itself adds.</summary>
/// <param name="feed">A folder with packages.</param>
/// <param name="id">The package.</param>
internal sealed class PackageContent(string feed, string id)
{
    private static readonly Guid SourceLink = new("CC110556-A091-4D38-9FEC-25AB9A351A6A");

    public IReadOnlyDictionary<string, byte[]> Files { get; } = Read(feed, id, "nupkg");

    public IReadOnlyDictionary<string, byte[]> Symbols => Read(feed, id, "snupkg");

    /// <summary>The packages that it depends on, with their versions.</summary>
    public IEnumerable<string> Dependencies => Description.Descendants().Where(element => element.Name.LocalName == "dependency")
        .Select(element => $"{element.Attribute("id")!.Value} {element.Attribute("version")!.Value}");

    /// <summary>The frameworks beside .NET's own that a program needs for it.</summary>
    public IEnumerable<string> Frameworks => Description.Descendants().Where(element => element.Name.LocalName == "frameworkReference").Select(element => element.Attribute("name")!.Value);

    private XElement Description => XDocument.Load(new MemoryStream(Files[id + ".nuspec"])).Root!.Elements().Single();

    /// <summary>The namespaces in which a library of the package has public types.</summary>
    public IEnumerable<string> PublicNamespaces(string library)
    {
        using var file = new PEReader(new MemoryStream(Files[library]));
        MetadataReader metadata = file.GetMetadataReader();
        return
        [
            .. metadata.TypeDefinitions.Select(metadata.GetTypeDefinition)
                .Where(type => (type.Attributes & TypeAttributes.VisibilityMask) == TypeAttributes.Public)
                .Select(type => metadata.GetString(type.Namespace))
                .Distinct().Order(StringComparer.Ordinal)
        ];
    }

    /// <summary>The paths at which two packages differ.</summary>
    public IEnumerable<string> Differences(PackageContent other) => [.. Differences(Files, other.Files), .. Differences(Symbols, other.Symbols)];

    public void ShouldBeDescribed(string license = "MIT")
    {
        string Of(string name) => Description.Elements().Single(element => element.Name.LocalName == name).Value;

        Of("id").ShouldBe(id);
        Of("version").ShouldBe(Surroundings.Version);
        Of("license").ShouldBe(license);
        Of("readme").ShouldBe("README.md");
        Of("icon").ShouldBe("icon.png");
        Of("description").ShouldNotBe("Package Description");
        XElement repository = Description.Elements().Single(element => element.Name.LocalName == "repository");
        repository.Attribute("url")?.Value.ShouldStartWith(Checkout.Remote);
        repository.Attribute("commit")?.Value.ShouldBe(Checkout.Commit);
    }

    /// <summary>Asserts that the symbols are those of the library and link to its sources.</summary>
    public void ShouldHaveSymbolsOf(string library)
    {
        using var file = new PEReader(new MemoryStream(Files[library]));
        using MetadataReaderProvider provider = MetadataReaderProvider.FromPortablePdbStream(new MemoryStream(Symbols[Path.ChangeExtension(library, "pdb")]));
        MetadataReader symbols = provider.GetMetadataReader();

        CodeViewDebugDirectoryData wanted = file.ReadCodeViewDebugDirectoryData(file.ReadDebugDirectory().Single(entry => entry.Type == DebugDirectoryEntryType.CodeView));
        new BlobContentId(symbols.DebugMetadataHeader!.Id).Guid.ShouldBe(wanted.Guid);
        symbols.Documents.Select(handle => symbols.GetString(symbols.GetDocument(handle).Name)).ShouldAllBe(path => path.StartsWith("/_/src/"));
        string link = symbols.CustomDebugInformation.Select(symbols.GetCustomDebugInformation)
            .Where(information => symbols.GetGuid(information.Kind) == SourceLink)
            .Select(information => Encoding.UTF8.GetString(symbols.GetBlobBytes(information.Value)))
            .Single();
        link.ShouldContain($"\"/_/*\":\"https://raw.githubusercontent.com/strangers/mlp/{Checkout.Commit}/*\"");
    }

    private static Dictionary<string, byte[]> Read(string feed, string id, string extension)
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

    private static IEnumerable<string> Differences(IReadOnlyDictionary<string, byte[]> one, IReadOnlyDictionary<string, byte[]> other) =>
        one.Keys.Union(other.Keys).Where(path => !one.TryGetValue(path, out byte[]? left) || !other.TryGetValue(path, out byte[]? right) || !left.SequenceEqual(right));
}
