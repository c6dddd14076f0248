using System;
using Mlp.Training;

namespace Mlp.Searching.Results;

/// <summary>One network of an ensemble, where its type is not known.</summary>
internal abstract class EnsembleMember
{
    /// <summary>What its data mean.</summary>
    internal abstract DataSchema Schema { get; }

    /// <summary>The number of inputs.</summary>
    internal abstract int InputSize { get; }

    /// <summary>The number of outputs.</summary>
    internal abstract int OutputSize { get; }

    /// <summary>Predicts n samples.</summary>
    /// <param name="inputs">As they were measured.</param>
    /// <param name="outputs">Receives the outputs in the units of the targets.</param>
    internal abstract void Predict(ReadOnlySpan<float> inputs, Span<float> outputs);
}
