using System.Linq;
using System;
using Microsoft.CodeAnalysis.Text;
using Microsoft.CodeAnalysis;
using Mlp.Generator.Tests.Harness;
using Mlp.Testing;

namespace Mlp.Generator.Tests.Emission;

/// <summary>Every emitted file compiles without a warning for the strictest consumer.</summary>
public sealed class CompiledTextTests
{
    /// <summary>Every activation and loss, every order of weights, every batch plan, every kind of loop.</summary>
    private static readonly string[] Networks =
    [
        "4, 16, 3, Output = \"Softmax\"",
        "4, 1, Output = \"Sigmoid\"",
        "1, 1, Output = \"Exp\"",
        "3, 3, Output = \"Softmax\", Loss = \"SquaredError\", Initializer = \"HeNormal\"",
        "7, 33, 5, 17, 2, Hidden = \"LeakyReLU\", Output = \"Sigmoid\"",
        "8, 32, 32, 4, Hidden = \"Tanh\", Output = \"Sigmoid\", Loss = \"SquaredError\"",
        "5, 40, 40, 1, Hidden = \"GELU\", Output = \"SiLU\"",
        "31, 65, 9, Hidden = \"SiLU\", Output = \"GELU\"",
        "64, 32, 10, Hidden = \"ELU\", Output = \"ELU\"",
        "100, 3, 100, Hidden = \"Softplus\", Output = \"ArcTan\"",
        "784, 128, 10, Hidden = \"Sigmoid\", Output = \"Softmax\"",
        "300, 200, 20, Hidden = \"ArcTan\", Output = \"Exp\", Loss = \"SquaredError\"",
        "4096, 17, 4096, Hidden = \"Identity\", Output = \"Softplus\"",
        "8, 32, 32, 4, Hidden = \"Tanh\", Output = \"Sigmoid\", Math = \"Fast\"",
        "7, 33, 5, Hidden = \"Softplus\", Output = \"Softmax\", Math = \"Fast\"",
        "31, 65, 9, Hidden = \"SiLU\", Output = \"ELU\", Math = \"Fast\"",
        "7, 33, 33, 5, Hidden = \"LeakyReLU(0.1), ELU(0.5)\", Output = \"LeakyReLU(3)\"",
        "31, 65, 65, 40, 9, Hidden = \"ELU(2), Tanh, LeakyReLU(1e-05)\", Output = \"ELU(1e+20)\", Math = \"Fast\"",
        "9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, Output = \"Tanh\"",
    ];

    [Theory]
    [InlineData(NullableContextOptions.Disable, true)]
    [InlineData(NullableContextOptions.Enable, false)]
    public void Diverse_networks_compile_without_a_warning(NullableContextOptions nullable, bool checkOverflow)
    {
        HarnessOptions options = HarnessOptions.Strict with { Nullable = nullable, CheckOverflow = checkOverflow, Documentation = DocumentationMode.Diagnose };
        string source = string.Concat(Networks.Select((arguments, index) =>
            $"/// <summary>A network.</summary>\n[Mlp.Mlp({arguments})] public sealed partial class Net{index};\n"));

        GeneratorRun run = GeneratorHarness.Run(source, options).AssertClean();

        run.Sources.Count(file => !Hints.IsShared(file.HintName)).ShouldBe(Networks.Length);
        run.Sources.Count(file => Hints.IsShared(file.HintName) && !Hints.IsOfSteps(file.HintName)).ShouldBe(Networks.Length * 4);
        Unsilenced(run).ShouldBeEmpty();
    }

