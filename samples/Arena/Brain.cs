namespace Mlp.Samples;

/// <summary>What a creature thinks with: nine senses in (<see cref="Sense"/>), two wishes out (<see cref="Wish"/>).</summary>
[Mlp(9, 16, 2, Hidden = "Tanh", Output = "Tanh", Population = true)]
public sealed partial class Brain;
