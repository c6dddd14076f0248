using System;

namespace Mlp.CompilerServices;

/// <summary>
/// A dense layer: h′ = g(W h + b) [Lu 1-4]; backward δ = ∂ℓ/∂h′ ⊙ g′(z), ∂ℓ/∂h = Wᵀ δ [Lu 12], ∂ℓ/∂W = δ hᵀ and ∂ℓ/∂b = δ [Lu 13-14].
/// </summary>
/// <remarks>
/// Weights stand by output (a row has the weights of one output) or by input, where they may be in panels of outputs. Loops go along rows
/// (<see cref="RowLoops"/>).
/// </remarks>
internal sealed class DenseInterpreter : LayerInterpreter
{
    private readonly RowLoops _loops;
    private readonly ElementActivation _activation;
    private readonly bool _isByOutput;
    private readonly int _weights;
    private readonly int _rowStride;
    private readonly int _panel;
    private readonly int _panelStride;
    private readonly int _biases;

    /// <summary>A dense layer.</summary>
    /// <param name="layer">Its sizes.</param>
    /// <param name="tensors">Its weights [out, in] and its biases [out].</param>
    /// <param name="activation">g.</param>
    /// <param name="loops">How products are added up.</param>
    /// <exception cref="ArgumentException">No axis of the weights, or not that of the biases, has neighbours side by side.</exception>
    internal DenseInterpreter(LayerDescription layer, StoredTensor[] tensors, ElementActivation activation, RowLoops loops)
        : base(layer.Inputs, layer.Outputs)
    {
        (StoredTensor weights, StoredTensor biases) = (tensors[0], tensors[1]);
        (int outputStride, int inputStride) = (weights.Strides[^2], weights.Strides[^1]);
        if ((outputStride != 1 && inputStride != 1) || biases.Strides[0] != 1)
        {
            throw new ArgumentException(
                FormattableString.Invariant($"Weights have the strides [{outputStride}, {inputStride}] and biases [{biases.Strides[0]}], but one of the weights' and the biases' own must be 1."), nameof(tensors));
        }

        _activation = activation;
        _loops = loops;
        _isByOutput = inputStride == 1;
        (_weights, _rowStride) = (weights.Start, _isByOutput ? outputStride : inputStride);
        _biases = biases.Start;
        (_panel, _panelStride) = weights.Strides.Length > 2 ? (weights.Extents[1], weights.Strides[0]) : (layer.Outputs, 0);
    }

    /// <summary>g′(z), where it is a function of z and not of g(z).</summary>
    internal override int KeptFloats => _activation.KeptFloats(Outputs);

    /// <inheritdoc/>
    internal override void Forward(ReadOnlySpan<float> parameters, ReadOnlySpan<float> inputs, Span<float> outputs, Span<float> kept)
    {
        parameters.Slice(_biases, Outputs).CopyTo(outputs);
        if (_isByOutput)
        {
            for (int output = 0; output < outputs.Length; output++)
            {
                outputs[output] = _loops.AddProducts(outputs[output], parameters.Slice(RowStart(output), inputs.Length), inputs);
            }
        }
        else
        {
            for (int output = 0; output < outputs.Length; output += _panel)
            {
                Span<float> panel = outputs.Slice(output, _panel);
                for (int input = 0; input < inputs.Length; input++)
                {
                    _loops.AddMultiple(panel, parameters.Slice(RowStart(input, output), _panel), inputs[input]);
                }
            }
        }

        _activation.Apply(outputs, kept);
    }

    /// <inheritdoc/>
    internal override void Backward(
        ReadOnlySpan<float> parameters, LayerValues values, Span<float> outputErrors, Span<float> inputErrors, Span<float> destination)
    {
        _activation.MultiplyBySlopes(outputErrors, values.Outputs, values.Kept);
        if (!inputErrors.IsEmpty)
        {
            SendBack(parameters, outputErrors, inputErrors);
        }

        if (!destination.IsEmpty)
        {
            AddWeightGradient(values.Inputs, outputErrors, destination);
            _loops.AddMultiple(destination.Slice(_biases, Outputs), outputErrors, 1);
        }
    }

    /// <summary>Wᵀ δ.</summary>
    private void SendBack(ReadOnlySpan<float> parameters, ReadOnlySpan<float> errors, Span<float> inputErrors)
    {
        if (!_isByOutput)
        {
            inputErrors.Clear();
            for (int output = 0; output < errors.Length; output += _panel)
            {
                ReadOnlySpan<float> panel = errors.Slice(output, _panel);
                for (int input = 0; input < inputErrors.Length; input++)
                {
                    inputErrors[input] = _loops.AddProducts(inputErrors[input], parameters.Slice(RowStart(input, output), _panel), panel);
                }
            }

            return;
        }

        inputErrors.Clear();
        for (int output = 0; output < errors.Length; output++)
        {
            _loops.AddMultiple(inputErrors, parameters.Slice(RowStart(output), inputErrors.Length), errors[output]);
        }
    }

    /// <summary>∂ℓ/∂W += δ hᵀ.</summary>
    private void AddWeightGradient(ReadOnlySpan<float> inputs, ReadOnlySpan<float> errors, Span<float> destination)
    {
        if (_isByOutput)
        {
            for (int output = 0; output < errors.Length; output++)
            {
                _loops.AddMultiple(destination.Slice(RowStart(output), inputs.Length), inputs, errors[output]);
            }

            return;
        }

        for (int output = 0; output < errors.Length; output += _panel)
        {
            ReadOnlySpan<float> panel = errors.Slice(output, _panel);
            for (int input = 0; input < inputs.Length; input++)
            {
                _loops.AddMultiple(destination.Slice(RowStart(input, output), _panel), panel, inputs[input]);
            }
        }
    }

    private int RowStart(int row) => _weights + (row * _rowStride);

    /// <summary>Where an input's weights of a panel stand.</summary>
    private int RowStart(int input, int output) => RowStart(input) + (output / _panel * _panelStride);
}
