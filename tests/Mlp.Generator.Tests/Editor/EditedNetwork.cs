using System.Collections.Generic;
using System.Linq;
using System.Xml.Linq;
using Microsoft.CodeAnalysis;
using Mlp.Testing;

namespace Mlp.Generator.Tests.Editor;

/// <summary>A network in a compilation after the generator ran, as an editor sees it: symbols, doc comments, places.</summary>
internal sealed class EditedNetwork
{
    private static readonly HarnessOptions Options = HarnessOptions.Strict with
    {
        Documentation = DocumentationMode.Diagnose,
        AdditionalFiles = [WeightTexts.Counting("/project/models/spiral.safetensors", 2, 3, 2), WeightTexts.Counting("/project/a&b <1>.safetensors", 2, 3, 2)],
    };

    private EditedNetwork(GeneratorRun run, INamedTypeSymbol type)
    {
        Run = run;
        Type = type;
    }

    public GeneratorRun Run { get; }

    public INamedTypeSymbol Type { get; }

    /// <summary>The emitted members that a user can name.</summary>
    public IReadOnlyList<ISymbol> Members =>
    [
        .. Type.GetMembers().Where(member => member.DeclaredAccessibility == Accessibility.Public
            && !member.IsImplicitlyDeclared
            && member is not IMethodSymbol { AssociatedSymbol: not null }
            && IsEmitted(member)),
    ];

    /// <summary>The file of the members.</summary>
    public IReadOnlyList<string> Lines =>
        Members[0].Locations[0].SourceTree.ShouldNotBeNull().ToString().Split('\n');

    /// <summary>The comment that the file opens with.</summary>
    public IReadOnlyList<string> Head => [.. Lines.TakeWhile(line => line.StartsWith("//", System.StringComparison.Ordinal))];

    public int InputSize => Constant("InputSize");

    public int OutputSize => Constant("OutputSize");

    public int ParameterCount => Constant("ParameterCount");

    /// <summary>The one network of a source that compiles without a warning.</summary>
    public static EditedNetwork Of(string source, DocumentationMode documentation = DocumentationMode.Diagnose)
    {
        GeneratorRun run = GeneratorHarness.Run(source, Options with { Documentation = documentation }).AssertClean();
        INamedTypeSymbol type = run.Output.GetSymbolsWithName(_ => true, SymbolFilter.Type).OfType<INamedTypeSymbol>()
            .Single(symbol => symbol.GetAttributes().Any(attribute => attribute.AttributeClass?.Name == "MlpAttribute"));
        return new EditedNetwork(run, type);
    }

    /// <summary>What the compiler makes of a symbol's doc comments, all parts together; it fails where they are no XML.</summary>
    public static XElement Documentation(ISymbol symbol)
    {
        string xml = symbol.GetDocumentationCommentXml().ShouldNotBeNull();
        xml.ShouldNotBeEmpty(symbol.ToDisplayString());
        return XElement.Parse(xml, LoadOptions.PreserveWhitespace);
    }

    /// <summary>The text of an element, as an editor shows it: white space is one space.</summary>
    public static string Text(XElement? element) =>
        string.Join(' ', (element?.Value ?? "").Split((char[]?)null, System.StringSplitOptions.RemoveEmptyEntries));

    private static bool IsEmitted(ISymbol symbol) => symbol.DeclaringSyntaxReferences.All(reference => reference.SyntaxTree.FilePath.EndsWith(".g.cs"));

    private int Constant(string name) => (int)((IFieldSymbol)Type.GetMembers(name).Single()).ConstantValue.ShouldNotBeNull();
}
