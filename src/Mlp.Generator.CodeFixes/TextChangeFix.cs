using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;

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
            if (TitleFor(diagnostic) is { } title && ChangesFor(root, diagnostic).Any())
            {
                context.RegisterCodeFix(
                    CodeAction.Create(title, cancellationToken => ApplyAsync(context.Document, [diagnostic], cancellationToken), GetType().Name),
                    diagnostic);
            }
        }
    }

    /// <summary>The fixes of some diagnostics of a document, all at once.</summary>
    internal async Task<Document> ApplyAsync(Document document, IEnumerable<Diagnostic> diagnostics, CancellationToken cancellationToken)
    {
        SyntaxNode? root = await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        SourceText text = await document.GetTextAsync(cancellationToken).ConfigureAwait(false);
        return root is null
            ? document
            : document.WithText(text.WithChanges(Disjoint(diagnostics.SelectMany(diagnostic => ChangesFor(root, diagnostic)))));
    }

    /// <summary>What the light bulb says; null where there is no fix.</summary>
    protected abstract string? TitleFor(Diagnostic diagnostic);

    /// <summary>The pieces to replace.</summary>
    protected abstract IEnumerable<TextChange> ChangesFor(SyntaxNode root, Diagnostic diagnostic);

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
