using System;
using System.Linq;

namespace Mlp.Package.Tests;

/// <summary>What is in the package Mlp.Plots: one library with a font inside, and the licence of that font.</summary>
[Collection(PackageCollection.Name)]
public sealed class PlotsPackageTests(PackedPackage package)
{
    private const string Library = "lib/net10.0/Mlp.Plots.dll";

    private readonly PackageContent _content = new(package.Feed, "Mlp.Plots");

    [Fact]
    public void It_holds_what_users_need_and_nothing_else()
    {
        _content.Files.Keys.Order(StringComparer.Ordinal).ShouldBe(
        [
            "Fonts/OFL.txt",
            "Mlp.Plots.nuspec",
            "README.md",
            "icon.png",
            Library,
            "lib/net10.0/Mlp.Plots.xml",
        ]);
        _content.Symbols.Keys.Order(StringComparer.Ordinal).ShouldBe(["Mlp.Plots.nuspec", "lib/net10.0/Mlp.Plots.pdb"]);
    }

    [Fact]
    public void It_depends_on_the_package_Mlp_and_on_what_draws() => _content.Dependencies.ShouldBe([$"Mlp {Surroundings.Version}", "ScottPlot 5.1.59"]);

    [Fact]
    public void Its_description_is_complete_and_names_the_licence_of_the_font() => _content.ShouldBeDescribed(license: "MIT AND OFL-1.1");

    [Fact]
    public void Its_library_shows_one_namespace() => _content.PublicNamespaces(Library).ShouldBe(["Mlp.Plots"]);

    [Fact]
    public void Its_symbols_are_those_of_the_library_and_link_to_its_sources() => _content.ShouldHaveSymbolsOf(Library);
}
