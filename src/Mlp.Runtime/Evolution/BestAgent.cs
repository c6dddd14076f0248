namespace Mlp.Evolution;

/// <summary>The best agent of a generation, as <see cref="Population{TNetwork}.Evolve"/> tells of it.</summary>
/// <param name="Before">Its number in that generation, by which its fitness was given. Of equal agents it is the first one.</param>
/// <param name="Fitness">Its fitness; NaN where that of every agent is.</param>
/// <param name="Now">
/// Its number in the generation that was made. Elites come first, the best one as agent 0. <see langword="null"/> where there were none: it lives on in its
/// children alone, and only a copy from before has its parameters.
/// </param>
public readonly record struct BestAgent(int Before, float Fitness, int? Now);
