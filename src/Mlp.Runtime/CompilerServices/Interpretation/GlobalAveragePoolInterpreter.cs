using System;
using System.Linq;

namespace Mlp.CompilerServices;

/// <summary>The mean of each channel over all positions, each of which gets its share of the error.</summary>
internal sealed class GlobalAveragePoolInterpreter : LayerInterpreter
{
    private readonly RowLoops _loops;

    /// <summary>A global average pool.</summary>
    /// <param name="layer">Its shapes: […, channels] arrives, [channels] leaves.</param>
    /// <param name="loops">How values are added up.</param>
    /// <exception cref="ArgumentException">The layer does not fit together.</exception>
    internal GlobalAveragePoolInterpreter(LayerDescription layer, RowLoops loops)
        : base(layer.Inputs, layer.Outputs)
    {
        _loops = loops;
        DescriptionRules.RequireShapes(layer);
        DescriptionRules.Require(layer.OutputShape.SequenceEqual([layer.InputShape[^1]]), layer, "must leave the channels and nothing else");
    }

    // Channels are what leaves.
    private int Positions => Inputs / Outputs;

    /// <inheritdoc/>
    internal override void Forward(ReadOnlySpan<float> parameters, ReadOnlySpan<float> inputs, Span<float> outputs, Span<float> kept)
    {
        outputs.Clear();
        for (int position = 0; position < Positions; position++)
        {
            _loops.AddMultiple(outputs, inputs.Slice(position * Outputs, Outputs), 1);
        }

        _loops.Divide(outputs, Positions);
    }

    /// <inheritdoc/>
    internal override void Backward(
        ReadOnlySpan<float> parameters, LayerValues values, Span<float> outputErrors, Span<float> inputErrors, Span<float> destination)
    {
        if (inputErrors.IsEmpty)
        {
            return;
        }

        _loops.Divide(outputErrors, Positions);
        for (int position = 0; position < Positions; position++)
        {
            outputErrors.CopyTo(inputErrors.Slice(position * Outputs, Outputs));
        }
    }
}
