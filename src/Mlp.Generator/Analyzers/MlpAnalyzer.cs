using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Mlp.Generator.Diagnostics;
using Mlp.Generator.Model;
using Mlp.Generator.Parsing;
using Mlp.Generator.Parsing.Files;
using Mlp.Generator.Parsing.Onnx;

namespace Mlp.Generator.Analyzers;

/// <summary>Reports what is wrong with a declaration: the same judgement by which the generator emits nothing for it.
/// Where the project switches analyzers off, the generator reports it: see <see cref="Voice"/>.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class MlpAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => Descriptors.All;

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.Analyze | GeneratedCodeAnalysisFlags.ReportDiagnostics);
        context.RegisterCompilationStartAction(static start =>
        {
            AnalyzerOptions options = start.Options;
            CancellationToken cancellationToken = start.CancellationToken;

            // Once for all types, and only where a type is a network.
            var files = new Lazy<ProjectFiles>(() => new ProjectFiles(
                options.AdditionalFiles.Where(WeightSourceParser.IsWeights).Select(file => WeightSourceParser.Parse(file, cancellationToken)).ToEquatableArray(),
                options.AdditionalFiles.Where(OnnxSourceParser.IsModel).Select(file => OnnxSourceParser.Parse(file, cancellationToken)).ToEquatableArray()));
            start.RegisterSymbolAction(symbol => Analyze(symbol, files), SymbolKind.NamedType);
        });
    }

    private static void Analyze(SymbolAnalysisContext context, Lazy<ProjectFiles> files)
    {
        CancellationToken cancellationToken = context.CancellationToken;
        if (HiddenNamespace.IsBy(context.Symbol) && HiddenNamespace.Find(context.Compilation, cancellationToken) is { } hidden)
        {
            Report(context, hidden);
        }

        foreach (Diagnostic layer in LayersWithoutNetwork(context.Symbol as INamedTypeSymbol, cancellationToken))
        {
            Report(context, layer);
        }

        if (context.Symbol is not INamedTypeSymbol type
            || DeclarationParser.Parse(type, context.Compilation, cancellationToken) is not { } declaration)
        {
            return;
        }

        IEnumerable<DeclarationIssue> issues = DeclarationValidator.Validate(declaration, files.Value, cancellationToken).Issues;
        foreach (Diagnostic diagnostic in IssueDiagnostics.Of(issues, type, cancellationToken))
        {
            Report(context, diagnostic);
        }
    }

    /// <summary>Layers of a type that has no attribute of a network: the generator does not look at it.</summary>
    private static IEnumerable<Diagnostic> LayersWithoutNetwork(INamedTypeSymbol? type, CancellationToken cancellationToken) =>
        type is not { TypeKind: TypeKind.Class or TypeKind.Struct } || !AttributeReader.AttributesOf(type).IsEmpty
            ? []
            : AttributeReader.AllLayersOf(type, cancellationToken).Select(layer => Diagnostic.Create(
                Descriptors.Of(DiagnosticIds.LayerWithoutNetwork), AttributeReader.SyntaxOf(layer, cancellationToken)?.GetLocation(), AttributeReader.KindOf(layer), type.Name));

    private static void Report(SymbolAnalysisContext context, Diagnostic diagnostic)
    {
        if (!Voice.IsGenerators(diagnostic, context.Compilation, context.Options.AnalyzerConfigOptionsProvider, context.CancellationToken))
        {
            context.ReportDiagnostic(diagnostic);
        }
    }
}
