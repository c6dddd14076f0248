using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using Mlp.Generator.Diagnostics;

namespace Mlp.Generator.CodeFixes;

/// <summary>A fix that replaces a few pieces of text, so that many fixes of one document are the union of their pieces.</summary>
public abstract class TextChangeFix : CodeFixProvider
{
    /// <inheritdoc/>
    public sealed override FixAllProvider GetFixAllProvider() => new TextChangeFixAll(this);

    /// <inheritdoc/>
    public sealed override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        if (await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false) is not { } root)
        {
            return;
        }

        foreach (Diagnostic diagnostic in context.Diagnostics)
        {
            foreach (TextFix fix in FixesFor(root, diagnostic).Where(fix => fix.Changes.Any()))
            {
                string key = KeyOf(fix);
                context.RegisterCodeFix(
                    CodeAction.Create(fix.Title, cancellationToken => ApplyAsync(context.Document, [diagnostic], key, cancellationToken), key), diagnostic);
            }
        }
    }

    /// <summary>The fixes of some diagnostics of a document, all at once.</summary>
    /// <param name="document">The document.</param>
    /// <param name="diagnostics">The diagnostics; one that has no fix with this key stays.</param>
    /// <param name="key">The equivalence key of the fix that was chosen.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    internal async Task<Document> ApplyAsync(Document document, IEnumerable<Diagnostic> diagnostics, string? key, CancellationToken cancellationToken)
    {
        SyntaxNode? root = await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        SourceText text = await document.GetTextAsync(cancellationToken).ConfigureAwait(false);
        return root is null
            ? document
            : document.WithText(text.WithChanges(Disjoint(diagnostics
                .SelectMany(diagnostic => FixesFor(root, diagnostic))
                .Where(fix => KeyOf(fix) == key)
                .SelectMany(fix => fix.Changes))));
    }

    /// <summary>The ways to fix a diagnostic; one without changes is not offered.</summary>
    private protected abstract IEnumerable<TextFix> FixesFor(SyntaxNode root, Diagnostic diagnostic);

    /// <summary>What the analyzer knows that the fix needs; null where there is nothing.</summary>
    private protected static string? ProposalOf(Diagnostic diagnostic) =>
        diagnostic.Properties.TryGetValue(FixProperties.Fix, out string? proposal) ? proposal : null;

    /// <summary>
    /// What a diagnostic about a piece of a text wants written: in place of the piece, or in place of the whole argument where that is
    /// not one literal. None for other diagnostics.
    /// </summary>
    private protected static TextChange? PieceOf(SyntaxNode root, Diagnostic diagnostic)
    {
        if (ProposalOf(diagnostic) is not { } fix
            || !diagnostic.Properties.TryGetValue(FixProperties.Whole, out string? whole)
            || whole is null
            || ArgumentAt(root, diagnostic) is not { Expression: var expression })
        {
            return null;
        }

        TextSpan span = diagnostic.Location.SourceSpan;
        return span == expression.Span ? new TextChange(span, SymbolDisplay.FormatLiteral(whole, quote: true)) : new TextChange(span, fix);
    }

    /// <summary>The argument of the attribute that a diagnostic is at.</summary>
    private protected static AttributeArgumentSyntax? ArgumentAt(SyntaxNode root, Diagnostic diagnostic) =>
        root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true).FirstAncestorOrSelf<AttributeArgumentSyntax>();

    /// <summary>The attribute that a diagnostic is at.</summary>
    private protected static AttributeSyntax? AttributeAt(SyntaxNode root, Diagnostic diagnostic) =>
        root.FindToken(diagnostic.Location.SourceSpan.Start).Parent?.FirstAncestorOrSelf<AttributeSyntax>();

    private string KeyOf(TextFix fix) => fix.Choice.Length == 0 ? GetType().Name : $"{GetType().Name}: {fix.Choice}";

    /// <summary>Drops what is there twice, or within another piece.</summary>
    private static IEnumerable<TextChange> Disjoint(IEnumerable<TextChange> changes)
    {
        int end = -1;
        foreach (TextChange change in changes.Distinct().OrderBy(change => change.Span.Start).ThenByDescending(change => change.Span.End))
        {
            if (change.Span.Start >= end)
            {
                end = change.Span.End;
                yield return change;
            }
        }
    }
}
