using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Mlp.Generator.Tests.Harness;

namespace Mlp.Generator.Tests.Robustness;

/// <summary>A file on its way to being valid never makes the driver or the analyzer throw, nor fall silent.</summary>
public abstract class EveryEditTests
{
    private const string Valid = """
        using Mlp;
        namespace Flowers.Größe;
        static class Sizes { public const int Wide = 16; }
        public partial record struct Outer<T> where T : class
        {
            // A comment.
            [Mlp(4, Sizes.Wide, 3, Hidden = "ReLU", Output = Activation.Softmax, Loss = null, Optimizer = Optimizer.AdamW, Beta1 = 0.95, L1 = 1e-4f)]
            internal sealed partial class @event<TKey>(int seed) : System.IDisposable
            {
                public int Seed => seed;
                public void Forward(float[] x) { }
                public void Dispose() { }
            }
        }
        [Mlp(new[] { 4, 6, 6, 3 }, Hidden = "T\u0061nh, LeakyReLU(0.1)", Initializer = "HeUniform"), System.Serializable]
        partial struct B { public B() { } }
        """;

    private static readonly SyntaxTree Original = Compiling.Parse(Valid);

    private static readonly CSharpCompilation Compilation = Compiling.Compile(Original);

    protected static IEnumerable<string> Prefixes => Enumerable.Range(0, Valid.Length + 1).Select(length => Valid[..length]);

    protected static IEnumerable<string> Deletions => Enumerable.Range(0, Valid.Length).Select(at => Valid.Remove(at, 1));

    protected static async Task VerifyAsync(IEnumerable<string> sources)
    {
        Outcome valid = await Outcome.OfAsync(Compilation);
        valid.Networks.Count.ShouldBe(2);
        valid.Issues.ShouldBeEmpty();
        GeneratorDriver driver = Generating.Driver().RunGenerators(Compilation);
        foreach (string source in sources)
        {
            CSharpCompilation edited = Compilation.ReplaceSyntaxTree(Original, Compiling.Parse(source));
            Outcome outcome = await Outcome.OfAsync(driver.RunGenerators(edited), edited);
            bool isExplained = outcome.Networks.Count == 2 || !source.Contains("[Mlp(") || outcome.IsExplained;
            isExplained.ShouldBeTrue(source);
        }
    }
}

/// <summary>Every prefix of a valid file.</summary>
public sealed class EveryPrefixTests : EveryEditTests
{
    [Fact]
    public Task Every_prefix_is_survived() => VerifyAsync(Prefixes);
}

/// <summary>Every deletion of one character of a valid file.</summary>
public sealed class EveryDeletionTests : EveryEditTests
{
    [Fact]
    public Task Every_deletion_is_survived() => VerifyAsync(Deletions);
}
