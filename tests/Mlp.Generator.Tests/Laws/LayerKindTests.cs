using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Mlp.CompilerServices;
using Mlp.Generator.Emission.Text;
using Mlp.Generator.Model.Layers;
using Mlp.Generator.Parsing;
using Mlp.Generator.Parsing.Layers;
using Mlp.Generator.Planning.Layers;
using Mlp.Generator.Tests.Harness;
using Mlp.Testing.Reference.Layers;

namespace Mlp.Generator.Tests.Laws;

/// <summary>Every kind of layer has its places: a model, a reader, rules, a planner, an interpreter, an oracle, a row and a page in the documentation; and each is in use.</summary>
public sealed class LayerKindTests
{
    /// <summary>The kind that has no attribute of its own: an activation that learns.</summary>
    private const string WrittenAsActivation = "PReLU";

    private static string[] AllKinds => [.. Derived(typeof(LayerModel)).Select(type => Without(type.Name, "Layer"))];

    // Internal to the runtime: known by its name alone.
    private static Type Interpreter => typeof(InterpretedNetwork).Assembly.GetType("Mlp.CompilerServices.LayerInterpreter", throwOnError: true)!;

    /// <summary>Dense, and whatever joins it.</summary>
    public static TheoryData<string> Kinds => [.. AllKinds];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_kind_has_one_class_in_each_room(string kind)
    {
        Named(typeof(LayerModel), kind + "Layer");
        string written = kind == WrittenAsActivation ? "Activation" : kind;
        Named(typeof(DeclaredLayer), "Declared" + written);
        Named(typeof(LayerReader), written + "Reader");
        Named(typeof(LayerRules), written + "Rules");
        Named(typeof(LayerPlanner), kind + "Planner");
        Named(Interpreter, kind + "Interpreter");
        Named(typeof(ReferenceLayer), "Reference" + kind);
        Repository.Read("docs", "architecture.md").Split('\n').Count(line => line.StartsWith($"| {kind} |", StringComparison.Ordinal)).ShouldBe(1);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_kind_is_written_into_ONNX_files(string kind) =>
        Repository.Read("src", "Mlp.Onnx", "Export", "ExportedLayers.cs").ShouldContain($"case \"{kind}\":");

    [Fact]
    public void What_a_user_writes_has_a_page_and_the_overview_links_it()
    {
        string overview = Repository.Read("docs", "layers.md");
        string[] written = [.. Derived(typeof(LayerAttribute)).Select(type => Without(type.Name, "Attribute"))];
        string[] pages = [.. written.Select(kind => Kebab(kind) + ".md")];
        Directory.EnumerateFiles(Path.Combine(Repository.Root, "docs", "layers")).Select(Path.GetFileName).ShouldBe(pages, ignoreOrder: true);
        foreach ((string kind, string page) in written.Zip(pages))
        {
            Repository.Read("docs", "layers", page).Split('\n')[0].TrimEnd().ShouldBe($"# {kind}");
            overview.Split('\n').Count(line => line.StartsWith($"| [`{kind}", StringComparison.Ordinal) && line.Contains($"](layers/{page})", StringComparison.Ordinal)).ShouldBe(1, kind);
        }
    }

    [Fact]
    public void A_room_has_no_class_without_a_kind()
    {
        string[] kinds = AllKinds;

        // What computes nothing is written and read, and is no layer of a network.
        string[] judged = [.. kinds.Except([WrittenAsActivation])];
        string[] written = [.. judged, "Flatten"];
        Derived(typeof(DeclaredLayer)).Select(type => type.Name["Declared".Length..]).ShouldBe(written, ignoreOrder: true);
        Derived(typeof(LayerReader)).Select(type => Without(type.Name, "Reader")).ShouldBe(written, ignoreOrder: true);
        Derived(typeof(LayerRules)).Select(type => Without(type.Name, "Rules")).ShouldBe(judged, ignoreOrder: true);
        Derived(typeof(LayerPlanner)).Select(type => Without(type.Name, "Planner")).ShouldBe(kinds, ignoreOrder: true);
        Derived(Interpreter).Select(type => Without(type.Name, "Interpreter")).ShouldBe(kinds, ignoreOrder: true);
        Derived(typeof(ReferenceLayer)).Select(type => type.Name["Reference".Length..]).ShouldBe(kinds, ignoreOrder: true);
    }

    [Fact]
    public void The_registries_know_every_kind()
    {
        foreach (LayerModel layer in ValidNetworks.All.SelectMany(model => model.Layers).DistinctBy(layer => layer.GetType()))
        {
            LayerPlanners.Of(layer).GetType().Name.ShouldBe(layer.Kind + "Planner");
            ReferenceLayer.Of(Described(layer), offset: 0).GetType().Name.ShouldBe("Reference" + layer.Kind);
            layer.GetType().Name.ShouldBe(layer.Kind + "Layer");
        }

        ValidNetworks.All.ShouldAllBe(model => model.Formula().Length > 0);

        foreach (Type declared in Derived(typeof(DeclaredLayer)).Where(type => type != typeof(DeclaredFlatten)))
        {
            var reader = (LayerReader)typeof(LayerKinds).GetMethod(nameof(LayerKinds.ReaderOf))!.MakeGenericMethod(declared).Invoke(null, null)!;
            DeclaredLayer layer = reader.Read(new LayerPlace(0, IsAttribute: true), LayerArguments.Of([.. Enumerable.Repeat(new LayerSize(3, ""), 9)]));
            layer.GetType().ShouldBe(declared);
            LayerKinds.RulesOf(layer).GetType().Name.ShouldBe(reader.Kind + "Rules");
        }
    }

    [Fact]
    public void A_layer_says_everything_in_its_signature()
    {
        // Equal signatures on equal inputs are equal layers, and only those.
        foreach (IGrouping<(string, string), LayerModel> same in ValidNetworks.All.SelectMany(model => model.Layers).GroupBy(layer => (layer.Input.ToString(), layer.Signature)))
        {
            same.Distinct().Count().ShouldBe(1);
        }
    }

    private static LayerDescription Described(LayerModel layer) => new(layer.Kind, layer.Inputs, layer.Outputs, nameof(Activation.Identity), 0)
    {
        InputShape = layer.Input.Extents,
        OutputShape = layer.Output.Extents,
        Constants = [.. layer.Constants.Select(constant => (float)constant)],
        Window = layer.Window is not { } window ? null : new WindowDescription(
            window.Kernel,
            window.Strides,
            window.Dilations,
            [.. window.Kernel.Select((_, axis) => window.PaddingBefore(axis, layer.Input.Extents[axis]))],
            layer.Groups),
    };

    private static IEnumerable<Type> Derived(Type contract) =>
        contract.Assembly.GetTypes().Where(type => !type.IsAbstract && type.IsSubclassOf(contract));

    private static void Named(Type contract, string name) => Derived(contract).Count(type => type.Name == name).ShouldBe(1, name);

    /// <summary><c>GlobalAveragePool</c> as pages are called: <c>global-average-pool</c>.</summary>
    private static string Kebab(string name) =>
        string.Concat(name.Select((letter, index) => (index > 0 && char.IsUpper(letter) ? "-" : "") + char.ToLowerInvariant(letter)));

    private static string Without(string name, string ending) => name[..name.LastIndexOf(ending, StringComparison.Ordinal)];
}
