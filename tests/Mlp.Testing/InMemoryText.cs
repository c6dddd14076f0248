using System.Text;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Mlp.Testing;

/// <summary>An additional file of a compilation that stands nowhere but here.</summary>
/// <param name="path">Its path.</param>
/// <param name="text">Its text; null for one that the compiler cannot read as text.</param>
public sealed class InMemoryText(string path, string? text) : AdditionalText
{
    public override string Path { get; } = path;

    public override SourceText? GetText(CancellationToken cancellationToken = default) => text is null ? null : SourceText.From(text, Encoding.UTF8);
}
