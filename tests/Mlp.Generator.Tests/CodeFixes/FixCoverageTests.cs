using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Mlp.Generator.CodeFixes;
using Mlp.Generator.Diagnostics;
using Mlp.Generator.Tests.Harness;

namespace Mlp.Generator.Tests.CodeFixes;

/// <summary>Each diagnostic has a fix that its page tells of, or a reason not to have one.</summary>
public sealed partial class FixCoverageTests
{
    private static readonly CodeFixProvider[] Fixes =
    [
        .. typeof(TextChangeFix).Assembly.GetTypes()
            .Where(type => type.IsSubclassOf(typeof(CodeFixProvider)) && !type.IsAbstract)
            .Select(type => (CodeFixProvider)Activator.CreateInstance(type)!),
    ];

    private static readonly Dictionary<string, string> WithoutFix = new()
    {
        ["MLP0003"] = "the new name of a member is the user's to find",
        ["MLP0004"] = "the new name of a type is the user's to find",
        ["MLP0027"] = "the new name of a type, or its namespace, is the user's to find",
        ["MLP0005"] = "what a constructor hands to the base class is not known; the editor's own fix of CS7036 writes one",
        ["MLP0007"] = "the C# version is set in the project, not in a source",
        ["MLP0008"] = "the target framework is set in the project, not in a source",
        ["MLP0009"] = "the sizes of a network are those of the data",
        ["MLP0010"] = "the nearest size in range is not that of the data, and a hidden layer may be left out as well as changed",
        ["MLP0012"] = "which layers to leave out is a choice of model",
        ["MLP0013"] = "which layers to make narrower is a choice of model",
        ["MLP0018"] = "which layers to make equal is a choice of model",
        ["MLP0023"] = "file or network may be the wrong one of the two",
        ["MLP0028"] = "which layer has which activation is the user's to say",
        ["MLP0029"] = "which kernel to make shorter, or which padding to give, is a choice of model",
        ["MLP0031"] = "the layers of a network are the user's to say",
        ["MLP0032"] = "the shape of a sample is that of the data, and the layer may be what is wrong",
        ["MLP0035"] = "whether to drop before the last layer or not at all is a choice of model",
        ["MLP0036"] = "the file is wrong, not the source",
        ["MLP0037"] = "the project lacks a file, and the source is right",
        ["MLP0038"] = "the file is wrong, not the source",
        ["MLP0039"] = "where to cut the graph is a choice of model",
        ["MLP0040"] = "where to cut the graph is a choice of model",
        ["MLP0041"] = "which output is meant is the user's to say",
        ["MLP0042"] = "where to cut the graph is a choice of model",
        ["MLP0043"] = "the file is wrong, not the source",
        ["MLP0044"] = "where to cut the graph is a choice of model",
        ["MLP0045"] = "where to cut the graph is a choice of model",
        ["MLP0046"] = "the file is wrong, not the source",
        ["MLP0047"] = "where to cut the graph is a choice of model",
        ["MLP0048"] = "consent is given in the project, not in a source",
        ["MLP0049"] = "the file is wrong, not the source",
        ["MLP0050"] = "where to cut the graph is a choice of model",
        ["MLP0054"] = "whether bits or speed matter more is the user's to say",
        ["MLP0052"] = "which layers to make smaller is a choice of model",
        ["MLP0024"] = "without its argument the network would start from random weights until somebody calls Load",
    };

    public static TheoryData<string> Ids => new(Descriptors.All.Select(descriptor => descriptor.Id));

    public static TheoryData<string> FixableIds => new(Fixable.Distinct());

    private static IEnumerable<string> Fixable => Fixes.SelectMany(fix => fix.FixableDiagnosticIds);

    [Fact]
    public void Each_diagnostic_has_a_fix_or_a_reason() =>
        Fixable.Distinct().Concat(WithoutFix.Keys).ShouldBe(Descriptors.All.Select(descriptor => descriptor.Id), ignoreOrder: true);

    [Fact]
    public void Each_fix_is_found_by_an_editor_and_fixes_all()
    {
        Fixes.Length.ShouldBeGreaterThan(5);
        foreach (CodeFixProvider fix in Fixes)
        {
            var export = (ExportCodeFixProviderAttribute?)Attribute.GetCustomAttribute(fix.GetType(), typeof(ExportCodeFixProviderAttribute));
            export.ShouldNotBeNull().Name.ShouldBe(fix.GetType().Name);
            export.Languages.ShouldBe([LanguageNames.CSharp]);
            fix.GetFixAllProvider().ShouldNotBeNull();
        }
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void The_page_tells_of_the_fix_where_there_is_one(string id)
    {
        string howToFix = Repository.Read("docs", "diagnostics", id + ".md").Split("## How to fix")[1];

        howToFix.Contains("light bulb", StringComparison.Ordinal).ShouldBe(Fixable.Contains(id));
    }

    [Theory]
    [MemberData(nameof(FixableIds))]
    public async Task The_example_of_the_page_can_be_fixed(string id)
    {
        string page = Repository.Read("docs", "diagnostics", id + ".md").ReplaceLineEndings("\n");
        string source = "using Mlp;\n" + CSharpBlock().Match(page).Groups["code"].Value;
        List<string> titles = [];
        foreach (CodeFixProvider fix in Fixes.Where(fix => fix.FixableDiagnosticIds.Contains(id)))
        {
            foreach (string title in await Fixing.TitlesAsync(fix, source))
            {
                titles.Add(title);
                IReadOnlyList<string> texts = await Fixing.FixAllAsync(fix, title, [source]);
                (await Analyzing.RunAsync(Compiling.Compile([.. texts]))).ShouldNotContain(diagnostic => diagnostic.Id == id);
            }
        }

        titles.ShouldNotBeEmpty();
    }

    [GeneratedRegex("```csharp\n(?<code>.*?)```", RegexOptions.Singleline)]
    private static partial Regex CSharpBlock();
}
