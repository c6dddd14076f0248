using System;

namespace Mlp.CompilerServices;

/// <summary>
/// A dense layer: h′ = g(W h + b) [Lu 1-4]; backward δ = ∂ℓ/∂h′ ⊙ g′(z), ∂ℓ/∂h = Wᵀ δ [Lu 12], ∂ℓ/∂W = δ hᵀ and ∂ℓ/∂b = δ [Lu 13-14].
/// </summary>
/// <remarks>
/// Weights stand by output or by input. Loops go along memory, and each sum adds its products in the order of the inputs (forward) or of the
/// outputs (backward), whichever way the weights stand.
/// </remarks>
internal sealed class DenseInterpreter : LayerInterpreter
{
    private readonly ElementActivation _activation;
    private readonly int _weights;
    private readonly int _outputStride;
    private readonly int _inputStride;
    private readonly int _biases;
    private readonly int _biasStride;

    /// <summary>A dense layer.</summary>
    /// <param name="layer">Its sizes.</param>
    /// <param name="tensors">Its weights [out, in] and its biases [out].</param>
    /// <param name="activation">g.</param>
    internal DenseInterpreter(LayerDescription layer, StoredTensor[] tensors, ElementActivation activation)
        : base(layer.Inputs, layer.Outputs)
    {
        _activation = activation;
        (StoredTensor weights, StoredTensor biases) = (tensors[0], tensors[1]);
        (_weights, _outputStride, _inputStride) = (weights.Start, weights.Strides[0], weights.Strides[1]);
        (_biases, _biasStride) = (biases.Start, biases.Strides[0]);
    }

    /// <summary>g′(z), where it is a function of z and not of g(z).</summary>
    internal override int KeptFloats => _activation.KeepsSlopes ? Outputs : 0;

    private bool IsByOutput => _outputStride > _inputStride;

    /// <inheritdoc/>
    internal override void Forward(ReadOnlySpan<float> parameters, ReadOnlySpan<float> inputs, Span<float> outputs, Span<float> kept)
    {
        for (int output = 0; output < outputs.Length; output++)
        {
            outputs[output] = parameters[_biases + (output * _biasStride)];
        }

        if (IsByOutput)
        {
            AddDotProducts(parameters, inputs, outputs);
        }
        else
        {
            AddColumns(parameters, inputs, outputs);
        }

        if (kept.IsEmpty)
        {
            _activation.Apply(outputs);
        }
        else
        {
            _activation.ApplyKeepingSlopes(outputs, kept);
        }
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

        AddWeightGradient(values.Inputs, outputErrors, destination);
        for (int output = 0; output < outputErrors.Length; output++)
        {
            destination[_biases + (output * _biasStride)] += outputErrors[output];
        }
    }

    /// <summary>z += W h, a row of weights after the other.</summary>
    private void AddDotProducts(ReadOnlySpan<float> parameters, ReadOnlySpan<float> inputs, Span<float> sums)
    {
        int stride = _inputStride;
        for (int output = 0; output < sums.Length; output++)
        {
            float sum = sums[output];
            int weight = _weights + (output * _outputStride);
            for (int input = 0; input < inputs.Length; input++)
            {
                sum = float.MultiplyAddEstimate(parameters[weight], inputs[input], sum);
                weight += stride;
            }

            sums[output] = sum;
        }
    }

    /// <summary>z += W h, a column of weights after the other.</summary>
    private void AddColumns(ReadOnlySpan<float> parameters, ReadOnlySpan<float> inputs, Span<float> sums)
    {
        int stride = _outputStride;
        for (int input = 0; input < inputs.Length; input++)
        {
            float value = inputs[input];
            int weight = _weights + (input * _inputStride);
            for (int output = 0; output < sums.Length; output++)
            {
                sums[output] = float.MultiplyAddEstimate(parameters[weight], value, sums[output]);
                weight += stride;
            }
        }
    }

    /// <summary>Wᵀ δ.</summary>
    private void SendBack(ReadOnlySpan<float> parameters, ReadOnlySpan<float> errors, Span<float> inputErrors)
    {
        if (!IsByOutput)
        {
            for (int input = 0; input < inputErrors.Length; input++)
            {
                float sum = 0;
                int weight = _weights + (input * _inputStride);
                for (int output = 0; output < errors.Length; output++)
                {
                    sum = float.MultiplyAddEstimate(parameters[weight], errors[output], sum);
                    weight += _outputStride;
                }

                inputErrors[input] = sum;
            }

            return;
        }

        inputErrors.Clear();
        for (int output = 0; output < errors.Length; output++)
        {
            float error = errors[output];
            int weight = _weights + (output * _outputStride);
            for (int input = 0; input < inputErrors.Length; input++)
            {
                inputErrors[input] = float.MultiplyAddEstimate(parameters[weight], error, inputErrors[input]);
                weight += _inputStride;
            }
        }
    }

    /// <summary>∂ℓ/∂W += δ hᵀ.</summary>
    private void AddWeightGradient(ReadOnlySpan<float> inputs, ReadOnlySpan<float> errors, Span<float> destination)
    {
        // What varies slowly in storage is the outer loop.
        ReadOnlySpan<float> outer = IsByOutput ? errors : inputs;
        ReadOnlySpan<float> inner = IsByOutput ? inputs : errors;
        (int outerStride, int innerStride) = IsByOutput ? (_outputStride, _inputStride) : (_inputStride, _outputStride);
        for (int row = 0; row < outer.Length; row++)
        {
            float factor = outer[row];
            int weight = _weights + (row * outerStride);
            for (int column = 0; column < inner.Length; column++)
            {
                destination[weight] = float.MultiplyAddEstimate(factor, inner[column], destination[weight]);
                weight += innerStride;
            }
        }
    }
}
