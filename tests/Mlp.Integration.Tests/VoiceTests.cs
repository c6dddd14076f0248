using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using System.Threading.Tasks;
using Shouldly;
using Xunit;

namespace Mlp.Integration.Tests;

/// <summary>What is wrong with a network is said once, at its place, whatever analyzers a project switches off.</summary>
public sealed partial class VoiceTests
{
    [Theory]
    [InlineData("")]
    [InlineData("-p:RunAnalyzers=false")]
    [InlineData("-p:RunAnalyzers=true -p:RunAnalyzersDuringBuild=false")]
    [InlineData("-p:RunAnalyzersDuringBuild=false")]
    [InlineData("-p:IsImplicitlyTriggeredBuild=true -p:TreatWarningsAsErrors=false")]
    [InlineData("-p:RunAnalyzersDuringLiveAnalysis=false")]
    [InlineData("", "dotnet_analyzer_diagnostic.severity = none")]
    [InlineData("", "dotnet_analyzer_diagnostic.severity = silent")]
    [InlineData("", "dotnet_analyzer_diagnostic.severity = suggestion")]
    [InlineData("", "dotnet_analyzer_diagnostic.severity = warning")]
    [InlineData("", "dotnet_analyzer_diagnostic.category-Mlp.Network.severity = none")]
    [InlineData("", "dotnet_analyzer_diagnostic.severity = none\ndotnet_analyzer_diagnostic.category-Mlp.Network.severity = error")]
    [InlineData("", "dotnet_analyzer_diagnostic.severity = none\ndotnet_diagnostic.MLP0014.severity = error\ndotnet_diagnostic.MLP0010.severity = warning")]
    [InlineData("-p:RunAnalyzers=false", "dotnet_analyzer_diagnostic.severity = none")]
    public async Task A_wrong_declaration_is_said_once_on_its_line(string switches, string? severities = null)
    {
        using var consumer = new Consumer("Wrong");
        IReadOnlyList<(string, int, string)> expected = Expected(consumer);
        expected.Count.ShouldBe(4);
        string[] arguments = [Log(consumer), .. switches.Split(' ', StringSplitOptions.RemoveEmptyEntries)];
        foreach (string file in severities is null ? [""] : (string[])[".globalconfig", ".editorconfig"])
        {
            if (severities is not null)
            {
                consumer.Write(file, (file == ".globalconfig" ? "is_global = true\n" : "root = true\n[*.cs]\n") + severities);
            }

            ChildRun build = await consumer.Build(arguments);

            (await SpokenAsync(consumer)).ShouldBe(expected, build.Output);

            // What did not compile is compiled again, and need not be restored again.
            arguments = [.. arguments, "--no-restore"];
            File.Delete(Path.Combine(consumer.Folder, "said.txt"));
            File.Delete(Path.Combine(consumer.Folder, ".globalconfig"));
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("-p:RunAnalyzers=false")]
    public async Task The_users_own_word_about_a_diagnostic_holds_for_whoever_says_it(string switches)
    {
        using var consumer = new Consumer("Wrong");
        IReadOnlyList<(string, int, string Id)> expected = Expected(consumer);
        consumer.Write(".editorconfig", "root = true\n[*.cs]\ndotnet_diagnostic.MLP0014.severity = none\ndotnet_diagnostic.MLP0010.severity = warning");
        string program = Path.Combine(consumer.Folder, "Program.cs");
        consumer.Write("Program.cs", (await File.ReadAllTextAsync(program)).Replace("internal sealed class Closed; // MLP0001", "#pragma warning disable MLP0001\ninternal sealed class Closed;"));

        ChildRun build = await consumer.Build([Log(consumer), "-p:NoWarn=MLP0021", .. switches.Split(' ', StringSplitOptions.RemoveEmptyEntries)]);

        (await SpokenAsync(consumer)).ShouldBe(expected.Where(complaint => complaint.Id == "MLP0010"), build.Output);
    }

    [Theory]
    [InlineData("-p:RunAnalyzersDuringBuild=false", false)]
    [InlineData("-p:RunAnalyzers=false", true)]
    [InlineData("-p:RunAnalyzersDuringLiveAnalysis=false", true)]
    public async Task An_editor_is_told_who_speaks_by_what_it_runs_itself(string switches, bool isGenerator)
    {
        using var consumer = new Consumer("Wrong");
        ChildRun restore = await consumer.Build("-t:Restore");
        restore.ExitCode.ShouldBe(0, restore.Output);

        ChildRun build = await consumer.Build(
            "-t:Compile", "-p:DesignTimeBuild=true", "-p:SkipCompilerExecution=true", "-p:ProvideCommandLineArgs=true", "-getItem:EditorConfigFiles", switches);

        build.ExitCode.ShouldBe(0, build.Output);
        build.Output.Contains("Mlp.GeneratorSpeaks.globalconfig", StringComparison.Ordinal).ShouldBe(isGenerator, build.Output);
    }

    /// <summary>Not the console: that repeats at the end what it said.</summary>
    private static string Log(Consumer consumer) => $"-flp:LogFile={Path.Combine(consumer.Folder, "said.txt")};NoSummary;Verbosity=quiet";

    private static async Task<IReadOnlyList<(string File, int Line, string Id)>> SpokenAsync(Consumer consumer) =>
        Consumer.Spoken(await File.ReadAllTextAsync(Path.Combine(consumer.Folder, "said.txt")));

    private static IReadOnlyList<(string File, int Line, string Id)> Expected(Consumer consumer) =>
    [
        .. from line in File.ReadAllLines(Path.Combine(consumer.Folder, "Program.cs")).Index()
           let id = Id().Match(line.Item)
           where id.Success
           select ("Program.cs", line.Index + 1, id.Groups[1].Value),
    ];

    [GeneratedRegex(@"// (MLP\d{4})$")]
    private static partial Regex Id();
}
