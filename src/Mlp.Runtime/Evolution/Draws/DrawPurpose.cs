namespace Mlp.Evolution;

/// <summary>What random numbers are for: those of one purpose have nothing to do with those of another.</summary>
internal enum DrawPurpose
{
    /// <summary>Which agents are the parents.</summary>
    Selection,

    /// <summary>Whether there are two parents.</summary>
    Pairing,

    /// <summary>What is had from which parent.</summary>
    Recombination,

    /// <summary>Which parameters change.</summary>
    Mutation,

    /// <summary>By how much they change.</summary>
    Deviation,

    /// <summary>Where a strategy looks.</summary>
    Noise,

    /// <summary>From which seed an agent is initialized that a larger population has more.</summary>
    Arrival,
}
