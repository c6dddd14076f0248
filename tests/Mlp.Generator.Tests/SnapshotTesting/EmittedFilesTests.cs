using System.Collections.Generic;
using System.IO;
using System.Linq;
using System;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis;
using Mlp.Generator.Tests.Harness;
using Mlp.SnapshotTesting;
using Mlp.Testing.WeightFiles;
using Mlp.Testing;

namespace Mlp.Generator.Tests.SnapshotTesting;

/// <summary>What users' snapshot tests are given: the files of a build, nothing in them that changes without the code.</summary>
public sealed class EmittedFilesTests
{
    private const string Xor = "using Mlp; namespace Demo; [Mlp(2, 3, 1)] public sealed partial class XorNet;";
    private const string Frozen = "[Mlp.Mlp(4, 16, 3, Output = \"Softmax\", Weights = \"iris.safetensors\", Frozen = true)] public static partial class FrozenNet;";

    [Fact]
    public void They_are_those_of_the_generator_in_the_order_of_their_names()
    {
        GeneratorRun run = GeneratorHarness.Run(Xor).AssertClean();

        EmittedFiles files = EmittedFiles.Of(Xor);

        files.Diagnostics.ShouldBeEmpty();
        files.Select(file => file.HintName).ShouldBe(run.Sources.Select(source => source.HintName));
        files.Count(IsOfNetwork).ShouldBe(5);
        files[0].HintName.ShouldBe("Demo.XorNet.g.cs");
        files["Demo.XorNet.g.cs"].ShouldBe(files[0].Text);
        foreach (EmittedFile file in files)
        {
            file.Text.Replace("{Scrubbed}", GeneratorVersion).ShouldBe(run.Source(file.HintName));
        }

        files.Count(file => file.Text.Contains("GeneratedCode(\"Mlp.Generator\", \"{Scrubbed}\")")).ShouldBe(files.Count - 1, "all but the members, which are the user's");
        files.ShouldAllBe(file => !file.Text.Contains(GeneratorVersion));
    }

    [Fact]
    public void The_driver_holds_the_texts_of_the_compiler()
    {
        GeneratorRunResult result = EmittedFiles.Of(Xor).Driver.GetRunResult().Results.ShouldHaveSingleItem();

        result.GeneratedSources.Length.ShouldBe(EmittedFiles.Of(Xor).Count);
        result.GeneratedSources.Count(source => source.SourceText.ToString().Contains($"\"{GeneratorVersion}\"")).ShouldBe(result.GeneratedSources.Length - 1);
    }

    [Fact]
    public void Line_feeds_of_the_source_make_no_difference()
    {
        EmittedFiles.Of(Xor.Replace("; ", ";\r\n")).ShouldBe(EmittedFiles.Of(Xor.Replace("; ", ";\n")));
    }

    [Theory]
    [InlineData("PyTorch/4-16-3-relu-softmax-f32.safetensors", "4, 16, 3", false)]
    [InlineData("ScikitLearn/8-12-5-identity-softmax-f64.safetensors", "8, 12, 5, Hidden = \"Identity\"", true)]
    public void Weight_files_are_given_as_bytes(string file, string network, bool isDouble)
    {
        byte[] content = File.ReadAllBytes(WeightFileReference.All.Single(known => known.ToString() == file).Path);

        EmittedFiles files = EmittedFiles.Of(Frozen.Replace("4, 16, 3", network), new() { WeightFiles = Iris(content), AllowDouble = isDouble });

        files.Diagnostics.ShouldBeEmpty();
        files.Count(IsOfNetwork).ShouldBe(6);
        files["FrozenNet.Weights.g.cs"].ShouldContain("iris.safetensors");
    }

    [Fact]
    public void Weights_that_are_not_there_or_refused_are_told_at_the_argument()
    {
        EmittedFiles missing = EmittedFiles.Of(Frozen);
        EmittedFiles refused = EmittedFiles.Of(Frozen, new() { WeightFiles = Iris([1, 2, 3]) });

        missing.Diagnostics[0].ToString().ShouldStartWith("Source.cs(1,");
        missing.Diagnostics[0].Id.ShouldBe("MLP0021");
        refused.Diagnostics[0].Id.ShouldBe("MLP0023");
        refused.Diagnostics[0].GetMessage().ShouldContain("The file has 3 bytes");
        refused.ShouldBeEmpty();
    }

