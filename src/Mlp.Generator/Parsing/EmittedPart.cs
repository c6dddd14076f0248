using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Mlp.Generator.Parsing;

/// <summary>Tells the user's part of a type from the emitted one, which analyzers see and the generator does not.</summary>
internal static class EmittedPart
{
    /// <summary>The folder, real or not, that the compiler keeps this generator's files in.</summary>
    private const string Folder = "Mlp.Generator.MlpGenerator";

    public static bool Contains(SyntaxTree tree)
    {
        string path = tree.FilePath;
        int end = path.LastIndexOfAny(['/', '\\']);
        int start = end - Folder.Length;
        return start >= 0
            && string.CompareOrdinal(path, start, Folder, 0, Folder.Length) == 0
            && (start == 0 || path[start - 1] is '/' or '\\');
    }

    /// <summary>Whether the user wrote it, and not the compiler or the generator.</summary>
    public static bool IsUserDeclared(ISymbol symbol) =>
        symbol.DeclaringSyntaxReferences.Any(reference => !Contains(reference.SyntaxTree));

    /// <summary>The user's declarations of a type.</summary>
    public static IEnumerable<TypeDeclarationSyntax> UserParts(INamedTypeSymbol type, CancellationToken cancellationToken) =>
        type.DeclaringSyntaxReferences
            .Where(reference => !Contains(reference.SyntaxTree))
            .Select(reference => reference.GetSyntax(cancellationToken))
            .OfType<TypeDeclarationSyntax>();
}
