using System;
using System.Collections.Immutable;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using Mlp.Generator.Analyzers;
using Mlp.Generator.Tests.Harness;

namespace Mlp.Generator.Tests.Robustness;

/// <summary>An editor asks the same analysis again and again, and cancels most of what it asks.</summary>
public sealed class CancellationTests
{
    [Fact]
    public async Task What_was_cancelled_while_weights_were_read_is_answered_when_it_is_asked_again()
    {
        using var cancellation = new CancellationTokenSource();
        Exception? thrown = null;
        CompilationWithAnalyzers analysis = Compiling.Compile("[Mlp.Mlp(4, 32, 3, Weights = \"iris.safetensors\")] partial class IrisNet;").WithAnalyzers(
            [new MlpAnalyzer()],
            new CompilationWithAnalyzersOptions(
                new AnalyzerOptions([new CancellingText(WeightFiles.All[0], cancellation)]),
                (exception, _, _) => thrown = exception,
                concurrentAnalysis: true,
                logAnalyzerExecutionTime: false));

        await Should.ThrowAsync<OperationCanceledException>(() => analysis.GetAnalyzerDiagnosticsAsync(cancellation.Token));
        ImmutableArray<Diagnostic> diagnostics = await analysis.GetAnalyzerDiagnosticsAsync(CancellationToken.None);

        thrown.ShouldBeNull();
        diagnostics.ShouldHaveSingleItem().Id.ShouldBe("MLP0023");
    }

    /// <summary>A file that is being read when its reader is cancelled.</summary>
    private sealed class CancellingText(AdditionalText file, CancellationTokenSource cancellation) : AdditionalText
    {
        public override string Path => file.Path;

        public override SourceText? GetText(CancellationToken cancellationToken = default)
        {
            cancellation.Cancel();
            return file.GetText(CancellationToken.None);
        }
    }
}
