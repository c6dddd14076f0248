using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Mlp.Generator.Tests.Laws;

/// <summary>One source file of the generator, as the laws look at it.</summary>
internal sealed class SourceFile(string path, string text)
{
    private readonly SyntaxNode _root = CSharpSyntaxTree.ParseText(text, new CSharpParseOptions(LanguageVersion.Preview)).GetRoot();

    /// <summary>The files of src/Mlp.Generator.</summary>
    public static IReadOnlyList<SourceFile> OfGenerator { get; } = Of("Mlp.Generator");

    /// <summary>From the project's folder, with forward slashes.</summary>
    public string Path { get; } = path;

    /// <summary>The project's folder it is in; empty at the top.</summary>
    public string Folder => Path.Contains('/') ? Path[..Path.IndexOf('/')] : "";

    public int LineCount => text.Split('\n').Length;

    public IEnumerable<string> Usings =>
        _root.DescendantNodes().OfType<UsingDirectiveSyntax>().Select(directive => directive.NamespaceOrType.ToString());

    /// <summary>The identifiers in code, not in comments or strings.</summary>
    public IEnumerable<string> Identifiers =>
        _root.DescendantTokens().Where(token => token.IsKind(SyntaxKind.IdentifierToken)).Select(token => token.ValueText);

    /// <summary>The texts of string literals, the fixed parts of interpolated ones included.</summary>
    public IEnumerable<string> Strings =>
        _root.DescendantTokens()
            .Where(token => token.Kind() is SyntaxKind.StringLiteralToken or SyntaxKind.InterpolatedStringTextToken
                or SyntaxKind.SingleLineRawStringLiteralToken or SyntaxKind.MultiLineRawStringLiteralToken)
            .Select(token => token.ValueText);

    /// <summary>The names of the types made with <c>new</c>.</summary>
    public IEnumerable<string> CreatedTypes =>
        _root.DescendantNodes().OfType<ObjectCreationExpressionSyntax>().Select(creation => creation.Type.ToString());

    /// <summary>The methods that are called by the name of a type.</summary>
    public IEnumerable<(string Path, string Type, string Method)> StaticCalls =>
        _root.DescendantNodes().OfType<InvocationExpressionSyntax>()
            .Select(call => call.Expression).OfType<MemberAccessExpressionSyntax>()
            .Where(access => access.Expression is IdentifierNameSyntax)
            .Select(access => (Path, access.Expression.ToString(), access.Name.Identifier.ValueText));

    /// <summary>What stands before the brackets of an index.</summary>
    public IEnumerable<string> Indexed =>
        _root.DescendantNodes().OfType<ElementAccessExpressionSyntax>().Select(access => access.Expression.ToString());

    /// <summary>The names of the types that are declared.</summary>
    public IEnumerable<string> TypeNames => _root.DescendantNodes().OfType<BaseTypeDeclarationSyntax>().Select(type => type.Identifier.ValueText);

    public IEnumerable<MemberDeclarationSyntax> Types =>
        _root.DescendantNodes().Where(node => node is BaseTypeDeclarationSyntax or DelegateDeclarationSyntax).Cast<MemberDeclarationSyntax>();

    public static IReadOnlyList<SourceFile> Of(string project) =>
        [.. Repository.Sources("src", project).Select(source => new SourceFile(source.Key, source.Value))];

    public bool IsIn(params string[] folders) => folders.Contains(Folder);

    public override string ToString() => Path;
}
