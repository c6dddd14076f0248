using System;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Mlp.Generator.Analyzers;

/// <summary>
/// Who says what is wrong. It is the analyzer, for editors know its diagnostics while one types; and it is the generator where the
/// project switches analyzers off. Both ask here, so that it is never said twice, and never by nobody.
/// </summary>
internal static class Voice
{
    /// <summary>Set by the package's targets in builds without analyzers, see Mlp.GeneratorSpeaks.globalconfig.</summary>
    private const string SpeakerKey = "mlp_diagnostics_from";

    private const string Generator = "generator";

    private const string BulkKey = "dotnet_analyzer_diagnostic.severity";

    /// <summary>Whether the generator is to say it.</summary>
    /// <param name="diagnostic">What is said, and where.</param>
    /// <param name="compilation">The compilation, which has the severities of single diagnostics.</param>
    /// <param name="settings">The settings of the project, which have those of all at once.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    public static bool IsGenerators(
        Diagnostic diagnostic, Compilation compilation, AnalyzerConfigOptionsProvider settings, CancellationToken cancellationToken) =>
        (settings.GlobalOptions.TryGetValue(SpeakerKey, out string? speaker) && IsWord(speaker, Generator))
        || (diagnostic.Location.SourceTree is { } tree
            && !IsSetByItself(diagnostic.Id, tree, compilation, cancellationToken)
            && IsMute(BulkSeverity(diagnostic.Descriptor.Category, settings.GetOptions(tree))));

    /// <summary>Whether the project has a word for this very diagnostic. It goes before all others, and is the user's own: the compiler keeps it for both.</summary>
    private static bool IsSetByItself(string id, SyntaxTree tree, Compilation compilation, CancellationToken cancellationToken) =>
        compilation.Options.SpecificDiagnosticOptions.ContainsKey(id)
        || (compilation.Options.SyntaxTreeOptionsProvider is { } severities
            && (severities.TryGetDiagnosticValue(tree, id, cancellationToken, out _) || severities.TryGetGlobalDiagnosticValue(id, cancellationToken, out _)));

    /// <summary>The severity of a whole category, or else of whatever analyzers say: the compiler asks in this order.</summary>
    private static string? BulkSeverity(string category, AnalyzerConfigOptions options) =>
        options.TryGetValue($"dotnet_analyzer_diagnostic.category-{category}.severity", out string? severity) && IsSeverity(severity) ? severity
        : options.TryGetValue(BulkKey, out severity) ? severity
        : null;

    /// <summary>Whether a build shows nothing of that severity.</summary>
    private static bool IsMute(string? severity) => IsWord(severity, "none") || IsWord(severity, "silent") || IsWord(severity, "suggestion");

    private static bool IsSeverity(string severity) =>
        IsMute(severity) || IsWord(severity, "warning") || IsWord(severity, "error") || IsWord(severity, "default");

    private static bool IsWord(string? text, string word) => string.Equals(text?.Trim(), word, StringComparison.OrdinalIgnoreCase);
}
