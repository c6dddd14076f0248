using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Mlp.Generator.Model;
using Mlp.Generator.Parsing;

namespace Mlp.Generator.Analyzers;

/// <summary>The last steps of the pipeline: the generator says what the analyzer may not.</summary>
internal static class GeneratorVoice
{
    /// <summary>Registers the steps. They do nothing where nothing is wrong, however often the compilation changes.</summary>
    /// <param name="context">The pipeline.</param>
    /// <param name="complaints">The declarations that have something wrong with them.</param>
    public static void Register(IncrementalGeneratorInitializationContext context, IncrementalValueProvider<ImmutableArray<Complaint>> complaints)
    {
        IncrementalValuesProvider<EquatableArray<Complaint>> all = complaints
            .SelectMany(static (all, _) => all.IsEmpty ? ImmutableArray<EquatableArray<Complaint>>.Empty : [all.ToEquatableArray()])
            .WithTrackingName(TrackingNames.Complaints);
        context.RegisterSourceOutput(
            all.Combine(context.CompilationProvider).Combine(context.AnalyzerConfigOptionsProvider),
            static (output, said) => Say(output, said.Left.Left, said.Left.Right, said.Right));
        IncrementalValuesProvider<bool> hidden = context.CompilationProvider
            .Select(static (compilation, cancellationToken) => HiddenNamespace.Find(compilation, cancellationToken) is not null)
            .SelectMany(static (isHidden, _) => isHidden ? ImmutableArray.Create(true) : []);
        context.RegisterSourceOutput(
            hidden.Combine(context.CompilationProvider).Combine(context.AnalyzerConfigOptionsProvider),
            static (output, said) => Say(output, HiddenNamespace.Find(said.Left.Right, output.CancellationToken), said.Left.Right, said.Right));
    }

    private static void Say(
        SourceProductionContext output, EquatableArray<Complaint> complaints, Compilation compilation, AnalyzerConfigOptionsProvider settings)
    {
        foreach ((INamedTypeSymbol type, Complaint complaint) in TypesOf(complaints, compilation, output.CancellationToken))
        {
            foreach (Diagnostic diagnostic in IssueDiagnostics.Of(complaint.Issues, type, output.CancellationToken))
            {
                Say(output, diagnostic, compilation, settings);
            }
        }
    }

    private static void Say(SourceProductionContext output, Diagnostic? diagnostic, Compilation compilation, AnalyzerConfigOptionsProvider settings)
    {
        if (diagnostic is not null && Voice.IsGenerators(diagnostic, compilation, settings, output.CancellationToken))
        {
            output.ReportDiagnostic(diagnostic);
        }
    }

    /// <summary>The types of the declarations, each once: two that are local to their files may have one name.</summary>
    private static IEnumerable<(INamedTypeSymbol Type, Complaint Complaint)> TypesOf(
        EquatableArray<Complaint> complaints, Compilation compilation, CancellationToken cancellationToken)
    {
        ILookup<string, Complaint> byName = complaints.ToLookup(complaint => complaint.Declaration.Type.Levels[0].Name);
        foreach (IGrouping<string, Complaint> named in byName)
        {
            foreach (INamedTypeSymbol type in compilation.GetSymbolsWithName(named.Key, SymbolFilter.Type, cancellationToken).OfType<INamedTypeSymbol>())
            {
                MlpDeclaration? declaration = DeclarationParser.Parse(type, compilation, cancellationToken);
                if (named.FirstOrDefault(complaint => complaint.Declaration.Equals(declaration)) is { } complaint)
                {
                    yield return (type, complaint);
                }
            }
        }
    }
}
