using System;
using System.Linq;

namespace Mlp.Package.Tests;

/// <summary>What is in the package Mlp.Search: one library on Orleans, which asks for no web server.</summary>
[Collection(PackageCollection.Name)]
public sealed class SearchPackageTests(PackedPackage package)
{
    private const string Library = "lib/net10.0/Mlp.Search.dll";

    private readonly PackageContent _content = new(package.Feed, "Mlp.Search");

    [Fact]
    public void It_holds_what_users_need_and_nothing_else()
    {
        _content.Files.Keys.Order(StringComparer.Ordinal).ShouldBe(["Mlp.Search.nuspec", "README.md", "icon.png", Library, "lib/net10.0/Mlp.Search.xml"]);
        _content.Symbols.Keys.Order(StringComparer.Ordinal).ShouldBe(["Mlp.Search.nuspec", "lib/net10.0/Mlp.Search.pdb"]);
    }

    [Fact]
    public void It_depends_on_the_package_Mlp_on_Orleans_and_on_what_speaks_to_PostgreSQL() => _content.Dependencies.ShouldBe(
        [
            $"Mlp {Surroundings.Version}",
            "Microsoft.Orleans.Client 10.4.2",
            "Microsoft.Orleans.Clustering.AdoNet 10.4.2",
            "Microsoft.Orleans.Persistence.AdoNet 10.4.2",
            "Microsoft.Orleans.Sdk 10.4.2",
            "Microsoft.Orleans.Server 10.4.2",
            "Npgsql 9.0.3",
        ],
        ignoreOrder: true);

    [Fact]
    public void It_asks_for_no_framework_beside_that_of_console_programs() => _content.Frameworks.ShouldBeEmpty();

    [Fact]
    public void Its_description_is_complete() => _content.ShouldBeDescribed();

    [Fact]
    public void Its_library_shows_one_namespace_beside_what_Orleans_generates() =>
        _content.PublicNamespaces(Library).Where(name => !name.StartsWith("OrleansCodeGen.", StringComparison.Ordinal)).ShouldBe(["Mlp.Searching"]);

    [Fact]
    public void Its_symbols_are_those_of_the_library_and_link_to_its_sources() => _content.ShouldHaveSymbolsOf(Library);
}
