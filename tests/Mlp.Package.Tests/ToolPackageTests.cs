using System;
using System.Linq;
using System.Text;

namespace Mlp.Package.Tests;

/// <summary>What is in the package Mlp.Tool: the command and all that it stands on, the generator of builds among them.</summary>
[Collection(PackageCollection.Name)]
public sealed class ToolPackageTests(PackedPackage package)
{
    private const string Folder = "tools/net10.0/any/";

    private readonly PackageContent _content = new(package.Feed, "Mlp.Tool");

    [Fact]
    public void It_holds_the_command_and_what_it_runs_on_and_nothing_else()
    {
        string[] parts =
        [
            "CsvHelper.dll",
            "DotnetToolSettings.xml",
            "Google.Protobuf.dll",
            "Microsoft.CodeAnalysis.CSharp.dll",
            "Microsoft.CodeAnalysis.dll",
            "Microsoft.ML.OnnxRuntime.dll",
            "Mlp.Generator.dll",
            "Mlp.Onnx.dll",
            "Mlp.Onnx.pdb",
            "Mlp.Runtime.dll",
            "Mlp.Runtime.pdb",
            "Mlp.SnapshotTesting.dll",
            "Mlp.SnapshotTesting.pdb",
            "Mlp.Tool.deps.json",
            "Mlp.Tool.dll",
            "Mlp.Tool.pdb",
            "Mlp.Tool.runtimeconfig.json",
            "Spectre.Console.Ansi.dll",
            "Spectre.Console.Cli.dll",
            "Spectre.Console.dll",
            "System.Numerics.Tensors.dll",
        ];

        _content.Files.Keys.Order(StringComparer.Ordinal).ShouldBe(["Mlp.Tool.nuspec", "README.md", "icon.png", .. parts.Select(part => Folder + part)]);
    }

    [Fact]
    public void Its_command_is_mlp_and_it_depends_on_nothing()
    {
        Encoding.UTF8.GetString(_content.Files[Folder + "DotnetToolSettings.xml"]).ShouldContain("<Command Name=\"mlp\" EntryPoint=\"Mlp.Tool.dll\"");
        _content.Dependencies.ShouldBeEmpty();
    }

    [Fact]
    public void Its_generator_is_the_one_that_builds_use() =>
        _content.Files[Folder + "Mlp.Generator.dll"].ShouldBe(new PackageContent(package.Feed, "Mlp").Files["analyzers/dotnet/cs/Mlp.Generator.dll"]);

    [Fact]
    public void Its_description_is_complete() => _content.ShouldBeDescribed();

    [Fact]
    public void Its_symbols_are_those_of_the_program_and_link_to_its_sources() => _content.ShouldHaveSymbolsOf(Folder + "Mlp.Tool.dll");
}
