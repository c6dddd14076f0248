using System;
using System.Linq;

namespace Mlp.Package.Tests;

/// <summary>What is in the package Mlp.Onnx: one library, which needs that very version of Mlp.</summary>
[Collection(PackageCollection.Name)]
public sealed class OnnxPackageTests(PackedPackage package)
{
    private const string Library = "lib/net10.0/Mlp.Onnx.dll";

    private readonly PackageContent _content = new(package.Feed, "Mlp.Onnx");

    [Fact]
    public void It_holds_what_users_need_and_nothing_else()
    {
        _content.Files.Keys.Order(StringComparer.Ordinal).ShouldBe(["Mlp.Onnx.nuspec", "README.md", "icon.png", Library, "lib/net10.0/Mlp.Onnx.xml"]);
        _content.Symbols.Keys.Order(StringComparer.Ordinal).ShouldBe(["Mlp.Onnx.nuspec", "lib/net10.0/Mlp.Onnx.pdb"]);
    }

    [Fact]
    public void It_depends_on_this_version_of_Mlp_and_on_what_reads_the_format() =>
        _content.Dependencies.ShouldBe(["Google.Protobuf 3.36.2", $"Mlp [{Surroundings.Version}]"], ignoreOrder: true);

    [Fact]
    public void Its_description_is_complete() => _content.ShouldBeDescribed();

    [Fact]
    public void Its_library_shows_two_namespaces() => _content.PublicNamespaces(Library).ShouldBe(["Mlp", "Mlp.Onnx"]);

    [Fact]
    public void Its_symbols_are_those_of_the_library_and_link_to_its_sources() => _content.ShouldHaveSymbolsOf(Library);
}
