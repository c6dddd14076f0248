using System;
using System.Collections.Immutable;
using System.Linq;
using System.Runtime.ExceptionServices;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Mlp.Generator.Analyzers;

namespace Mlp.Generator.Tests.Harness;

/// <summary>Runs the analyzer. An exception in it fails the test.</summary>
internal static class Analyzing
{
    /// <summary>The diagnostics by file and place.</summary>
    public static async Task<ImmutableArray<Diagnostic>> RunAsync(Compilation compilation, CancellationToken cancellationToken = default)
    {
        Exception? thrown = null;
        var options = new CompilationWithAnalyzersOptions(
            new AnalyzerOptions(WeightFiles.All),
            (exception, _, _) => thrown = exception,
            concurrentAnalysis: true,
            logAnalyzerExecutionTime: false);
        ImmutableArray<Diagnostic> diagnostics = await compilation
            .WithAnalyzers([new MlpAnalyzer()], options)
            .GetAnalyzerDiagnosticsAsync(cancellationToken);
        if (thrown is not null)
        {
            ExceptionDispatchInfo.Throw(thrown);
        }

        return
        [
            .. diagnostics
                .OrderBy(diagnostic => diagnostic.Location.SourceTree?.FilePath, StringComparer.Ordinal)
                .ThenBy(diagnostic => diagnostic.Location.SourceSpan.Start)
                .ThenBy(diagnostic => diagnostic.Id, StringComparer.Ordinal)
        ];
    }
}
