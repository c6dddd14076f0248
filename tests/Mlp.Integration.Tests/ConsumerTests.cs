using System.Globalization;
using System.Text.RegularExpressions;
using System.Threading.Tasks;
using Shouldly;
using Xunit;

namespace Mlp.Integration.Tests;

/// <summary>Users' projects, under settings that the repository's own do not have, compile without a warning, run and learn.</summary>
public sealed partial class ConsumerTests
{
    [Theory]
    [InlineData("Strict", 8)]
    [InlineData("NullableOff", 4)]
    [InlineData("CSharp13", 4)]
    [InlineData("VisualBasic", 2)]
    public async Task A_project_compiles_without_a_warning_and_its_networks_learn(string project, int networks)
    {
        using var consumer = new Consumer(project);

        ChildRun build = await consumer.Build();

        Consumer.Complaints(build).ShouldBeEmpty(build.Output);
        build.ExitCode.ShouldBe(0, build.Output);
        ChildRun run = await consumer.Run();
        run.ExitCode.ShouldBe(0, run.Output);
        MatchCollection results = Result().Matches(run.Output);
        results.Count.ShouldBe(networks, run.Output);
        foreach (Match result in results)
        {
            double first = Number(result.Groups["first"]);
            double last = Number(result.Groups["last"]);
            if (result.Groups["measure"].Value == "loss")
            {
                last.ShouldBeLessThan(first, result.Value);
            }
            else
            {
                last.ShouldBe(1.0, result.Value);
            }
        }
    }

    private static double Number(Group group) => double.Parse(group.ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^\S+: (?<measure>loss|accuracy) (?<first>\d+\.\d+) -> (?<last>\d+\.\d+)\r?$", RegexOptions.Multiline)]
    private static partial Regex Result();
}
