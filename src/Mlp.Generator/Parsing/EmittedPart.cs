using System;
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
    private static readonly string Folder = typeof(MlpGenerator).FullName;

    public static bool Contains(SyntaxTree tree)
    {
        string path = tree.FilePath;
        int start = path.IndexOf(Folder, StringComparison.Ordinal);
        return start >= 0 && IsSeparator(path, start - 1) && IsSeparator(path, start + Folder.Length);
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

    private static bool IsSeparator(string path, int at) => at < 0 || (at < path.Length && path[at] is '/' or '\\');
}
