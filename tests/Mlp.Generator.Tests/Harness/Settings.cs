using System.Collections.Generic;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Mlp.Generator.Tests.Harness;

/// <summary>The settings of a project's .editorconfig and .globalconfig files, as the compiler gives them to generators and analyzers.</summary>
internal sealed class Settings : AnalyzerConfigOptionsProvider
{
    private readonly AnalyzerConfigSet _set;

    private Settings(AnalyzerConfigSet set) => _set = set;

    public override AnalyzerConfigOptions GlobalOptions => new Options(_set.GlobalConfigOptions.AnalyzerOptions);

    /// <summary>The severities of single diagnostics, which the compiler itself keeps.</summary>
    public SyntaxTreeOptionsProvider Severities => new TreeSeverities(_set);

    /// <param name="editorConfig">The lines for all sources; empty for no file.</param>
    /// <param name="globalConfig">The lines for the compilation; empty for no file.</param>
    public static Settings Of(string editorConfig = "", string globalConfig = "") => new(AnalyzerConfigSet.Create((AnalyzerConfig[])
    [
        .. editorConfig.Length == 0 ? [] : (AnalyzerConfig[])[AnalyzerConfig.Parse("root = true\n[*.cs]\n" + editorConfig, "/.editorconfig")],
        .. globalConfig.Length == 0 ? [] : (AnalyzerConfig[])[AnalyzerConfig.Parse("is_global = true\n" + globalConfig, "/.globalconfig")],
    ]));

    public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => new Options(Of(tree).AnalyzerOptions);

    public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => new Options(ImmutableDictionary<string, string>.Empty);

    private AnalyzerConfigOptionsResult Of(SyntaxTree tree) => _set.GetOptionsForSourcePath("/" + tree.FilePath);

    /// <summary>The keys and values of one file.</summary>
    private sealed class Options(ImmutableDictionary<string, string> values) : AnalyzerConfigOptions
    {
        public override IEnumerable<string> Keys => values.Keys;

        public override bool TryGetValue(string key, [NotNullWhen(true)] out string? value) =>
            (value = values.FirstOrDefault(pair => KeyComparer.Equals(pair.Key, key)).Value) is not null;
    }

    /// <summary>The severities of diagnostics by their ids.</summary>
    private sealed class TreeSeverities(AnalyzerConfigSet set) : SyntaxTreeOptionsProvider
    {
        public override GeneratedKind IsGenerated(SyntaxTree tree, CancellationToken cancellationToken) => GeneratedKind.Unknown;

        public override bool TryGetDiagnosticValue(SyntaxTree tree, string diagnosticId, CancellationToken cancellationToken, out ReportDiagnostic severity) =>
            set.GetOptionsForSourcePath("/" + tree.FilePath).TreeOptions.TryGetValue(diagnosticId, out severity);

        public override bool TryGetGlobalDiagnosticValue(string diagnosticId, CancellationToken cancellationToken, out ReportDiagnostic severity) =>
            set.GlobalConfigOptions.TreeOptions.TryGetValue(diagnosticId, out severity);
    }
}
