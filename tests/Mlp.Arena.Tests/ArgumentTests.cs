using System;
using Mlp.Samples;
using Shouldly;
using Xunit;

namespace Mlp.Arena.Tests;

/// <summary>Arguments that change nothing are refused, and those of ASP.NET go on to it.</summary>
public sealed class ArgumentTests
{
    [Theory]
    [InlineData("--headless --seed 5", "--seed")]
    [InlineData("--headless --hours 5", "--hours")]
    [InlineData("--headless --soak", "--headless")]
    [InlineData("--soak --seeds 3", "--seeds")]
    [InlineData("--steps 5", "--steps")]
    [InlineData("--creature 5", "--creature")]
    [InlineData("--urls http://localhost:1 nonsense", "nonsense")]
    [InlineData("--creatures -1", "from 16 to 2000")]
    [InlineData("--seeds", "from 1 to 100")]
    public void What_changes_nothing_is_refused(string line, string named) =>
        Should.Throw<ArgumentException>(() => ArenaArguments.Parse(line.Split(' '))).Message.ShouldContain(named);

    [Fact]
    public void Settings_of_the_server_go_on_to_it()
    {
        string[] settings = ["--urls", "http://localhost:1", "--Logging:LogLevel:Default=Warning"];
        ArenaArguments arguments = ArenaArguments.Parse([.. settings, "--creatures", "20", "--seed", "3"]);
        arguments.Rest.ShouldBe(settings);
        (arguments.Creatures, arguments.Seed, arguments.Mode).ShouldBe((20, 3UL, ArenaMode.Live));
        ArenaArguments.Parse(["--soak", "--hours", "2"]).Options.Hours.ShouldBe(2);
    }
}
