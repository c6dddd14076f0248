using System;
using System.Linq;
using System.Text.RegularExpressions;
using Mlp.Generator.Tests.Harness;
using Mlp.Testing;

namespace Mlp.Generator.Tests.Emission;

/// <summary>The kernels of a deterministic network have no word whose bits depend on the hardware, and those of other networks none of its words.</summary>
public sealed partial class DeterministicEmissionTests
{
    public static TheoryData<string> Networks => new(
    [
        "[Mlp.Mlp(4, 16, 3, Output = \"Softmax\"{0})]",
        "[Mlp.Mlp(8, 32, 32, 4, Hidden = \"Tanh\", Optimizer = \"Adam\"{0})]",
        "[Mlp.Mlp(33, 129, 20, 40, Hidden = \"GELU, ELU(0.5)\", Output = \"Softmax\", Loss = \"SquaredError\"{0})]",
        "[Mlp.Mlp(784, 128, 10, Hidden = \"PReLU\", Output = \"Sigmoid\"{0})]",
        "[Mlp.Mlp(5, 7, 1, Hidden = \"Softplus\", Output = \"Exp\", Trains = false{0})]",
        "[Mlp.Network(9, 9, 2, Output = \"Softmax\"{0}), Mlp.Affine(0.5, 1), Mlp.Conv(5, 3), Mlp.AveragePool(2), Mlp.Dropout(0.5), Mlp.Dense(3)]",
    ]);

    [Theory]
    [MemberData(nameof(Networks))]
    public void No_sum_goes_across_lanes_and_no_product_is_fused(string declaration)
    {
        string[] texts = Texts(declaration, ", Deterministic = true");

        texts.ShouldAllBe(text => !Ambiguous().IsMatch(text));
        texts.ShouldContain(text => text.Contains("DeterministicVectors512"));
        texts.ShouldContain(text => text.Contains("IsDeterministic = true"));
        texts.ShouldAllBe(text => !text.Contains("ref slice.Work(TrainingFloats), ref parameters.Start"));
    }

    [Theory]
    [MemberData(nameof(Networks))]
    public void Other_networks_have_nothing_of_it(string declaration)
    {
        string[] texts = Texts(declaration, "");

        texts.ShouldAllBe(text => !text.Contains("Deterministic", StringComparison.Ordinal) && !text.Contains("InTurn", StringComparison.Ordinal));
        Texts(declaration, ", Deterministic = false").ShouldBe(texts);
    }

    [Fact]
    public void It_is_part_of_a_shape_and_of_the_normal_form()
    {
        string[] names = [.. GeneratorHarness.Run("[Mlp.Mlp(4, 3)] public sealed partial class A; [Mlp.Mlp(4, 3, Deterministic = true)] public sealed partial class B;")
            .AssertClean().Sources.Select(source => source.HintName)];

        names.ShouldContain("Mlp.Generated.Net4_Dense3_Identity_SquaredError.g.cs");
        names.ShouldContain("Mlp.Generated.Net4_Dense3_Identity_SquaredError_Deterministic.g.cs");
        Texts("[Mlp.Mlp(4, 3{0})]", ", Deterministic = true").ShouldContain(text => text.Contains("Output = \"Identity\", Deterministic = true"));
    }

    private static string[] Texts(string declaration, string argument) =>
    [
        .. GeneratorHarness.Run(declaration.Replace("{0}", argument) + " public sealed partial class Net;").AssertClean().Sources
            .Where(source => Hints.IsShared(source.HintName))
            .Select(source => source.SourceText.ToString()),
    ];

    [GeneratedRegex(@"(?<!Deterministic)Vectors(128|256|512)\b|(?<!Deterministic)VectorMath\.|VectorLanes\.(Sum|SumTogether)\(|LaneDots|BiasSums\.Of(Lanes|Planes)|(?<!\w)PlaneDots|AverageOfOne<")]
    private static partial Regex Ambiguous();
}
