using Microsoft.CodeAnalysis.CSharp;

namespace Mlp.Generator.Tests.Diagnostics;

/// <summary>One source that must be reported, marked where, and its nearest relative that must not.</summary>
/// <param name="Id">The diagnostic.</param>
/// <param name="Wrong">The source with marks.</param>
/// <param name="Right">The source without anything to report.</param>
/// <param name="Message">A piece of the message.</param>
public sealed record DiagnosticCase(string Id, string Wrong, string Right, string Message)
{
    /// <summary>The C# version of the wrong source.</summary>
    public LanguageVersion WrongVersion { get; init; } = LanguageVersion.CSharp13;

    public override string ToString() => Id + " " + Wrong;
}
