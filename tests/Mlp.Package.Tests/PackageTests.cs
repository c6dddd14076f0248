using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Text;
using System.Threading.Tasks;
using System.Xml.Linq;

namespace Mlp.Package.Tests;

/// <summary>What is in the package, and that it is the same wherever it is made.</summary>
[Collection(PackageCollection.Name)]
public sealed class PackageTests(PackedPackage package)
{
    private const string Library = "lib/net10.0/Mlp.Runtime.dll";

    private static readonly Guid SourceLink = new("CC110556-A091-4D38-9FEC-25AB9A351A6A");

    private readonly IReadOnlyDictionary<string, byte[]> _content = PackedPackage.Content(package.Feed, "nupkg");
    private readonly IReadOnlyDictionary<string, byte[]> _symbols = PackedPackage.Content(package.Feed, "snupkg");

    [Fact]
    public void It_holds_what_users_need_and_nothing_else()
    {
        _content.Keys.Order(StringComparer.Ordinal).ShouldBe(
        [
            "Mlp.nuspec",
            "README.md",
            "analyzers/dotnet/cs/Mlp.Generator.CodeFixes.dll",
            "analyzers/dotnet/cs/Mlp.Generator.dll",
            "buildTransitive/net10.0/Mlp.targets",
            "icon.png",
            Library,
            "lib/net10.0/Mlp.Runtime.xml",
            "tools/net10.0/Mlp.Build.deps.json",
            "tools/net10.0/Mlp.Build.dll",
            "tools/net10.0/Mlp.Build.runtimeconfig.json",
            "tools/net10.0/Mlp.Runtime.dll",
        ]);
        _symbols.Keys.Order(StringComparer.Ordinal).ShouldBe(["Mlp.nuspec", "lib/net10.0/Mlp.Runtime.pdb"]);
    }

    [Fact]
    public void Its_description_is_complete_and_it_depends_on_nothing()
    {
        XElement metadata = XDocument.Load(new MemoryStream(_content["Mlp.nuspec"])).Root!.Elements().Single();
        string Of(string name) => metadata.Elements().Single(element => element.Name.LocalName == name).Value;

        Of("id").ShouldBe("Mlp");
        Of("version").ShouldBe(Surroundings.Version);
        Of("license").ShouldBe("MIT");
        Of("readme").ShouldBe("README.md");
        Of("icon").ShouldBe("icon.png");
        Of("description").ShouldNotBe("Package Description");
        metadata.Descendants().Where(element => element.Name.LocalName == "dependency").ShouldBeEmpty();
        XElement repository = metadata.Elements().Single(element => element.Name.LocalName == "repository");
        repository.Attribute("url")?.Value.ShouldStartWith(Checkout.Remote);
        repository.Attribute("commit")?.Value.ShouldBe(Checkout.Commit);
    }

    [Fact]
    public void The_library_says_that_it_may_be_trimmed_and_compiled_ahead_of_time()
    {
        using var file = new PEReader(new MemoryStream(_content[Library]));
        MetadataReader metadata = file.GetMetadataReader();

        string[] promises =
        [
            .. metadata.GetAssemblyDefinition().GetCustomAttributes()
                .Select(handle => Encoding.UTF8.GetString(metadata.GetBlobBytes(metadata.GetCustomAttribute(handle).Value))),
        ];

        promises.ShouldContain(value => value.Contains("IsTrimmable") && value.Contains("True"));
        promises.ShouldContain(value => value.Contains("IsAotCompatible") && value.Contains("True"));
    }

    [Fact]
    public void The_library_shows_only_what_is_meant_to_be_seen()
    {
        using var file = new PEReader(new MemoryStream(_content[Library]));
        MetadataReader metadata = file.GetMetadataReader();

        metadata.TypeDefinitions.Select(metadata.GetTypeDefinition)
            .Where(type => (type.Attributes & TypeAttributes.VisibilityMask) == TypeAttributes.Public)
            .Select(type => metadata.GetString(type.Namespace))
            .Distinct().Order(StringComparer.Ordinal)
            .ShouldBe(["Mlp", "Mlp.Initialization", "Mlp.Numerics", "Mlp.Optimizers", "Mlp.Serving", "Mlp.Storage", "Mlp.Training", "Mlp.Validation"]);
    }

    [Fact]
    public void The_symbols_are_those_of_the_library_and_link_to_its_sources()
    {
        using var file = new PEReader(new MemoryStream(_content[Library]));
        using MetadataReaderProvider provider = MetadataReaderProvider.FromPortablePdbStream(new MemoryStream(_symbols["lib/net10.0/Mlp.Runtime.pdb"]));
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

    [Fact]
    public void A_compiler_is_refused_that_is_older_than_what_the_generator_is_built_against()
    {
        using var file = new PEReader(new MemoryStream(_content["analyzers/dotnet/cs/Mlp.Generator.dll"]));
        MetadataReader metadata = file.GetMetadataReader();

        Version compiler = metadata.AssemblyReferences.Select(metadata.GetAssemblyReference)
            .Single(reference => metadata.GetString(reference.Name) == "Microsoft.CodeAnalysis").Version;

        Encoding.UTF8.GetString(_content["buildTransitive/net10.0/Mlp.targets"]).ShouldContain($"<_MlpLeastCompiler>{compiler.ToString(2)}<");
    }

    [Fact]
    public async Task It_is_the_same_from_another_folder()
    {
        string feed = package.FolderOf("other feed");
        await new Checkout(package.FolderOf("ein anderer, längerer Pfad")).Pack("Mlp.Runtime", feed);

        Differences(_content, PackedPackage.Content(feed, "nupkg")).ShouldBeEmpty();
        Differences(_symbols, PackedPackage.Content(feed, "snupkg")).ShouldBeEmpty();
    }

    private static IEnumerable<string> Differences(IReadOnlyDictionary<string, byte[]> one, IReadOnlyDictionary<string, byte[]> other) =>
        one.Keys.Union(other.Keys).Where(path => !one.TryGetValue(path, out byte[]? left) || !other.TryGetValue(path, out byte[]? right) || !left.SequenceEqual(right));
}
