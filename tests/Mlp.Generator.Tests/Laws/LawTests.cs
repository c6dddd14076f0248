using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using Mlp.Generator.Planning.Storage;

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
        SourceFile[] emission = [.. Files.Where(file => file.IsIn("Emission"))];
        HashSet<string> planned = [.. Files.Where(file => file.IsIn("Planning")).SelectMany(file => file.TypeNames)];

        (emission.Length, planned.Count).ShouldSatisfyAllConditions(counts => counts.Item1.ShouldBeGreaterThan(40), counts => counts.Item2.ShouldBeGreaterThan(50));
        foreach (SourceFile file in emission)
        {
            // No part of a plan is made, no limit and no choice is read, nobody asks again who plans.
            file.CreatedTypes.Where(planned.Contains).ShouldBeEmpty(file.Path);
            file.Identifiers.Where(name => name is "PlanBudget" or "LayerPlanners" || name.EndsWith("Order", System.StringComparison.Ordinal) && name != "WeightOrder" && name != "Order").ShouldBeEmpty(file.Path);
            file.StaticCalls.Where(call => planned.Contains(call.Type) && !IsQuestion(call)).ShouldBeEmpty(file.Path);
        }
    }

    /// <summary>What emission may ask planning: for a plan where it begins, what an activation is, and how a plan reads.</summary>
    private static bool IsQuestion((string Path, string Type, string Method) call) => call.Type switch
    {
        "ActivationTraits" or "PlanDescription" or "SummaryTable" => true,
        "ShapePlan" or "MemberPlan" or "NetworkPlan" or "StoredWeights" => call.Path == "Emission/NetworkEmitter.cs",
        _ => false,
    };

    [Fact]
    public void Law_2_no_step_looks_its_layer_up_by_number()
    {
        // A layer's words in comments and tables come from the network; all else stands in the step.
        string[] words = ["Emission/Text/Formulas.cs", "Planning/PlanDescription.cs", "Planning/SummaryTable.cs", "Emission/Choice/DispatchWriter.cs"];
        foreach (SourceFile file in Files.Where(file => file.IsIn("Planning", "Emission") && !words.Contains(file.Path)))
        {
            file.Indexed.Where(text => text.EndsWith(".Layers", System.StringComparison.Ordinal) && text.Contains("odel", System.StringComparison.Ordinal)).ShouldBeEmpty(file.Path);
        }
    }

    [Fact]
    public void Law_2_no_buffer_is_a_string()
    {
        // Sums have names of their own: hidden1Sum0.
        string[] roles = [.. System.Enum.GetNames<BufferRole>().Where(role => role != nameof(BufferRole.Sum))];
        foreach (SourceFile file in Files.Where(file => file.IsIn("Planning", "Emission")))
        {
            file.Strings.Where(roles.Contains).ShouldBeEmpty(file.Path);
        }
    }

    [Theory]
    [InlineData("Model/Layers", "Model")]
    [InlineData("Planning/Storage", "Planning")]
    [InlineData("Planning/Steps", "Planning", "Planning/Storage")]
    [InlineData("Planning/Orders", "Planning", "Planning/Storage", "Planning/Steps", "Planning/Layers", "Model/Layers")]
    [InlineData("Planning/Layers", "Planning", "Planning/Storage", "Planning/Steps", "Planning/Orders", "Model/Layers")]
    public void Law_2_a_room_within_a_step_builds_on_some_of_its_neighbours(string room, params string[] neighbours)
    {
        // A plan of storage asks the planner of each kind, and so does each order; planners answer in steps.
        string[] exceptions = room == "Planning/Storage" ? ["Planning/Layers", "Model/Layers"] : [];
        foreach (SourceFile file in Files.Where(file => file.Path.StartsWith(room + "/", System.StringComparison.Ordinal)))
        {
            IEnumerable<string> used = file.Usings.Where(name => name.StartsWith("Mlp.Generator.", System.StringComparison.Ordinal))
                .Select(name => string.Join('/', name.Split('.').Skip(2)))
                .Where(name => name != room && name != "Model");
            used.Except(neighbours).Except(exceptions).ShouldBeEmpty(file.Path);
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

    [GeneratedRegex(@"\b(Avx\w*|Sse\w*|Fma|AdvSimd|PackedSimd)\.")]
    private static partial Regex Instruction();

    [GeneratedRegex("Vector(512|256|128|64|<)")]
    private static partial Regex VectorType();
}
