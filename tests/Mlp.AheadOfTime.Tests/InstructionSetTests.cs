using System.Threading.Tasks;

namespace Mlp.AheadOfTime.Tests;

/// <summary>Who publishes for x64 and names no instruction set is told what that costs, once, where it is published.</summary>
public sealed class InstructionSetTests
{
    private const string Target = "MlpAskForInstructionSet";

    private static readonly ProgramProject Probe = new("Mlp.PlatformProbe");

    [Fact]
    public async Task Without_an_instruction_set_there_is_a_warning()
    {
        ChildRun run = await Probe.Build(Target, "RuntimeIdentifier=win-x64");

        run.ExitCode.ShouldBe(0, run.Output);
        run.Lines.ShouldHaveSingleItem().ShouldContain("warning MLP1003: The networks of this program are compiled ahead of time without AVX2");
        Repository.Exists("docs", "diagnostics", "MLP1003.md").ShouldBeTrue();
    }

    [Theory]
    [InlineData("RuntimeIdentifier=linux-x64", "IlcInstructionSet=x86-64-v2")]
    [InlineData("RuntimeIdentifier=linux-x64", "NoWarn=MLP1003")]
    [InlineData("RuntimeIdentifier=linux-arm64", "NoWarn=")]
    public async Task There_is_none_where_it_is_named_or_not_wanted_or_not_needed(string system, string property)
    {
        ChildRun run = await Probe.Build(Target, system, property);

        run.ExitCode.ShouldBe(0, run.Output);
        run.Output.ShouldNotContain("MLP1003");
    }
}
