using System;
using System.IO;
using Mlp.Samples;
using Shouldly;
using Spectre.Console;
using Xunit;

namespace Mlp.Arena.Tests;

/// <summary>What <c>--headless</c> prints and asserts, and what the program's arguments are.</summary>
public sealed class HeadlessTests
{
    /// <summary>Worlds of five seeds, each of fewer creatures and shorter generations than on the page.</summary>
    [Fact]
    public void After_sixty_generations_creatures_eat_three_times_as_much_and_more()
    {
        string output = Run(new HeadlessOptions { Creatures = 48, Steps = 500 });
        output.ShouldContain("│ seed 5 │");
        output.ShouldContain("│         60 │");
        output.ShouldContain("generation 60, times generation 1: ");
        output.ShouldContain("1000 brains think in ");
    }

    [Fact]
    public void Creatures_that_learn_too_little_are_a_fault() => Should
        .Throw<InvalidDataException>(() => Run(new HeadlessOptions { Seeds = 1, Generations = 1, Creatures = 16, Steps = 60 }))
        .Message.ShouldContain("3 times");

    [Fact]
    public void Arguments_are_read()
    {
        ArenaArguments headless = ArenaArguments.Parse(["--headless", "--seeds", "7", "--generations", "80", "--creatures", "32", "--steps", "60"]);
        headless.Mode.ShouldBe(ArenaMode.Headless);
        headless.Options.ShouldBe(new HeadlessOptions { Seeds = 7, Generations = 80, Creatures = 32, Steps = 60 });
        ArenaArguments.Parse(["--soak", "--hours", "2"]).Options.Hours.ShouldBe(2);
        ArenaArguments live = ArenaArguments.Parse(["--urls", "http://*:80", "--creatures", "1000", "--seed", "4"]);
        (live.Mode, live.Creatures, live.Seed).ShouldBe((ArenaMode.Live, 1000, 4ul));
        live.Rest.ShouldBe(["--urls", "http://*:80"]);
    }

    [Theory]
    [InlineData("--seeds is a whole number from 1 to 100", "--headless", "--seeds")]
    [InlineData("--creatures is a whole number from 16 to 2000", "--creatures", "2001")]
    [InlineData("--steps is a whole number", "--steps", "-5")]
    [InlineData("no argument \"--urls\"", "--headless", "--urls", "http://*:80")]
    public void A_wrong_argument_is_refused(string message, params string[] arguments) =>
        Should.Throw<ArgumentException>(() => ArenaArguments.Parse(arguments)).Message.ShouldContain(message);

    private static string Run(HeadlessOptions options)
    {
        using var output = new StringWriter();
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = AnsiSupport.No,
            ColorSystem = ColorSystemSupport.NoColors,
            Out = new AnsiConsoleOutput(output),
            Enrichment = new ProfileEnrichment { UseDefaultEnrichers = false },
        });
        console.Profile.Width = 120;
        HeadlessRun.Run(options, console);
        return output.ToString();
    }
}
