using System;

namespace Mlp.CompilerServices;

/// <summary>A sample on its way forward through one layer.</summary>
/// <param name="inputs">As it arrived.</param>
/// <param name="outputs">As it left.</param>
/// <param name="kept">What the layer kept of it: <see cref="LayerInterpreter.KeptFloats"/> floats.</param>
internal readonly ref struct LayerValues(ReadOnlySpan<float> inputs, ReadOnlySpan<float> outputs, ReadOnlySpan<float> kept)
{
    /// <summary>The sample as it arrived.</summary>
    internal ReadOnlySpan<float> Inputs { get; } = inputs;

    /// <summary>The sample as it left.</summary>
    internal ReadOnlySpan<float> Outputs { get; } = outputs;

    /// <summary>What the layer kept of it.</summary>
    internal ReadOnlySpan<float> Kept { get; } = kept;
}
