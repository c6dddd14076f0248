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

        string[] texts = [.. result.GeneratedSources.Select(file => file.SourceText.ToString())];
        string[] steps = [.. texts.SelectMany(StepsIn).Select(step => step.Body)];
        steps.Length.ShouldBeGreaterThan(40);
        steps.ShouldBeUnique();
        int uses = texts.Sum(text => Import().Count(text));
        uses.ShouldBeGreaterThan(3 * 2 * steps.Length, "a step is used at three widths, most steps by several networks");
    }

    [Fact]
    public void Every_step_is_used_and_every_use_is_there()
    {
        GeneratorRunResult result = Generating.Run(Compiling.Compile(Small, Large, Other));

        string[] texts = [.. result.GeneratedSources.Select(file => file.SourceText.ToString())];
        string[] there = [.. texts.SelectMany(StepsIn).Select(step => step.Name)];
        string[] used = [.. texts.SelectMany(text => Import().Matches(text)).Select(import => import.Groups[1].Value).Distinct()];
        used.ShouldBe(there, ignoreOrder: true);
    }

    [Theory]
    [InlineData("40, 25, 24, 3")]
    [InlineData("40, 25, 25, 3")]
    [InlineData("41, 24, 24, 5")]
    [InlineData("0, 24")]
    public void An_edit_of_the_network_that_a_step_stands_with_moves_the_step_and_leaves_all_else_alone(string sizes)
    {
        CSharpCompilation before = Compiling.Compile(Small, Large, Other);
        GeneratorDriver driver = Generating.Driver().RunGenerators(before);
        Dictionary<string, string> first = FilesOf(driver);
        SyntaxTree tree = before.SyntaxTrees[0];

        driver = driver.RunGenerators(before.ReplaceSyntaxTree(tree, Compiling.Parse(Small.Replace("40, 24, 24, 3", sizes), tree.FilePath)));

        Dictionary<string, string> second = FilesOf(driver);
        Dictionary<string, string> large = FilesOf(Generating.Driver().RunGenerators(Compiling.Compile(Large, Other)));
        string[] ofLarge = [.. large.Keys.Where(file => !Hints.IsOfSteps(file))];
        ofLarge.Select(file => second[file]).ShouldBe(ofLarge.Select(file => first[file]));
        string[] emitted = EmittedAgain(driver);
        emitted.Intersect(ofLarge).ShouldBeEmpty();

        // The file of its steps has them all, or those that the other one does not have; if that did not change, it is not emitted again.
        string steps = large.Keys.Single(Hints.IsOfSteps);
        emitted.Contains(steps).ShouldBe(second[steps] != first[steps]);
        StepsIn(large[steps]).ShouldBe(second.Values.SelectMany(StepsIn).Intersect(StepsIn(large[steps])), ignoreOrder: true);
    }

    [Fact]
    public void An_edit_that_moves_no_step_emits_nothing_of_another_network()
    {
        CSharpCompilation before = Compiling.Compile(Small, Large, Other);
        GeneratorDriver driver = Generating.Driver().RunGenerators(before);
        SyntaxTree tree = before.SyntaxTrees[1];
        string[] ofSmall = [.. FilesOf(Generating.Driver().RunGenerators(Compiling.Compile(Small, Other))).Keys];

        driver = driver.RunGenerators(before.ReplaceSyntaxTree(tree, Compiling.Parse(Large.Replace("90, 24, 24, 5", "90, 25, 24, 5"), tree.FilePath)));

        EmittedAgain(driver).Intersect(ofSmall).ShouldBeEmpty();
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
        emitted.Length.ShouldBe(6);
        StepsIn(FilesOf(driver)[emitted.Single(Hints.IsOfSteps)]).Count().ShouldBe(3, "of its first layer: forward, one sample, update");
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

    private static IEnumerable<(string Name, string Body)> StepsIn(string text) =>
        Step().Matches(text).Select(step => (step.Groups[1].Value, step.Groups[2].Value));

    [GeneratedRegex(@"^using \w+ = (\w+_[0-9a-f]{16});$", RegexOptions.Multiline)]
    private static partial Regex Import();

    [GeneratedRegex(@"^internal static class (\w+_[0-9a-f]{16})$(.*?)^}$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Step();
}
