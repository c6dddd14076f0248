using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Mlp.Generator.Tests.Harness;

namespace Mlp.Generator.Tests.Robustness;

/// <summary>The user's culture changes nothing: not which names are known, not a digit of what is said or emitted.</summary>
public sealed class CultureTests
{
    private const string Source = """
        using Mlp;
        [Mlp(4, 1234, 3, Hidden = "silu", Output = "SIGMOID", Initializer = "gloroTunIform", Optimizer = "adaM", Beta1 = 0.95, WeightDecay = 1.5E-4)] partial class Valid;
        [Mlp(4, -1234, 1234567, Hidden = "sılu", Output = "İdentity", Loss = "binarycrossentropi", Optimizer = "Momentum", Momentum = -1234.5)] partial class Invalid;
        [Mlp(14096, 14096, 3, Hidden = "lıneaR")] partial class Initialize;
        [Mlp(4096, 1024, 3, Hidden = "Tanh")] partial class Large;
        """;

    [Theory]
    [InlineData("de-DE")]
    [InlineData("tr-TR")]
    [InlineData("ar-SA")]
    [InlineData("th-TH")]
    [InlineData("fi-FI")]
    public async Task A_culture_changes_nothing(string culture)
    {
        IReadOnlyList<string> expected = await UnderAsync(CultureInfo.InvariantCulture);

        (await UnderAsync(CultureInfo.GetCultureInfo(culture))).ShouldBe(expected);
    }

    private static async Task<IReadOnlyList<string>> UnderAsync(CultureInfo culture)
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        CultureInfo beforeUI = CultureInfo.CurrentUICulture;
        try
        {
            CultureInfo.CurrentCulture = culture;
            CultureInfo.CurrentUICulture = culture;
            CSharpCompilation compilation = Compiling.Compile(Source);
            GeneratorRunResult result = Generating.Run(compilation);
            Outcome outcome = await Outcome.OfAsync(compilation);
            outcome.Networks.Count.ShouldBe(2);
            return
            [
                .. outcome.Networks.Select(network => network.ToString() + string.Join(";", network.Layers)),
                .. result.GeneratedSources.Select(source => source.HintName + source.SourceText),
                .. outcome.Issues.Select(issue => issue.Location.SourceSpan + issue.GetMessage(CultureInfo.InvariantCulture)),
            ];
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
            CultureInfo.CurrentUICulture = beforeUI;
        }
    }
}
