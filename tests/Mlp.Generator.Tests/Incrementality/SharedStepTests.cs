using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Mlp.Generator.Tests.Harness;

namespace Mlp.Generator.Tests.Incrementality;

/// <summary>A step that several networks have is emitted once, and stays where it was when one of them changes.</summary>
public sealed partial class SharedStepTests
{
    private const string Small = "using Mlp; [Mlp(40, 24, 24, 3, Output = \"Softmax\")] public sealed partial class SmallNet;";
    private const string Large = "using Mlp; [Mlp(90, 24, 24, 5)] public sealed partial class LargeNet;";
    private const string Other = "static class Program { static void Main() { } }";

    [Fact]
    public void Equal_steps_of_different_networks_are_emitted_once()
    {
        string[] sizes = ["40, 24, 24, 3", "90, 24, 24, 5", "40, 24, 10", "7, 24, 24, 1", "40, 24, 3"];
        string[] activations = ["ReLU", "Tanh", "GELU"];
        string source = string.Concat(sizes.SelectMany(layers => activations.Select(activation =>
            $"[Mlp.Mlp({layers}, Hidden = \"{activation}\")] public sealed partial class Net{activation}{layers.Replace(", ", "_")};\n")));

        GeneratorRunResult result = Generating.Run(Compiling.Compile(source));

        string[] steps = [.. result.GeneratedSources.Where(IsStep).Select(file => BodyOf(file.SourceText.ToString()))];
        steps.Length.ShouldBeGreaterThan(40);
        steps.ShouldBeUnique();
        int uses = result.GeneratedSources.Where(file => !IsStep(file)).Sum(file => Import().Count(file.SourceText.ToString()));
        uses.ShouldBeGreaterThan(3 * 2 * steps.Length, "a step is used at three widths, most steps by several networks");
    }

    [Fact]
    public void Every_step_is_used_and_every_use_is_there()
    {
        GeneratorRunResult result = Generating.Run(Compiling.Compile(Small, Large, Other));

        string[] there = [.. result.GeneratedSources.Where(IsStep).Select(file => file.HintName)];
        string[] used = [.. result.GeneratedSources.SelectMany(file => Import().Matches(file.SourceText.ToString())).Select(import => Hints.OfStep(import.Groups[1].Value)).Distinct()];
        used.ShouldBe(there, ignoreOrder: true);
    }

    [Theory]
    [InlineData("40, 25, 24, 3")]
    [InlineData("40, 25, 25, 3")]
    [InlineData("41, 24, 24, 5")]
    [InlineData("0, 24")]
    public void An_edit_of_the_network_that_a_step_stands_with_leaves_the_other_ones_files_alone(string sizes)
    {
        CSharpCompilation before = Compiling.Compile(Small, Large, Other);
        GeneratorDriver driver = Generating.Driver().RunGenerators(before);
        Dictionary<string, string> first = FilesOf(driver);
        SyntaxTree tree = before.SyntaxTrees[0];

        driver = driver.RunGenerators(before.ReplaceSyntaxTree(tree, Compiling.Parse(Small.Replace("40, 24, 24, 3", sizes), tree.FilePath)));

        Dictionary<string, string> second = FilesOf(driver);
        string[] ofLarge = [.. FilesOf(Generating.Driver().RunGenerators(Compiling.Compile(Large, Other))).Keys];
        ofLarge.Select(file => second[file]).ShouldBe(ofLarge.Select(file => first[file]));
        string[] emitted = EmittedAgain(driver);
        emitted.Intersect(ofLarge).ShouldAllBe(file => Hints.IsStep(file));

        // What the edited network neither had nor has is not touched at all.
        string[] ofSmall = [.. FilesOf(Generating.Driver().RunGenerators(Compiling.Compile(Small, Small.Replace("40, 24, 24, 3", sizes).Replace("SmallNet", "Edited"), Other))).Keys];
        emitted.Intersect(ofLarge).Except(ofSmall).ShouldBeEmpty();
    }

    [Fact]
    public void One_more_network_emits_its_own_files_and_the_steps_that_nobody_had()
    {
        CSharpCompilation before = Compiling.Compile(Small, Large, Other);
        GeneratorDriver driver = Generating.Driver().RunGenerators(before);
        string[] first = [.. FilesOf(driver).Keys];
        SyntaxTree tree = before.SyntaxTrees[2];

        driver = driver.RunGenerators(before.ReplaceSyntaxTree(tree, Compiling.Parse(Large.Replace("90", "91").Replace("LargeNet", "LastNet"), tree.FilePath)));

        string[] emitted = EmittedAgain(driver);
        emitted.ShouldBe(FilesOf(driver).Keys.Except(first), ignoreOrder: true);
        emitted.Count(file => !Hints.IsStep(file)).ShouldBe(5);
        emitted.Count(Hints.IsStep).ShouldBe(3, "of its first layer: forward, one sample, update");
    }

    /// <summary>The files that the last run emitted anew or for the first time.</summary>
    private static string[] EmittedAgain(GeneratorDriver driver) =>
    [
        .. Generating.Result(driver).TrackedOutputSteps.SelectMany(pair => pair.Value).SelectMany(step => step.Outputs)
            .Where(output => output.Reason is IncrementalStepRunReason.New or IncrementalStepRunReason.Modified)
            .SelectMany(output => HintsOf(output.Value)),
    ];

    // What an output step holds is not public: sources of a hint and a text, and diagnostics.
    private static IEnumerable<string> HintsOf(object value)
    {
        var sources = (System.Collections.IEnumerable)((System.Runtime.CompilerServices.ITuple)value)[0]!;
        foreach (object source in sources)
        {
            yield return (string)source.GetType().GetProperty("HintName")!.GetValue(source)!;
        }
    }

    private static Dictionary<string, string> FilesOf(GeneratorDriver driver) =>
        Generating.Result(driver).GeneratedSources.ToDictionary(file => file.HintName, file => file.SourceText.ToString());

    private static bool IsStep(GeneratedSourceResult file) => Hints.IsStep(file.HintName);

    private static string BodyOf(string text) => text[text.IndexOf("\n{\n", StringComparison.Ordinal)..];

    [GeneratedRegex(@"^using \w+ = (\w+_[0-9a-f]{16});$", RegexOptions.Multiline)]
    private static partial Regex Import();
}
