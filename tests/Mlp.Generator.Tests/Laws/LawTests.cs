using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;

namespace Mlp.Generator.Tests.Laws;

/// <summary>The four laws of the generator, as far as its sources show them.</summary>
public sealed partial class LawTests
{
    private static readonly IReadOnlyList<SourceFile> Files = SourceFile.OfGenerator;

    /// <summary>Which folders a folder may build on.</summary>
    private static readonly Dictionary<string, string[]> BuildsOn = new()
    {
        ["Model"] = [],
        ["Diagnostics"] = [],
        ["Parsing"] = ["Model", "Diagnostics"],
        ["Analyzers"] = ["Model", "Diagnostics", "Parsing"],
        ["Planning"] = ["Model"],
        ["Emission"] = ["Model", "Planning"],
        ["Polyfills"] = [],
    };

    [Fact]
    public void Law_1_only_Parsing_and_Analyzers_name_a_Roslyn_symbol()
    {
        foreach (SourceFile file in Files.Where(file => !file.IsIn("Parsing", "Analyzers") && file.Path != "MlpGenerator.cs"))
        {
            file.Identifiers.Where(identifier => RoslynSymbol().IsMatch(identifier)).ShouldBeEmpty(file.Path);
        }

        foreach (SourceFile file in Files.Where(file => file.IsIn("Model", "Planning", "Emission")))
        {
            file.Usings.Where(name => name.StartsWith("Microsoft.CodeAnalysis")).ShouldBeEmpty(file.Path);
            file.Identifiers.ShouldNotContain("CodeAnalysis", file.Path);
        }
    }

    [Fact]
    public void Law_1_the_judge_does_not_see_Roslyn_either()
    {
        IEnumerable<SourceFile> judge = Files.Where(file =>
            file.Path is "Parsing/DeclarationValidator.cs" or "Parsing/NetworkModelBuilder.cs" or "Parsing/MlpDeclaration.cs" || file.Path.EndsWith("Rules.cs"));

        judge.Count().ShouldBeGreaterThan(5);
        foreach (SourceFile file in judge)
        {
            file.Usings.Where(name => name.StartsWith("Microsoft.CodeAnalysis")).ShouldBeEmpty(file.Path);
        }
    }

    [Fact]
    public void Law_2_each_step_builds_on_the_ones_before_it_only()
    {
        foreach (SourceFile file in Files.Where(file => file.Folder.Length > 0))
        {
            BuildsOn.ShouldContainKey(file.Folder);
            IEnumerable<string> usedFolders = file.Usings
                .Where(name => name.StartsWith("Mlp.Generator."))
                .Select(name => name.Split('.')[2])
                .Where(folder => folder != file.Folder);
            usedFolders.Except(BuildsOn[file.Folder]).ShouldBeEmpty(file.Path);
        }
    }

    [Fact]
    public void Law_2_Emission_makes_no_plan()
    {
        // A planner's names of buffers may be read; no planner is made, and no choice asked for again.
        string[] decisions = ["BatchChoice", "TileShape", "ChooseOrder"];
        string[] budgets = ["UnrolledOperationsPerMethod", "UnrolledOperationsPerLayer", "IndependentSums", "StackBytes", "ChunkSamples", "LeastChunkSamples", "ScratchBytes"];
        SourceFile[] emission = [.. Files.Where(file => file.IsIn("Emission"))];

        emission.Length.ShouldBeGreaterThan(20);
        foreach (SourceFile file in emission)
        {
            file.Identifiers.Intersect(decisions).ShouldBeEmpty(file.Path);
            file.CreatedTypes.Where(name => Plan().IsMatch(name)).ShouldBeEmpty(file.Path);
            file.BudgetNames.Intersect(budgets).ShouldBeEmpty(file.Path);
        }
    }

    [Fact]
    public void Law_2_limits_of_plans_are_numbers_of_the_budget()
    {
        foreach (SourceFile file in Files.Where(file => file.IsIn("Model", "Parsing", "Diagnostics", "Analyzers") || file.Folder.Length == 0))
        {
            file.Identifiers.ShouldNotContain("PlanBudget", file.Path);
        }
    }

    [Fact]
    public void Law_3_only_Emission_writes_text()
    {
        foreach (SourceFile file in Files.Where(file => !file.IsIn("Emission")))
        {
            file.Identifiers.ShouldNotContain("SourceWriter", file.Path);
            file.Identifiers.ShouldNotContain("CSharpLiteral", file.Path);
            file.Identifiers.ShouldNotContain("VectorDialect", file.Path);
        }

        foreach (SourceFile file in Files.Where(file => file.IsIn("Model", "Planning", "Parsing")))
        {
            file.Strings.Where(text => EmittedCSharp().IsMatch(text)).ShouldBeEmpty(file.Path);
        }
    }

    [Fact]
    public void Law_4_only_the_dialect_spells_vectors()
    {
        foreach (SourceFile file in Files.Where(file => file.IsIn("Model", "Planning", "Emission") && !file.Path.StartsWith("Emission/Vectors/") && !IsLiteral(file)))
        {
            file.Strings.Where(text => VectorType().IsMatch(text)).ShouldBeEmpty(file.Path);
        }
    }

    [Fact]
    public void Law_4_only_the_dialect_spells_the_type_of_numbers()
    {
        foreach (SourceFile file in Files.Where(file => file.IsIn("Planning", "Emission") && !file.Path.StartsWith("Emission/Vectors/") && !IsLiteral(file)))
        {
            file.Strings.Where(text => NumberType().IsMatch(text)).ShouldBeEmpty(file.Path);
        }
    }

    [Fact]
    public void Law_4_nobody_spells_the_instructions_of_one_machine()
    {
        foreach (SourceFile file in Files)
        {
            file.Strings.Where(text => Instruction().IsMatch(text)).ShouldBeEmpty(file.Path);
        }
    }

    [Fact]
    public void Law_4_only_the_numeral_spells_floating_point_numbers()
    {
        foreach (SourceFile file in Files.Where(file => !file.Path.EndsWith("/Numeral.cs")))
        {
            file.Strings.Where(text => text is "R" or "G9" or "G17").ShouldBeEmpty(file.Path);
        }
    }

    [GeneratedRegex(@"\bfloat\b|\b[0-9.]+f\b")]
    private static partial Regex NumberType();

    private static bool IsLiteral(SourceFile file) => file.Path.EndsWith("/CSharpLiteral.cs");

    [GeneratedRegex("^(I[A-Z][a-zA-Z]*Symbol|[A-Z][a-zA-Z]*Syntax|Compilation|CSharpCompilation|SemanticModel|AttributeData|TypedConstant|SyntaxNode|SyntaxToken|SyntaxTree|Location)$")]
    private static partial Regex RoslynSymbol();

    [GeneratedRegex(@"global::|=>|\);|\b(public|private|internal|return|var|static) ")]
    private static partial Regex EmittedCSharp();

    [GeneratedRegex("^(.*Planner|NetworkPlan|StoragePlan|DenseStorage|SamplePlan|SampleStep|.*BatchPlan|BufferPlan|ScratchPlan|Contraction|LaneDot|ForwardStep|.*BackwardStep)$")]
    private static partial Regex Plan();

    [GeneratedRegex(@"\b(Avx\w*|Sse\w*|Fma|AdvSimd|PackedSimd)\.")]
    private static partial Regex Instruction();

    [GeneratedRegex("Vector(512|256|128|64|<)")]
    private static partial Regex VectorType();
}
