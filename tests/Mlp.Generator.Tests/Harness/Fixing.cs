using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Mlp.Generator.Tests.Harness;

/// <summary>Applies a code fix in a workspace, to the first diagnostic or to all.</summary>
internal static class Fixing
{
    /// <summary>The text after fixing the first diagnostic that the fix is for.</summary>
    /// <param name="fix">The fix.</param>
    /// <param name="source">The text.</param>
    /// <param name="title">Which of several fixes is taken; null where there is one alone.</param>
    public static async Task<string> FixFirstAsync(CodeFixProvider fix, string source, string? title = null)
    {
        using var workspace = new AdhocWorkspace();
        Document document = AddProject(workspace, source).Documents.Single();
        Diagnostic diagnostic = (await DiagnosticsAsync(fix, document.Project))[0];
        CodeAction action = Choose(await ActionsAsync(fix, document, diagnostic), title);
        return await ApplyAsync(action, document.Project.Solution, document.Id);
    }

    /// <summary>The titles the fix offers for the first diagnostic it is for.</summary>
    public static async Task<IReadOnlyList<string>> TitlesAsync(CodeFixProvider fix, string source)
    {
        using var workspace = new AdhocWorkspace();
        Document document = AddProject(workspace, source).Documents.Single();
        Diagnostic diagnostic = (await DiagnosticsAsync(fix, document.Project))[0];
        return [.. (await ActionsAsync(fix, document, diagnostic)).Select(action => action.Title)];
    }

    /// <summary>The texts after fixing all diagnostics of a project at once.</summary>
    public static Task<IReadOnlyList<string>> FixAllAsync(CodeFixProvider fix, params string[] sources) => FixAllAsync(fix, null, sources);

    /// <summary>The texts after fixing all diagnostics of a project as the first one is fixed under a title.</summary>
    public static async Task<IReadOnlyList<string>> FixAllAsync(CodeFixProvider fix, string? title, string[] sources)
    {
        using var workspace = new AdhocWorkspace();
        Project project = AddProject(workspace, sources);
        Diagnostic first = (await DiagnosticsAsync(fix, project))[0];
        Document document = project.GetDocument(first.Location.SourceTree).ShouldNotBeNull();
        string key = Choose(await ActionsAsync(fix, document, first), title).EquivalenceKey.ShouldNotBeNull();
        var context = new FixAllContext(
            document, fix, FixAllScope.Project, key, fix.FixableDiagnosticIds, new AnalyzerDiagnostics(fix), CancellationToken.None);
        CodeAction all = (await fix.GetFixAllProvider().ShouldNotBeNull().GetFixAsync(context)).ShouldNotBeNull();
        List<string> texts = [];
        foreach (DocumentId id in project.DocumentIds)
        {
            texts.Add(await ApplyAsync(all, project.Solution, id));
        }

        return texts;
    }

    private static CodeAction Choose(IReadOnlyList<CodeAction> actions, string? title) =>
        actions.Where(action => title is null || action.Title == title).ShouldHaveSingleItem();

    private static Project AddProject(AdhocWorkspace workspace, params string[] sources)
    {
        Project project = workspace.AddProject(ProjectInfo.Create(
            ProjectId.CreateNewId(),
            VersionStamp.Create(),
            "Consumer",
            "Consumer",
            LanguageNames.CSharp,
            compilationOptions: Compiling.Options,
            parseOptions: Compiling.LatestCSharp,
            metadataReferences: Compiling.References));
        for (int i = 0; i < sources.Length; i++)
        {
            project = project.AddDocument($"Source{i}.cs", sources[i], filePath: $"Source{i}.cs").Project;
        }

        return project;
    }

    private static async Task<ImmutableArray<Diagnostic>> DiagnosticsAsync(CodeFixProvider fix, Project project)
    {
        Compilation compilation = (await project.GetCompilationAsync()).ShouldNotBeNull();
        return [.. (await Analyzing.RunAsync(compilation)).Where(diagnostic => fix.FixableDiagnosticIds.Contains(diagnostic.Id))];
    }

    private static async Task<IReadOnlyList<CodeAction>> ActionsAsync(CodeFixProvider fix, Document document, Diagnostic diagnostic)
    {
        List<CodeAction> actions = [];
        await fix.RegisterCodeFixesAsync(new CodeFixContext(document, diagnostic, (action, _) => actions.Add(action), CancellationToken.None));
        return actions;
    }

    private static async Task<string> ApplyAsync(CodeAction action, Solution solution, DocumentId id)
    {
        ImmutableArray<CodeActionOperation> operations = await action.GetOperationsAsync(solution, new Progress(), CancellationToken.None);
        Solution changed = operations.OfType<ApplyChangesOperation>().Single().ChangedSolution;
        return (await changed.GetDocument(id).ShouldNotBeNull().GetTextAsync()).ToString();
    }

    /// <summary>Nobody watches.</summary>
    private sealed class Progress : System.IProgress<CodeAnalysisProgress>
    {
        public void Report(CodeAnalysisProgress value)
        {
        }
    }

    /// <summary>Gives a fix-all provider the analyzer's diagnostics.</summary>
    private sealed class AnalyzerDiagnostics(CodeFixProvider fix) : FixAllContext.DiagnosticProvider
    {
        public override async Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(Project project, CancellationToken cancellationToken) =>
            await DiagnosticsAsync(fix, project);

        public override async Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(Document document, CancellationToken cancellationToken)
        {
            SyntaxTree? tree = await document.GetSyntaxTreeAsync(cancellationToken);
            return (await DiagnosticsAsync(fix, document.Project)).Where(diagnostic => diagnostic.Location.SourceTree == tree);
        }

        public override Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(Project project, CancellationToken cancellationToken) =>
            Task.FromResult<IEnumerable<Diagnostic>>([]);
    }
}
