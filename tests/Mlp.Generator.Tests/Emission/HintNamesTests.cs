using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Mlp.Generator.Emission;
using Mlp.Generator.Tests.Harness;

namespace Mlp.Generator.Tests.Emission;

/// <summary>Names of emitted files that a file system takes.</summary>
public sealed class HintNamesTests
{
    private const string Sizes = "500,500,500,500,500,500,500,500,500,500,500,500,500";
    private const string Constants = "WeightDecay = 0.00012345678901234567, L1 = 0.000012345678901234567, Beta1 = 0.12345678901234567, Beta2 = 0.98765432109876543";

    [Fact]
    public void Long_names_are_cut_and_told_apart()
    {
        string[] names = [.. new[] { "1e-3", "1e-4" }.SelectMany(epsilon => NetworkEmitter.Emit(
            Parsed.Network($"[Mlp.Mlp({Sizes}, Hidden = \"LeakyReLU\", Optimizer = \"AdamW\", {Constants}, Epsilon = {epsilon}, Initializer = \"GlorotUniform\")] partial class Net;"),
            CancellationToken.None).Select(file => file.HintName)).Distinct()];

        // The members, and for each shape the choice, three widths and steps.
        names.Count(Hints.IsShared).ShouldBe(2 * 5);
        names.Length.ShouldBe(1 + (2 * 5));
        names.ShouldAllBe(name => name.Length <= 255);
        names.Count(name => name.EndsWith(".V128.g.cs")).ShouldBe(2);
    }

    [Fact]
    public void A_network_may_have_the_name_of_another_ones_file_of_weights()
    {
        GeneratorRunResult run = Generating.Run(Compiling.Compile("""
            [Mlp.Mlp(4, 16, 3, Weights = "iris.safetensors")]
            partial class IrisNet
            {
                [Mlp.Mlp(4, 3)] partial class Weights;
            }
            """));

        string[] names = [.. run.GeneratedSources.Select(source => source.HintName).Where(name => name.StartsWith("IrisNet", System.StringComparison.Ordinal))];
        names.Length.ShouldBe(3);
        names.ShouldContain("IrisNet.g.cs");
        names.ShouldContain("IrisNet.Weights.g.cs");
    }
}
