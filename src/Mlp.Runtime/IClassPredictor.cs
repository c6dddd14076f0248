using System;

namespace Mlp;

/// <summary>A network that names classes, whatever its type: what <see cref="IClassPredictor{TSelf}"/> adds to a predictor.</summary>
public interface IClassPredictor
{
    /// <summary>
    /// The most probable class, the first if several are equal; for a single Sigmoid 1 if p ≥ ½, otherwise 0. If the
    /// probabilities are NaN, because the input or a parameter is NaN or a sum overflows, the class is 0. <c>Forward</c> shows
    /// the NaN.
    /// </summary>
    /// <param name="input">As many values as the network has inputs.</param>
    /// <exception cref="ArgumentException">The span has the wrong length.</exception>
    int Classify(ReadOnlySpan<float> input);
}
