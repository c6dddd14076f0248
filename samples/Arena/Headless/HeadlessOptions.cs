namespace Mlp.Samples;

/// <summary>What runs without a page take.</summary>
internal sealed record HeadlessOptions
{
    /// <summary>How many worlds learn.</summary>
    public int Seeds { get; init; } = 5;

    /// <summary>For how many generations.</summary>
    public int Generations { get; init; } = 60;

    /// <summary>The creatures of each world.</summary>
    public int Creatures { get; init; } = 100;

    /// <summary>The steps of a generation.</summary>
    public int Steps { get; init; } = Colony.UsualSteps;

    /// <summary>The game time of a long run.</summary>
    public int Hours { get; init; } = 10;
}
