using System;

namespace Mlp;

/// <summary>A network that names classes, whatever its type: what <see cref="IClassPredictor{TSelf}"/> adds to a predictor.</summary>
public interface IClassPredictor
{
    /// <summary>
    /// The most probable class, the first of equals; for a single Sigmoid 1 if p ≥ ½, otherwise 0. Where the probabilities are NaN,
    /// because the input or a parameter is or a sum overflows, it is 0: <c>Forward</c> shows the NaN, a class cannot.
    /// </summary>
    /// <param name="input">As many values as the network has inputs.</param>
    /// <exception cref="ArgumentException">The span has the wrong length.</exception>
    int Classify(ReadOnlySpan<float> input);
}
