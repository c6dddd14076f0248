using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Xml.Linq;

namespace Mlp.Package.Tests;

/// <summary>What is in the package of the templates, and which versions its solutions reference.</summary>
[Collection(PackageCollection.Name)]
public sealed class TemplatePackageTests(PackedPackage package)
{
    private const string Program = "content/Network/My-Network/";
    private const string Tests = "content/Network/My-Network.Tests/";

    private readonly IReadOnlyDictionary<string, byte[]> _content = new PackageContent(package.Feed, "Mlp.Templates").Files;

    [Fact]
    public void It_holds_the_template_and_nothing_else() => _content.Keys.Order(StringComparer.Ordinal).ShouldBe(
    [
        "Mlp.Templates.nuspec",
        "README.md",
        "content/Network/.template.config/template.json",
        Tests + "ModelTests.cs",
        Tests + "My-Network.Tests.csproj",
        Tests + "SamplesTests.cs",
        "content/Network/My-Network.slnx",
        Program + "CsvSamples.cs",
        Program + "Model.cs",
        Program + "My-Network.csproj",
        Program + "Network.cs",
        Program + "Program.cs",
        Program + "Samples.cs",
        Program + "iris.csv",
        Program + "model.safetensors",
        "content/Network/README.md",
        "icon.png",
    ]);

    [Fact]
    public void Its_description_is_complete_and_it_depends_on_nothing()
    {
        XElement metadata = Xml("Mlp.Templates.nuspec").Elements().Single();
        string Of(string name) => metadata.Elements().Single(element => element.Name.LocalName == name).Value;

        Of("id").ShouldBe("Mlp.Templates");
        Of("version").ShouldBe(Surroundings.Version);
        Of("license").ShouldBe("MIT");
        Of("readme").ShouldBe("README.md");
        Of("icon").ShouldBe("icon.png");
        Of("description").ShouldStartWith("dotnet new mlp");
        metadata.Descendants().Where(element => element.Name.LocalName == "dependency").ShouldBeEmpty();
        metadata.Descendants().Single(element => element.Name.LocalName == "packageType").Attribute("name")?.Value.ShouldBe("Template");
    }

    [Fact]
    public void A_new_program_references_the_packages_of_the_same_version_and_the_reader_that_the_samples_do() =>
        References(Xml(Program + "My-Network.csproj"))
            .ShouldBe([("CsvHelper", VersionsHere["CsvHelper"]), ("Mlp", Surroundings.Version), ("Mlp.Plots", Surroundings.Version)]);

    [Fact]
    public void New_tests_reference_what_the_tests_here_do()
    {
        List<(string Id, string Version)> references = References(Xml(Tests + "My-Network.Tests.csproj"));

        references.Count.ShouldBe(3);
        references.ShouldAllBe(reference => VersionsHere[reference.Id] == reference.Version);
    }

    private static Dictionary<string, string> VersionsHere => XElement.Load(Path.Combine(Repository.Root, "Directory.Packages.props"))
        .Descendants("PackageVersion").ToDictionary(Id, Version);

    private static List<(string Id, string Version)> References(XElement project) =>
        [.. project.Descendants("PackageReference").Select(reference => (Id(reference), Version(reference)))];

    private static string Id(XElement item) => item.Attribute("Include")!.Value;

    private static string Version(XElement item) => item.Attribute("Version")!.Value;

    private XElement Xml(string path) => XElement.Load(new MemoryStream(_content[path]));
}
