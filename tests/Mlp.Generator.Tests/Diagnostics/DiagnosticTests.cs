using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Mlp.Generator.Model;
using Mlp.Generator.Tests.Harness;

namespace Mlp.Generator.Tests.Diagnostics;

/// <summary>Every diagnostic is reported where it belongs and nowhere else, and then, and only then, nothing is emitted.</summary>
public sealed class DiagnosticTests
{
    /// <summary>The diagnostics that leave a network to emit.</summary>
    private static readonly string[] LeaveANetwork = ["MLP0006", "MLP0018", "MLP0026", "MLP0032", "MLP0034", "MLP0055"];

    internal static IReadOnlyList<DiagnosticCase> Cases { get; } = [.. TypeCases.All, .. ArgumentCases.All, .. WeightCases.All, .. OnnxCases.All, .. LayerCases.All];

    public static TheoryData<DiagnosticCase> Data => new(Cases);

    [Theory]
    [MemberData(nameof(Data), DisableDiscoveryEnumeration = true)]
    public async Task A_wrong_source_is_reported_at_the_right_place(DiagnosticCase expected)
    {
        CSharpParseOptions options = new(expected.WrongVersion);

        IReadOnlyList<Diagnostic> diagnostics = await Marked.VerifyAsync(Using(expected.Wrong), options);

        diagnostics.ShouldAllBe(diagnostic => diagnostic.Severity == SeverityOf(diagnostic.Id));
        diagnostics.First(diagnostic => diagnostic.Id == expected.Id)
            .GetMessage(CultureInfo.InvariantCulture).ShouldContain(expected.Message, Case.Sensitive);
    }

    [Theory]
    [MemberData(nameof(Data), DisableDiscoveryEnumeration = true)]
    public void Nothing_is_emitted_for_a_wrong_source(DiagnosticCase expected)
    {
        string source = Marked.Parse(Using(expected.Wrong)).Source;
        CSharpParseOptions options = new(expected.WrongVersion);

        IReadOnlyList<NetworkModel> networks = Generating.Networks(Compiling.Compile(Compiling.Parse(source, options: options)));

        networks.Count.ShouldBe(LeaveANetwork.Contains(expected.Id) ? 1 : 0);
    }

    [Theory]
    [MemberData(nameof(Data), DisableDiscoveryEnumeration = true)]
    public async Task Its_right_relative_is_not_reported_and_gives_one_network(DiagnosticCase expected)
    {
        string source = Using(expected.Right);

        await Marked.VerifyAsync(source);
        Generating.Networks(Compiling.Compile(source)).Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("class Mlp;")]
    [InlineData("class Mlp; namespace Space { using System; [Serializable] class Other; }")]
    [InlineData("namespace Mlp.Space { class Net; }")]
    public async Task A_type_named_Mlp_is_nobodys_business_where_the_library_is_not_used(string source) =>
        (await Analyzing.RunAsync(Compiling.Compile(source))).ShouldBeEmpty();

    [Fact]
    public async Task A_target_framework_without_wide_vectors_is_reported()
    {
        Marked marked = Marked.Parse("[{|MLP0008:Mlp.Mlp(4, 3)|}] partial class Net { }");
        CSharpCompilation compilation = CSharpCompilation.Create(
            "Old", [Compiling.Parse(marked.Source), Compiling.Parse(OldFramework, "Framework.cs")], [], Compiling.Options);

        Diagnostic diagnostic = (await Analyzing.RunAsync(compilation)).ShouldHaveSingleItem();

        diagnostic.Id.ShouldBe("MLP0008");
        diagnostic.Location.SourceSpan.ShouldBe(new(1, "Mlp.Mlp(4, 3)".Length));
        Generating.Networks(compilation).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("/obj/Mlp.Generator/Mlp.Generator.MlpGenerator/Net.g.cs")]
    [InlineData("Mlp.Generator\\Mlp.Generator.MlpGenerator\\Space\\Net.g.cs")]
    public async Task The_emitted_part_does_not_clash_with_itself(string path)
    {
        CSharpCompilation compilation = Compiling.Compile(
            Compiling.Parse("[Mlp.Mlp(4, 3)] partial class Net;"),
            Compiling.Parse(
                "partial class Net { public const int InputSize = 4; public Net Clone() => new(); Net Mlp.INetwork<Net>.Clone() => new(); }",
                path));

        (await Analyzing.RunAsync(compilation)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Issues_come_in_the_same_order_on_every_run()
    {
        const string Source = "[Mlp.Mlp(0, X, 5000, Hidden = 5, Output = \"Softmux\")] [Mlp.Mlp] static class Net<Clone> { void Save(string s) { } int Load; }";
        string first = string.Join("\n", Parsed.Validation(Source)!.Issues);
        for (int run = 0; run < 5; run++)
        {
            string.Join("\n", Parsed.Validation(Source)!.Issues).ShouldBe(first);
            (await Analyzing.RunAsync(Compiling.Compile(Source))).Length.ShouldBe(Parsed.Validation(Source)!.Issues.Count);
        }
    }

    private static DiagnosticSeverity SeverityOf(string id) => id switch
    {
        "MLP0018" or "MLP0034" => DiagnosticSeverity.Info,
        "MLP0026" or "MLP0032" or "MLP0055" => DiagnosticSeverity.Warning,
        _ => DiagnosticSeverity.Error,
    };

    private static string Using(string source) => "using Mlp; " + source;

    private const string OldFramework = """
        namespace System
        {
            public class Object { }
            public abstract class ValueType { }
            public abstract class Enum : ValueType { }
            public abstract class Array { }
            public abstract class Attribute { }
            public class AttributeUsageAttribute : Attribute { public AttributeUsageAttribute(AttributeTargets targets) { } public bool AllowMultiple { get; set; } public bool Inherited { get; set; } }
            public enum AttributeTargets { All = 32767 }
            public class ParamArrayAttribute : Attribute { }
            public class String { }
            public struct Int32 { }
            public struct Boolean { }
            public struct Void { }
        }
        namespace Mlp
        {
            public class MlpAttribute : System.Attribute { public MlpAttribute(params int[] layerSizes) { } }
        }
        """;
}
