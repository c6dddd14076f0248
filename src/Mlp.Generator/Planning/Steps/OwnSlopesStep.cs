using Mlp.Generator.Planning.Storage;

namespace Mlp.Generator.Planning.Steps;

/// <summary>max(x, 0) + a ⊙ min(x, 0) of a block of agents, each with slopes of its own: a stands as x does.</summary>
/// <param name="Inputs">x.</param>
/// <param name="Slopes">a.</param>
/// <param name="Results">What receives the results.</param>
/// <param name="Floats">The values of all agents together.</param>
internal sealed record OwnSlopesStep(Place Inputs, Place Slopes, Place Results, int Floats) : Step;