    /// <summary>33 and 200 layers; twelve different ones, with all that an optimizer has; wide layers, in the middle and at either end; many parameters.</summary>
    private static readonly string[] NetworksPastTheLimits =
    [
        Layers(33),
        Layers(200) + ", Hidden = \"Tanh\", Optimizer = \"Nesterov\"",
        Layers(512) + ", Hidden = \"GELU\", Optimizer = \"Adam\"",
        "5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, Output = \"Softmax\", Optimizer = \"AdamW\", L1 = 0.1",
        "3, 5000, 1, Output = \"Sigmoid\"",
        "5000, 3",
        "3, 100_000, Output = \"Softmax\", Loss = \"SquaredError\"",
        "2500, 2000, 1, Optimizer = \"RMSProp\"",
        "8000, 7998, 1, Hidden = \"SiLU\", Output = \"Exp\", Optimizer = \"Adam\"",
        "12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, Trains = false",
    ];

    [Theory]
    [InlineData(NullableContextOptions.Disable, true)]
    [InlineData(NullableContextOptions.Enable, false)]
    public void Networks_past_the_limits_of_kernels_compile_without_a_warning_and_have_no_kernels(NullableContextOptions nullable, bool checkOverflow)
    {
        HarnessOptions options = HarnessOptions.Strict with { Nullable = nullable, CheckOverflow = checkOverflow, Documentation = DocumentationMode.Diagnose };
        string source = string.Concat(NetworksPastTheLimits.Select((arguments, index) =>
            $"/// <summary>A network.</summary>\n[Mlp.Mlp({arguments})] public sealed partial class Net{index};\n"));

        GeneratorRun run = GeneratorHarness.Run(source, options).AssertClean();

        run.Sources.Length.ShouldBe(NetworksPastTheLimits.Length * 2);
        run.Sources.ShouldAllBe(file => file.HintName.Length < 200);
        Unsilenced(run).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("")]
    [InlineData(", Trains = false")]
    [InlineData(", Frozen = true")]
    public void A_network_past_the_limits_of_kernels_may_have_its_weights_compiled_in(string use)
    {
        const string Sizes = "1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12";
        int[] sizes = [.. Enumerable.Range(1, 12)];
        HarnessOptions options = HarnessOptions.Strict with { AdditionalFiles = [WeightTexts.Counting("/project/funnel.safetensors", sizes)] };

        GeneratorRun run = GeneratorHarness.Run($"[Mlp.Mlp({Sizes}, Output = \"Softmax\", Weights = \"funnel.safetensors\"{use})] internal sealed partial class Net;", options).AssertClean();

        run.Sources.Length.ShouldBe(3);
        Unsilenced(run).ShouldBeEmpty();
    }

    private static string Layers(int count) => string.Join(", ", Enumerable.Repeat(1, count + 1));

    [Theory]
    [InlineData("class Net;")]
    [InlineData("struct Net;")]
    [InlineData("record Net(string? Name) { protected Net(Net other) => Name = other.Name; }")]
    [InlineData("record struct Net(string? Name);")]
    public void Every_form_of_type_compiles_without_a_warning_that_is_kept_silent(string type)
    {
        string source = $"/// <summary>A network.</summary>\n[Mlp.Mlp(4, 3, Output = \"Softmax\", Optimizer = \"Adam\")] internal partial {type}";

        Unsilenced(GeneratorHarness.Run(source, HarnessOptions.Strict with { Documentation = DocumentationMode.Diagnose }).AssertClean()).ShouldBeEmpty();
    }

    /// <summary>What the compiler would say of emitted files if they did not keep it silent, about code that is nobody's choice but ours.</summary>
    private static string[] Unsilenced(GeneratorRun run)
    {
        Compilation compilation = run.Output;
        foreach (SyntaxTree tree in compilation.SyntaxTrees.Where(tree => tree.FilePath.EndsWith(".g.cs", System.StringComparison.Ordinal)))
        {
            string text = tree.ToString();
            text.ShouldContain("#pragma warning disable\n");
            compilation = compilation.ReplaceSyntaxTree(tree, tree.WithChangedText(SourceText.From(text.Replace("#pragma warning disable\n", "", System.StringComparison.Ordinal))));
        }

        return [.. compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning).Select(diagnostic => diagnostic.ToString())];
    }
}
