using System.Collections.Generic;
using Microsoft.CodeAnalysis.Text;

namespace Mlp.Generator.CodeFixes;

/// <summary>One way to fix a diagnostic.</summary>
/// <param name="title">What the light bulb says.</param>
/// <param name="changes">The pieces of text to replace.</param>
/// <param name="choice">What tells this way from others of the same diagnostic; fixing all takes the same choice everywhere.</param>
internal sealed class TextFix(string title, IEnumerable<TextChange> changes, string choice = "")
{
    public string Title { get; } = title;

    public IEnumerable<TextChange> Changes { get; } = changes;

    public string Choice { get; } = choice;
}
