using System.Linq;
using Microsoft.CodeAnalysis;
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

        run.Sources.Length.ShouldBe(Networks.Length * 6);
    }
}
