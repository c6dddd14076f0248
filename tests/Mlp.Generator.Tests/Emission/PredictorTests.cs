using System.Collections.Generic;
using System.Linq;
using System;
using Microsoft.CodeAnalysis;
using Mlp.Generator.Tests.Harness;
using Mlp.Testing;

namespace Mlp.Generator.Tests.Emission;

/// <summary>A network that only predicts has no member, field or kernel of training, and compiles as every kind of type.</summary>
public sealed class PredictorTests
{
    private static readonly string[] Types =
    [
        "public sealed partial class Net;",
        "public partial struct Net;",
        "public sealed partial record Net;",
        "public partial record struct Net;",
        "public partial record Net { protected Net(Net other) { } }",
        "public sealed partial class Net { public Net(int size) { } }",
        "public partial struct Net { public Net(int size) { } }",
        "public partial struct Net(int size) { public int Size => size; }",
        "public partial class Net<T>;",
    ];

    private static readonly HarnessOptions Options = HarnessOptions.Strict with { AdditionalFiles = [WeightTexts.Counting("/project/w.safetensors", 3, 5, 2)] };

    public static TheoryData<string, string> Declarations
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (string type in Types)
            {
                data.Add(type, "");
                data.Add(type, ", Weights = \"w.safetensors\"");
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Declarations))]
    public void It_compiles_as_every_kind_of_type_without_a_warning(string type, string weights)
    {
        GeneratorRun run = GeneratorHarness.Run(Declare(type, weights + ", Trains = false"), Options).AssertClean();

        string[] members = [.. Members(run).Where(member => !member.IsImplicitlyDeclared).Select(member => member.Name).Distinct()];
        members.ShouldContain("SetParameters");
        members.Intersect(["Initialize", "Clone", "ComputeLoss", "ComputeGradient", "ComputeInputGradient", "Backpropagate", "TrainStep", "ApplyGradient", "_mlpSlice", "_mlpState"])
            .ShouldBeEmpty();
        Contracts(run).ShouldContain("IClassPredictor");
        Contracts(run).ShouldNotContain("INetwork");
    }

    [Fact]
    public void Its_kernels_are_those_of_the_frozen_network_and_half_of_the_trained_ones()
    {
        Dictionary<string, string> predicts = Kernels(", Trains = false");
        Dictionary<string, string> frozen = Kernels(", Weights = \"w.safetensors\", Frozen = true");

        predicts.ShouldBe(frozen);
        foreach (string text in predicts.Values)
        {
            text.ShouldNotContain("Train(");
            text.ShouldNotContain("Gradient");
        }

        // With the steps that they call.
        Characters(", Trains = false").ShouldBeLessThan(Characters("") * 6 / 10);
    }

    [Fact]
    public void What_a_frozen_network_says_of_training_changes_nothing() => Kernels(", Weights = \"w.safetensors\", Frozen = true, Trains = true")
        .ShouldBe(Kernels(", Weights = \"w.safetensors\", Frozen = true"));

    [Fact]
    public void Trains_may_be_said_where_it_is_the_default() =>
        Texts(", Trains = true").ShouldBe(Texts(""));

    private static string Declare(string type, string more) => $"using Mlp;\n\nnamespace Demo;\n\n/// <summary>A network.</summary>\n[Mlp(3, 5, 2, Hidden = \"ReLU\", Output = \"Softmax\"{more})]\n{type}\n";

    private static int Characters(string more) =>
        Texts(more).Where(file => Hints.IsShared(file.Key)).Sum(file => file.Value.Length);

    private static Dictionary<string, string> Kernels(string more) => Texts(more)
        .Where(file => Hints.IsShared(file.Key) && file.Key.Contains(".V", StringComparison.Ordinal))
        .ToDictionary(file => file.Key, file => file.Value);

    private static Dictionary<string, string> Texts(string more) => GeneratorHarness.Run(Declare(Types[0], more), Options).AssertClean().Sources
        .ToDictionary(source => source.HintName, source => source.SourceText.ToString());

    private static IEnumerable<ISymbol> Members(GeneratorRun run) => Net(run).GetMembers();

    private static IEnumerable<string> Contracts(GeneratorRun run) => Net(run).AllInterfaces.Select(contract => contract.Name);

    private static INamedTypeSymbol Net(GeneratorRun run) => run.Output.GetSymbolsWithName("Net").OfType<INamedTypeSymbol>().Single();
}