    [Fact]
    public void A_wrong_declaration_emits_nothing_and_says_why()
    {
        EmittedFiles files = EmittedFiles.Of("using Mlp;\n[Mlp(4, 0)] public partial class Net;\n[Mlp(4, 1)] public class Other;");

        files.ShouldBeEmpty();
        files.Diagnostics.Select(diagnostic => diagnostic.Id).ShouldBe(["MLP0010", "MLP0001"]);
        Should.Throw<KeyNotFoundException>(() => files["Net.g.cs"]).Message.ShouldContain("MLP0010");
    }

    [Fact]
    public void What_the_compiler_says_is_told_too()
    {
        EmittedFiles forgotten = EmittedFiles.Of("[Mlp(4, 1)] public partial class Net;");
        EmittedFiles old = EmittedFiles.Of(Xor, new() { LanguageVersion = LanguageVersion.CSharp10 });

        forgotten.ShouldBeEmpty();
        forgotten.Diagnostics.ShouldContain(diagnostic => diagnostic.Id == "CS0246" || diagnostic.Id == "CS0616");
        old.Diagnostics.ShouldContain(diagnostic => diagnostic.Id == "MLP0007");
    }

    [Fact]
    public void What_the_project_says_to_all_files_is_said_here_too()
    {
        const string Source = """
            #if WIDE
            [Mlp(Sizes.Inputs, 1)] public partial class Net : Base { public List<Number> All => [(Number)Max(1, 2)]; }
            #endif
            """;
        var options = new EmissionOptions
        {
            ImplicitUsings = true,
            GlobalUsings = ["Mlp", "static System.Math", "Number = System.Single"],
            PreprocessorSymbols = ["WIDE"],
            AdditionalSources = ["public static class Sizes { public const int Inputs = 7; }", "public abstract class Base;"],
        };

        EmittedFiles files = EmittedFiles.Of(Source, options);

        files.Diagnostics.ShouldBeEmpty();
        files["Net.g.cs"].ShouldContain("InputSize = 7");
        EmittedFiles.Of(Source, options with { PreprocessorSymbols = [] }).ShouldBeEmpty();
        EmittedFiles.Of(Source, options with { ImplicitUsings = false }).Diagnostics.ShouldContain(diagnostic => diagnostic.Id == "CS0246");
        EmittedFiles.Of(Source, options with { GlobalUsings = [] }).Diagnostics.ShouldNotBeEmpty();
    }

    [Fact]
    public void Further_sources_are_told_of_after_the_text_and_their_networks_are_emitted()
    {
        EmittedFiles files = EmittedFiles.Of(
            "[Mlp.Mlp(4, 0)] partial class First;", new() { AdditionalSources = ["[Mlp.Mlp(0, 4)] partial class Second;", Xor] });

        files.Diagnostics.Select(diagnostic => (diagnostic.Id, diagnostic.Location.SourceTree!.FilePath))
            .ShouldBe([("MLP0010", "Source.cs"), ("MLP0010", "AdditionalSource1.cs")]);
        files.Count(IsOfNetwork).ShouldBe(5);
        Should.Throw<ArgumentException>(() => EmittedFiles.Of(Xor, new() { AdditionalSources = [null!] })).Message.ShouldContain("AdditionalSources");
        Should.Throw<ArgumentException>(() => EmittedFiles.Of(Xor, new() { PreprocessorSymbols = ["no symbol"] })).Message.ShouldContain("'no symbol'");
    }

    private static string GeneratorVersion => typeof(MlpGenerator).Assembly.GetName().Version!.ToString(fieldCount: 3);

    private static Dictionary<string, byte[]> Iris(byte[] content) => new() { ["models/iris.safetensors"] = content };

    /// <summary>Whether a file is a network's own; the others have steps.</summary>
    private static bool IsOfNetwork(EmittedFile file) => !Hints.IsOfSteps(file.HintName);
}
