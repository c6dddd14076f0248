using System;
using System.Linq;
using Mlp.Generator.Tests.Harness;
using Mlp.Testing;

namespace Mlp.Generator.Tests;

/// <summary>What a file that is compiled in knows beside its weights, and what it may lack.</summary>
public sealed class CompiledFileTests
{
    [Fact]
    public void Scaler_and_class_names_are_said_at_the_type() =>
        string.Join(' ', WeightsOf("zero").Split(["\n", "///", " "], StringSplitOptions.RemoveEmptyEntries)).ShouldContain(
            "<remarks> Of zero.safetensors: Its classes are {a &amp; b, c, d}. Its inputs must go through StandardScaler of 4 (…) first. </remarks> partial class Net");

    [Fact]
    public void Biases_that_are_missing_are_zero_where_the_item_says_so() =>
        WeightsOf("zero").ShouldContain("// layer 1, biases\n            0f, 0f, 0f, 0");

    [Fact]
    public void A_file_that_says_nothing_has_no_remark() => WeightsOf("keras").ShouldNotContain("remarks");

    private static string WeightsOf(string file)
    {
        GeneratorRun run = GeneratorHarness.Run(
            $"namespace Demo;\nusing Mlp;\n[Mlp(4, 3, Weights = \"{file}.safetensors\", Frozen = true)] public static partial class Net;",
            HarnessOptions.Default with { AdditionalFiles = WeightFiles.All });
        return run.Driver.GetRunResult().Results.Single().GeneratedSources.Single(source => source.HintName.EndsWith("Weights.g.cs", StringComparison.Ordinal))
            .SourceText.ToString().ReplaceLineEndings("\n");
    }
}
