using System.Collections.Generic;
using System.IO;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Mlp.Generator.Tests.Laws;

/// <summary>The habits of the house: short files, types that say what they are for, names that mean something.</summary>
public sealed class HabitTests
{
    private const int LongestFile = 300;
    private const int LongestGenerator = 60;

    public static TheoryData<string> Projects => new("Mlp.Generator", "Mlp.Generator.CodeFixes", "Mlp.Runtime", "Mlp.SnapshotTesting", "Mlp.Plots", "Mlp.Build", "Mlp.Tool", "Mlp.Onnx", "Mlp.Search");

    [Theory]
    [MemberData(nameof(Projects))]
    public void No_file_is_long(string project) =>
        SourceFile.Of(project).Where(file => file.LineCount > LongestFile).Select(file => $"{file}: {file.LineCount} lines").ShouldBeEmpty();

    [Theory]
    [MemberData(nameof(Projects))]
    public void Every_type_says_what_it_is_for(string project)
    {
        IReadOnlyList<SourceFile> files = SourceFile.Of(project);

        // Of a partial type one part says it for all.
        HashSet<string> explained = [.. files.SelectMany(file => file.Types).OfType<TypeDeclarationSyntax>().Where(IsExplained).Select(type => type.Identifier.ValueText)];
        IEnumerable<string> silent = files.SelectMany(file => file.Types
            .Where(type => !IsExplained(type))
            .Where(type => !(type is TypeDeclarationSyntax part && part.Modifiers.Any(SyntaxKind.PartialKeyword) && explained.Contains(part.Identifier.ValueText)))
            .Where(type => type is not TypeDeclarationSyntax { Parent: TypeDeclarationSyntax })
            .Select(type => $"{file}: {type.ToString().Split('\n')[0]}"));

        silent.ShouldBeEmpty();
    }

    private static bool IsExplained(MemberDeclarationSyntax type) => type.GetLeadingTrivia().ToFullString().Contains("<summary>");

    [Theory]
    [MemberData(nameof(Projects))]
    public void No_file_is_a_drawer(string project)
    {
        string[] drawers = ["Util", "Helper", "Manager", "Common", "Misc"];

        SourceFile.Of(project).Where(file => drawers.Any(drawer => Path.GetFileName(file.Path).Contains(drawer))).ShouldBeEmpty();
    }

    [Fact]
    public void The_generator_is_Initialize_only()
    {
        SourceFile generator = SourceFile.OfGenerator.Single(file => file.Path == "MlpGenerator.cs");

        generator.LineCount.ShouldBeLessThan(LongestGenerator);
        ((TypeDeclarationSyntax)generator.Types.Single()).Members.OfType<MethodDeclarationSyntax>()
            .ShouldHaveSingleItem().Identifier.ValueText.ShouldBe("Initialize");
    }
}
