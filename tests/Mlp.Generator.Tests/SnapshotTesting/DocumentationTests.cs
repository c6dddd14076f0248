using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Mlp.Generator.Tests.SnapshotTesting;

/// <summary>What pages show of snapshot tests compiles, with all that this test project references.</summary>
public sealed partial class DocumentationTests
{
    private const string Usings =
        "using System; using System.Collections.Generic; using System.IO; using Microsoft.CodeAnalysis; using Mlp.SnapshotTesting; using Xunit;";

    private static readonly MetadataReference[] References =
        [.. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Select(path => MetadataReference.CreateFromFile(path))];

    [Theory]
    [InlineData("docs", "common-tasks.md")]
    [InlineData("src", "Mlp.SnapshotTesting", "README.md")]
    public void Every_example_compiles(params string[] page)
    {
        string[] examples = [.. Example().Matches(Repository.Read(page).ReplaceLineEndings("\n")).Select(match => match.Groups["code"].Value)];

        examples.ShouldNotBeEmpty();
        foreach (string example in examples)
        {
            SyntaxTree text = CSharpSyntaxTree.ParseText($"{Usings} class Page {{ void Run() {{\n{example}\n}} }}", new CSharpParseOptions(LanguageVersion.Preview));
            CSharpCompilation compilation = CSharpCompilation.Create("Page", [text], References, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
            compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).ShouldBeEmpty(example);
        }
    }

    /// <summary>Where people look who snapshot-test it.</summary>
    [Fact]
    public void The_changelog_says_under_Changed_that_emitted_text_changed()
    {
        string heading = "";
        List<string> headings = [];
        foreach (string line in Repository.Read("CHANGELOG.md").ReplaceLineEndings("\n").Split('\n'))
        {
            heading = line.StartsWith('#') ? line : heading;
            if (line.StartsWith("- Emitted text", StringComparison.Ordinal))
            {
                headings.Add(heading);
            }
        }

        // A first version has nothing that changed: then the rule alone is said.
        Repository.Read("CHANGELOG.md").ShouldContain("a line under \"Changed\" that\nbegins with \"Emitted text\"");
        headings.ShouldAllBe(found => found == "### Changed");
    }

    [GeneratedRegex("^```cs\n(?<code>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Example();
}
