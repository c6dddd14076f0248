using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Shouldly;
using Xunit;

namespace Mlp.Runtime.Tests.Laws;

/// <summary>What the runtime shows: types for users, each with a reason, and types for emitted code, which editors hide.</summary>
public sealed partial class PublicTypeTests
{
    private const string ForEmittedCode = "Mlp.CompilerServices";

    private static IEnumerable<INamedTypeSymbol> Types => RuntimeSources.PublicTypes;

    private static IEnumerable<INamedTypeSymbol> OfEmittedCode => Types.Where(type => NamespaceOf(type) == ForEmittedCode);

    [Fact]
    public void Editors_hide_what_only_emitted_code_calls()
    {
        OfEmittedCode.Count().ShouldBeGreaterThan(15);
        OfEmittedCode.Where(type => !type.GetAttributes().Any(IsNeverBrowsable)).Select(type => type.Name).ShouldBeEmpty();
        Types.Where(type => NamespaceOf(type) != ForEmittedCode && type.GetAttributes().Any(IsNeverBrowsable)).Select(type => type.Name)
            .ShouldBeEmpty($"what is hidden belongs to {ForEmittedCode}");
    }

    [Fact]
    public void What_only_emitted_code_calls_says_so() => OfEmittedCode
        .Where(type => type.GetDocumentationCommentXml()?.Contains("Belongs to emitted code of the same version, and may change in any version.") != true)
        .Select(type => type.Name).ShouldBeEmpty();

    [Fact]
    public void Its_rooms_and_its_namespace_are_the_same_types() => Types
        .Where(type => NamespaceOf(type) == ForEmittedCode != RuntimeSources.RoomOf(type).StartsWith("CompilerServices/", System.StringComparison.Ordinal))
        .Select(type => type.ToDisplayString()).ShouldBeEmpty();

    [Fact]
    public void Every_other_type_has_a_reason_in_the_documentation()
    {
        string page = Repository.Read("docs", "public-api.md");
        string[] explained = [.. Row().Matches(page).Select(row => row.Groups["type"].Value)];

        explained.ShouldBeUnique();
        explained.ShouldBe(Types.Where(type => NamespaceOf(type) != ForEmittedCode).Select(NameOf), ignoreOrder: true);
    }

    private static bool IsNeverBrowsable(AttributeData attribute) =>
        attribute.AttributeClass?.Name == "EditorBrowsableAttribute" && attribute.ConstructorArguments is [{ Value: 1 }];

    private static string NamespaceOf(INamedTypeSymbol type) => type.ContainingNamespace.ToDisplayString();

    // As C# writes it, behind its namespace where that is not Mlp: `IPredictor<TSelf>`, `Serving.Canary`.
    private static string NameOf(INamedTypeSymbol type) => type.ToDisplayString()["Mlp.".Length..];

    [GeneratedRegex(@"^\| `(?<type>[^`]+)` \| .{15,} \|$", RegexOptions.Multiline)]
    private static partial Regex Row();
}
