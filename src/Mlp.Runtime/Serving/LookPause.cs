using System;

namespace Mlp.Serving;

/// <summary>When to look next.</summary>
/// <param name="Least">Not before this time, whatever happens.</param>
/// <param name="Most">Not after this time; between the two an event is reason enough.</param>
internal readonly record struct LookPause(TimeSpan Least, TimeSpan Most);
