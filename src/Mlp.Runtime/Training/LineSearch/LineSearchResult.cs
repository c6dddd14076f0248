namespace Mlp.Training;

/// <summary>What a line search found.</summary>
/// <param name="Accepted">Whether a step was accepted. If not, the parameters are to stay as they were.</param>
/// <param name="Step">The accepted step η; 0 if there is none.</param>
/// <param name="Loss">The loss after the step; the loss before the search if there is none.</param>
/// <param name="Evaluations">How many times the loss was computed.</param>
public readonly record struct LineSearchResult(bool Accepted, double Step, double Loss, int Evaluations);
