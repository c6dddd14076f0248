using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Mlp.Generator.Model;
using Mlp.Generator.Tests.Harness;

namespace Mlp.Generator.Tests.Robustness;

/// <summary>Layers on their way to being right never make the driver or the analyzer throw, nor fall silent, and what is emitted compiles where the user's own does.</summary>
public sealed class EveryEditOfLayersTests
{
    private const string Valid = """
        using Mlp;
        static class Sizes { public const int Wide = 16; }
        [Network(9, channels: 2, Output = "Softmax", Hidden = "Tanh", Optimizer = Optimizer.Adam)]
        [Affine(new[] { 0.5, 2 }, new double[] { 1 }), Clip(-1, double.PositiveInfinity)]
        // A comment.
        [Conv(4, 3, Padding = Padding.Causal, Dilation = 2, Groups = 2), MaxPool(2)]
        [type: Mlp.Conv(kernel: 2, filters: 6, Activation = "LeakyReLU(0.1)", Stride = 1), Activation("ELU")]
        [Flatten, Dense(Sizes.Wide), AveragePoolX]
        internal sealed partial class Net(int seed)
        {
            public int Seed => seed;
        }
        class AveragePoolXAttribute : System.Attribute;
        """;

    private static readonly SyntaxTree Original = Compiling.Parse(Valid);

    private static readonly CSharpCompilation Compilation = Compiling.Compile(Original);

    [Fact]
    public Task Every_prefix_is_survived() => VerifyAsync(Enumerable.Range(0, Valid.Length + 1).Select(length => Valid[..length]));

    [Fact]
    public Task Every_deletion_of_a_token_is_survived() => VerifyAsync(Original.GetRoot().DescendantTokens().Where(token => token.Span.Length > 0)
        .Select(token => Valid.Remove(token.Span.Start, token.Span.Length)));

    [Fact]
    public Task Every_deletion_of_a_character_of_an_attribute_is_survived() =>
        VerifyAsync(Enumerable.Range(Valid.IndexOf("[Network", System.StringComparison.Ordinal), 470).Select(at => Valid.Remove(at, 1)));

    private static async Task VerifyAsync(IEnumerable<string> sources)
    {
        Outcome valid = await Outcome.OfAsync(Compilation);
        valid.Networks.ShouldHaveSingleItem();
        valid.Issues.ShouldBeEmpty();
        GeneratorDriver driver = Generating.Driver().RunGenerators(Compilation);
        var compiled = new HashSet<NetworkModel>();
        foreach (string source in sources)
        {
            SyntaxTree tree = Compiling.Parse(source);
            CSharpCompilation compilation = Compilation.ReplaceSyntaxTree(Original, tree);
            GeneratorDriver edited = driver.RunGenerators(compilation);
            Outcome outcome = await Outcome.OfAsync(edited, compilation);
            bool isExplained = outcome.Networks.Count == 1 || !source.Contains("[Network(") || outcome.IsExplained;
            isExplained.ShouldBeTrue(source);

            // Equal networks have equal text.
            if (outcome.Networks.Count == 0 || ErrorsOf(compilation).Any() || !compiled.Add(outcome.Networks[0]))
            {
                continue;
            }

            edited.RunGeneratorsAndUpdateCompilation(compilation, out Compilation emitted, out _);
            ErrorsOf(emitted).ShouldBeEmpty(source);
        }

        compiled.ShouldNotBeEmpty();
    }

    private static IEnumerable<Diagnostic> ErrorsOf(Compilation compilation) => compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
}
