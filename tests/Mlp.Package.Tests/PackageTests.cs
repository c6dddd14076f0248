using System;
using System.IO;
using System.Linq;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Text;
using System.Threading.Tasks;

namespace Mlp.Package.Tests;

/// <summary>What is in the package Mlp, and that it is the same wherever it is made.</summary>
[Collection(PackageCollection.Name)]
public sealed class PackageTests(PackedPackage package)
{
    private const string Library = "lib/net10.0/Mlp.Runtime.dll";

    private readonly PackageContent _content = new(package.Feed, "Mlp");

    [Fact]
    public void It_holds_what_users_need_and_nothing_else()
    {
        _content.Files.Keys.Order(StringComparer.Ordinal).ShouldBe(
        [
            "Mlp.nuspec",
            "README.md",
            "analyzers/dotnet/cs/Mlp.Generator.CodeFixes.dll",
            "analyzers/dotnet/cs/Mlp.Generator.dll",
            "buildTransitive/net10.0/Mlp.GeneratorSpeaks.globalconfig",
            "buildTransitive/net10.0/Mlp.targets",
            "icon.png",
            Library,
            "lib/net10.0/Mlp.Runtime.xml",
            "tools/net10.0/Google.Protobuf.dll",
            "tools/net10.0/Mlp.Build.deps.json",
            "tools/net10.0/Mlp.Build.dll",
            "tools/net10.0/Mlp.Build.runtimeconfig.json",
            "tools/net10.0/Mlp.Onnx.dll",
            "tools/net10.0/Mlp.Runtime.dll",
        ]);
        _content.Symbols.Keys.Order(StringComparer.Ordinal).ShouldBe(["Mlp.nuspec", "lib/net10.0/Mlp.Runtime.pdb"]);
    }

    [Fact]
    public void Its_description_is_complete_and_it_depends_on_nothing()
    {
        _content.ShouldBeDescribed();
        _content.Dependencies.ShouldBeEmpty();
    }

    [Fact]
    public void The_library_says_that_it_may_be_trimmed_and_compiled_ahead_of_time()
    {
        using var file = new PEReader(new MemoryStream(_content.Files[Library]));
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
    public void The_library_shows_only_what_is_meant_to_be_seen() => _content.PublicNamespaces(Library)
        .ShouldBe(["Mlp", "Mlp.CompilerServices", "Mlp.Crowds", "Mlp.Evolution", "Mlp.Initialization", "Mlp.Serving", "Mlp.Training"]);

    [Fact]
    public void The_symbols_are_those_of_the_library_and_link_to_its_sources() => _content.ShouldHaveSymbolsOf(Library);

    [Fact]
    public void A_compiler_is_refused_that_is_older_than_what_the_generator_is_built_against()
    {
        using var file = new PEReader(new MemoryStream(_content.Files["analyzers/dotnet/cs/Mlp.Generator.dll"]));
        MetadataReader metadata = file.GetMetadataReader();

        Version compiler = metadata.AssemblyReferences.Select(metadata.GetAssemblyReference)
            .Single(reference => metadata.GetString(reference.Name) == "Microsoft.CodeAnalysis").Version;

        Encoding.UTF8.GetString(_content.Files["buildTransitive/net10.0/Mlp.targets"]).ShouldContain($"<_MlpLeastCompiler>{compiler.ToString(2)}<");
    }

    [Fact]
    public async Task It_is_the_same_from_another_folder_and_so_are_the_other_packages()
    {
        string feed = package.FolderOf("other feed");
        var clone = new Checkout(package.FolderOf("ein anderer, längerer Pfad"));
        await clone.Pack(feed, "Mlp.Runtime", "Mlp.Onnx", "Mlp.Plots", "Mlp.Search", "Mlp.SnapshotTesting", "Mlp.Tool");

        foreach (string id in (string[])["Mlp", "Mlp.Onnx", "Mlp.Plots", "Mlp.Search", "Mlp.SnapshotTesting", "Mlp.Tool"])
        {
            new PackageContent(package.Feed, id).Differences(new PackageContent(feed, id)).ShouldBeEmpty();
        }
    }
}
