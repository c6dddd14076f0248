namespace Mlp.Samples;

/// <summary>What a generation came to. The fitness of a creature is the food that it ate.</summary>
/// <param name="Generation">Its number, counted from 1.</param>
/// <param name="Mean">The mean fitness of all creatures.</param>
/// <param name="Best">The highest fitness.</param>
/// <param name="Alive">How many lived at its end.</param>
/// <param name="Creatures">How many there were.</param>
internal readonly record struct GenerationResult(long Generation, float Mean, float Best, int Alive, int Creatures);
