using System;
using System.Linq;
using System.Threading.Tasks;
using Shouldly;
using Xunit;

namespace Mlp.Integration.Tests;

/// <summary>What is wrong with a network is said once, at its place, whatever analyzers a project switches off.</summary>
public sealed class VoiceTests(VoiceBuilds builds) : IClassFixture<VoiceBuilds>
{
    public static TheoryData<string, string, string> Switches
    {
        get
        {
            var data = new TheoryData<string, string, string>();
            VoiceBuilds.Switches.ToList().ForEach(row => data.Add(row.Properties, row.File, row.Severities));
            return data;
        }
    }

    public static TheoryData<string> SwitchesOfOwnWords => new(VoiceBuilds.SwitchesOfOwnWords);

    [Theory]
    [MemberData(nameof(Switches))]
    public void A_wrong_declaration_is_said_once_on_its_line(string properties, string file, string severities)
    {
        builds.Expected.Count.ShouldBe(4);
        builds.Said(properties, file, severities).ShouldBe(builds.Expected, builds.Output);
    }

    [Theory]
    [MemberData(nameof(SwitchesOfOwnWords))]
    public void The_users_own_word_about_a_diagnostic_holds_for_whoever_says_it(string properties) =>
        builds.SaidBesideOwnWords(properties).ShouldBe(builds.Expected.Where(complaint => complaint.Id == "MLP0010"), builds.Output);

    [Fact]
    public async Task An_editor_is_told_who_speaks_by_what_it_runs_itself()
    {
        using var consumer = new Consumer("Wrong");
        ChildRun restore = await consumer.Build("-t:Restore");
        restore.ExitCode.ShouldBe(0, restore.Output);
        foreach ((string property, bool isGenerator) in ((string, bool)[])[("RunAnalyzersDuringBuild", false), ("RunAnalyzers", true), ("RunAnalyzersDuringLiveAnalysis", true)])
        {
            ChildRun build = await consumer.Build(
                "-t:Compile", "-p:DesignTimeBuild=true", "-p:SkipCompilerExecution=true", "-p:ProvideCommandLineArgs=true", "-getItem:EditorConfigFiles", $"-p:{property}=false");

            build.ExitCode.ShouldBe(0, build.Output);
            build.Output.Contains("Mlp.GeneratorSpeaks.globalconfig", StringComparison.Ordinal).ShouldBe(isGenerator, build.Output);
        }
    }
}
