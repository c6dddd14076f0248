using System;

namespace Mlp.Training;

/// <summary>The loss of fixed data at given parameters, for example of a network that takes them over and computes it.</summary>
/// <param name="parameters">All parameters, in canonical order.</param>
/// <returns>The loss; not finite where it cannot be computed.</returns>
public delegate double LossAtParameters(ReadOnlySpan<float> parameters);
