namespace Mlp.Evolution;

/// <summary>How a child is made of two parents.</summary>
public enum Crossover
{
    /// <summary>It is a copy of the first one.</summary>
    None,

    /// <summary>Each parameter is that of one of the two, as a coin decides.</summary>
    Uniform,

    /// <summary>
    /// All parameters of a unit come from one of the two, as a coin decides: the weights and the bias of one output of a dense layer, of one
    /// filter of a convolution. What a unit has learnt stays together.
    /// </summary>
    ByUnit,

    /// <summary>
    /// Each parameter is a + u (b − a), where a and b are those of the two and u is uniform on [−r, 1 + r) [Eshelman and Schaffer 1993, BLX-α].
    /// The reach r is <see cref="EvolutionOptions.BlendReach"/>.
    /// </summary>
    Blend,
}
