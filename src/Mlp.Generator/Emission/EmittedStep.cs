namespace Mlp.Generator.Emission;

/// <summary>A class with a method for every width of one step, of which nothing but the step is said.</summary>
/// <param name="Name">The name of the class, which ends in a hash of what it contains.</param>
/// <param name="Text">The class.</param>
internal sealed record EmittedStep(string Name, string Text);
