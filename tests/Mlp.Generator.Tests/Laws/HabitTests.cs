using System.Collections.Generic;
using System.IO;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Mlp.Generator.Tests.Laws;

/// <summary>The habits of the house: short files, types that say what they are for, names that mean something.</summary>
public sealed class HabitTests
{
    private const int LongestFile = 300;
    private const int LongestGenerator = 60;

    public static TheoryData<string> Projects => new("Mlp.Generator", "Mlp.Generator.CodeFixes", "Mlp.Runtime");

    [Theory]
    [MemberData(nameof(Projects))]
    public void No_file_is_long(string project) =>
        SourceFile.Of(project).Where(file => file.LineCount > LongestFile).Select(file => $"{file}: {file.LineCount} lines").ShouldBeEmpty();

    [Theory]
    [MemberData(nameof(Projects))]
    public void Every_type_says_what_it_is_for(string project)
    {
        IEnumerable<string> silent = SourceFile.Of(project).SelectMany(file => file.Types
            .Where(type => !type.GetLeadingTrivia().ToFullString().Contains("<summary>"))
            .Where(type => type is not TypeDeclarationSyntax { Parent: TypeDeclarationSyntax })
            .Select(type => $"{file}: {type.ToString().Split('\n')[0]}"))
            .Where(type => !IsSaidElsewhere(project, type));

        silent.ShouldBeEmpty();
    }

    /// <summary>A part of a partial type named <c>Type.Part.cs</c> has its sentence in <c>Type.cs</c>.</summary>
    private static bool IsSaidElsewhere(string project, string type)
    {
        string path = type.Split(": ")[0];
        string[] name = Path.GetFileName(path).Split('.');
        return name.Length == 3 && SourceFile.Of(project).Any(file => file.Path == Path.Combine(Path.GetDirectoryName(path)!, name[0] + ".cs"));
    }

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
