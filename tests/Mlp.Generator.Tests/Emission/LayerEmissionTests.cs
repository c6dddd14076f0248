using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Mlp.Generator.Emission;
using Mlp.Generator.Model;
using Mlp.Generator.Model.Layers;
using Mlp.Generator.Tests.Harness;

namespace Mlp.Generator.Tests.Emission;

/// <summary>What is emitted for layers of every kind compiles, and says of a network what is true of it.</summary>
public sealed class LayerEmissionTests
{
    private const int Many = 500;

    private static readonly Lazy<(NetworkModel Model, IReadOnlyList<EmittedFile> Files)[]> Emitted = new(() =>
        [.. LayeredNetworks.All.Select(model => (model, NetworkEmitter.Emit(model, CancellationToken.None)))]);

    [Fact]
    public void What_is_emitted_compiles()
    {
        string[] sources = [.. LayeredNetworks.Sources.Select((source, index) => $"using Mlp; namespace Net{index} {{ {source} public sealed partial class Net; }}")];
        CSharpCompilation compilation = Compiling.Compile(sources);

        Generating.Driver().RunGeneratorsAndUpdateCompilation(compilation, out Compilation emitted, out _);

        emitted.SyntaxTrees.Count().ShouldBeGreaterThanOrEqualTo(3 * sources.Length);
        emitted.GetDiagnostics().Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning).ShouldBeEmpty();
    }

    [Fact]
    public void Lines_are_as_those_of_any_network()
    {
        foreach (EmittedFile file in Emitted.Value.SelectMany(emitted => emitted.Files))
        {
            file.Text.AsSpan().IndexOfAny('\r', '\t', '\uFEFF').ShouldBe(-1, file.HintName);
            file.Text.Contains(" \n", StringComparison.Ordinal).ShouldBeFalse(file.HintName);
            file.Text.Contains("\n\n\n", StringComparison.Ordinal).ShouldBeFalse(file.HintName);
            file.Text.EndsWith("}\n", StringComparison.Ordinal).ShouldBeTrue(file.HintName);
        }
    }

    [Theory]
    [InlineData("de-DE")]
    [InlineData("ar-SA")]
    [InlineData("fi-FI")]
    public void A_culture_changes_nothing(string name)
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(name);
            foreach ((NetworkModel model, IReadOnlyList<EmittedFile> files) in Emitted.Value)
            {
                NetworkEmitter.Emit(model, CancellationToken.None).SequenceEqual(files).ShouldBeTrue(model.Declaration);
            }
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Words_are_those_of_layers()
    {
        foreach ((NetworkModel model, IReadOnlyList<EmittedFile> files) in Emitted.Value.Where(emitted => !emitted.Model.IsDense))
        {
            string members = files[0].Text;

            members.ShouldNotContain("dense layers, from", customMessage: model.Declaration);
            members.ShouldContain($"{Shown(model.Layers.Count)} from {model.Layers[0].Input.Spoken} value", customMessage: model.Declaration);
            foreach (LayerModel layer in model.Layers)
            {
                members.ShouldContain($"///   {layer.Kind.ToLowerInvariant()} ".Replace("///   ", "/// "), customMessage: model.Declaration);
            }

            files.ShouldAllBe(file => !file.Text.Contains("larger than what code is written for"));
        }

        static string Shown(int layers) => layers == 1 ? "1 layer," : $"{layers} layers,";
    }

    [Fact]
    public async Task Five_hundred_networks_of_layers_are_soon_done()
    {
        CSharpCompilation compilation = Compiling.Compile([.. Enumerable.Range(0, Many).Select(index =>
            $"namespace Many; using Mlp; [Network({(index % 20) + 9}, {(index % 7) + 9}, {(index % 3) + 1}, Output = \"Softmax\")] [Conv({(index % 5) + 1}, 3), MaxPool(2)] [Conv(6, 2, Padding = \"Same\"), GlobalAveragePool, Dense(3)] public sealed partial class Net{index};")]);
        var watch = System.Diagnostics.Stopwatch.StartNew();

        // Without the record of steps that tests read elsewhere: it alone takes the square of the number of networks.
        GeneratorRunResult result = CSharpGeneratorDriver.Create([new MlpGenerator().AsSourceGenerator()], parseOptions: Compiling.LatestCSharp).RunGenerators(compilation).GetRunResult().Results.Single();
        result.Exception.ShouldBeNull();
        result.GeneratedSources.Count(source => source.HintName.StartsWith("Many.Net", StringComparison.Ordinal)).ShouldBe(Many);
        (await Analyzing.RunAsync(compilation)).ShouldBeEmpty();

        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromMinutes(1));
    }
}
