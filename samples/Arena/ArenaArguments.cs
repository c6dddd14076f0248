using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace Mlp.Samples;

/// <summary>What the program does.</summary>
internal enum ArenaMode
{
    /// <summary>It serves the page.</summary>
    Live,

    /// <summary>It prints what creatures learn.</summary>
    Headless,

    /// <summary>It records and replays hours.</summary>
    Soak,
}

/// <summary>The arguments of the program.</summary>
/// <param name="Mode">What it does.</param>
/// <param name="Options">The numbers of runs without a page.</param>
/// <param name="Creatures">The creatures of the first world of a page.</param>
/// <param name="Seed">Its seed.</param>
/// <param name="Rest">What belongs to ASP.NET.</param>
internal sealed record ArenaArguments(ArenaMode Mode, HeadlessOptions Options, int Creatures, ulong Seed, string[] Rest)
{
    private const int MostGenerations = 10_000;
    private const int MostSeeds = 100;
    private const int MostSteps = 100_000;
    private const int MostHours = 1_000;

    private static readonly string[] Settings = ["urls", "http_ports", "https_ports", "environment", "allowedHosts"];

    /// <summary>Reads them.</summary>
    /// <exception cref="ArgumentException">One is wrong; the message says which and what it must be.</exception>
    public static ArenaArguments Parse(string[] args)
    {
        var parsed = new ArenaArguments(ArenaMode.Live, new HeadlessOptions(), Creatures: 500, Seed: 1, Rest: []);
        var rest = new List<string>();
        var given = new List<string>();
        for (int place = 0; place < args.Length; place++)
        {
            string name = args[place];
            int Number(int least, int most) => NumberBehind(args, ref place, least, most);
            switch (name)
            {
                case "--headless":
                    parsed = parsed with { Mode = ArenaMode.Headless };
                    break;
                case "--soak":
                    parsed = parsed with { Mode = ArenaMode.Soak };
                    break;
                case "--creatures":
                    int creatures = Number(Colony.FewestCreatures, Colony.MostCreatures);
                    parsed = parsed with { Creatures = creatures, Options = parsed.Options with { Creatures = creatures } };
                    break;
                case "--seed":
                    parsed = parsed with { Seed = (ulong)Number(0, int.MaxValue) };
                    break;
                case "--seeds":
                    parsed = parsed with { Options = parsed.Options with { Seeds = Number(1, MostSeeds) } };
                    break;
                case "--generations":
                    parsed = parsed with { Options = parsed.Options with { Generations = Number(1, MostGenerations) } };
                    break;
                case "--steps":
                    parsed = parsed with { Options = parsed.Options with { Steps = Number(1, MostSteps) } };
                    break;
                case "--hours":
                    parsed = parsed with { Options = parsed.Options with { Hours = Number(1, MostHours) } };
                    break;
                default:
                    rest.Add(name);
                    continue;
            }

            given.Add(name);
        }

        string[] known = KnownTo(parsed.Mode);
        string? unknown = given.Find(name => !known.Contains(name)) ?? (parsed.Mode == ArenaMode.Live ? NoSetting(rest) : rest.FirstOrDefault());
        return unknown is null
            ? parsed with { Rest = [.. rest] }
            : throw new ArgumentException($"There is no argument \"{unknown}\" here: there are {string.Join(", ", known)}{(parsed.Mode == ArenaMode.Live ? ", and settings of ASP.NET such as --urls" : "")}.");
    }

    // What another mode has would be read, and change nothing.
    private static string[] KnownTo(ArenaMode mode) => mode switch
    {
        ArenaMode.Headless => ["--headless", "--creatures", "--seeds", "--generations", "--steps"],
        ArenaMode.Soak => ["--soak", "--creatures", "--steps", "--hours"],
        _ => ["--creatures", "--seed"],
    };

    // ASP.NET takes any name, so that a slip of the pen would pass: those of a server alone, and names with a section, may be given.
    private static string? NoSetting(List<string> rest)
    {
        for (int place = 0; place < rest.Count; place++)
        {
            string name = rest[place].Split('=')[0];
            if (!name.StartsWith("--", StringComparison.Ordinal) || !(name.Contains(':', StringComparison.Ordinal) || Settings.Contains(name[2..], StringComparer.OrdinalIgnoreCase)))
            {
                return rest[place];
            }

            // Its value stands behind it.
            place += name.Length == rest[place].Length ? 1 : 0;
        }

        return null;
    }

    private static int NumberBehind(string[] args, ref int place, int least, int most)
    {
        string name = args[place++];
        return place < args.Length && int.TryParse(args[place], NumberStyles.None, CultureInfo.InvariantCulture, out int number)
            && number >= least && number <= most
            ? number
            : throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"Behind {name} is a whole number from {least} to {most}."));
    }
}
