using System;
using System.Linq;

namespace Mlp.Package.Tests;

/// <summary>What is in the package Mlp.SnapshotTesting: the generator of the package Mlp, and little more.</summary>
[Collection(PackageCollection.Name)]
public sealed class SnapshotTestingPackageTests(PackedPackage package)
{
    private const string Library = "lib/net10.0/Mlp.SnapshotTesting.dll";
    private const string Generator = "lib/net10.0/Mlp.Generator.dll";

    private readonly PackageContent _content = new(package.Feed, "Mlp.SnapshotTesting");

    [Fact]
    public void It_holds_what_users_need_and_nothing_else()
    {
        _content.Files.Keys.Order(StringComparer.Ordinal).ShouldBe(
        [
            "Mlp.SnapshotTesting.nuspec",
            "README.md",
            "icon.png",
            Generator,
            Library,
            "lib/net10.0/Mlp.SnapshotTesting.xml",
        ]);
        _content.Symbols.Keys.Order(StringComparer.Ordinal).ShouldBe(["Mlp.SnapshotTesting.nuspec", "lib/net10.0/Mlp.SnapshotTesting.pdb"]);
    }

    [Fact]
    public void Its_generator_is_the_one_that_builds_use_and_it_depends_on_that_version_alone()
    {
        _content.Files[Generator].ShouldBe(new PackageContent(package.Feed, "Mlp").Files["analyzers/dotnet/cs/Mlp.Generator.dll"]);
        _content.Dependencies.ShouldBe([$"Mlp.Onnx [{Surroundings.Version}]", $"Mlp [{Surroundings.Version}]", "Microsoft.CodeAnalysis.CSharp 4.14.0"]);
    }

    [Fact]
    public void Its_description_is_complete() => _content.ShouldBeDescribed();

    [Fact]
    public void Its_library_shows_one_namespace() => _content.PublicNamespaces(Library).ShouldBe(["Mlp.SnapshotTesting"]);

    [Fact]
    public void Its_symbols_are_those_of_the_library_and_link_to_its_sources() => _content.ShouldHaveSymbolsOf(Library);
}
