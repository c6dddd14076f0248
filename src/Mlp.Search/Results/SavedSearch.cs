using Mlp.Searching.Space;
using Mlp.Searching.Trials;

namespace Mlp.Searching.Results;

/// <summary>A result as JSON, without its weights.</summary>
/// <param name="IsComplete">Whether all trials have ended.</param>
/// <param name="Definition">What was searched.</param>
/// <param name="Trials">What each trial gave, by index.</param>
internal sealed record SavedSearch(bool IsComplete, SearchDefinition Definition, TrialOutcome[] Trials);
