using System;
using System.Linq;
using System.Numerics.Tensors;

namespace Mlp.Benchmarks.Peers;

/// <summary>A network on TensorPrimitives: dot products of rows, or columns added up with MultiplyAdd.</summary>
internal sealed class TensorNetwork
{
    private readonly Layer[] _layers;

    /// <summary>Takes a problem's parameters over, stored by output for dot products or by input for columns.</summary>
    public TensorNetwork(Problem problem, bool byInput)
    {
        _layers = [.. problem.Work.Network.Layers.Select(layer => new Layer(
            layer.Inputs,
            layer.Outputs,
            byInput ? Transposed(problem.Parameters.WeightsOf(layer), layer.Inputs, layer.Outputs) : [.. problem.Parameters.WeightsOf(layer)],
            [.. problem.Parameters.BiasesOf(layer)],
            layer.Activation,
            byInput))];
    }

    /// <summary>Predicts one sample.</summary>
    public void Forward(ReadOnlySpan<float> input, Span<float> output)
    {
        foreach (Layer layer in _layers)
        {
            layer.Forward(input);
            input = layer.Activations;
        }

        input.CopyTo(output);
    }

    /// <summary>One step of gradient descent on a classifier; the loss before it.</summary>
    public float TrainStep(Problem problem)
    {
        MeasuredNetwork network = problem.Work.Network;
        float loss = 0;
        foreach (Layer layer in _layers)
        {
            Array.Clear(layer.WeightGradient);
            Array.Clear(layer.BiasGradient);
        }

        for (int row = 0; row < problem.Work.Samples; row++)
        {
            ReadOnlySpan<float> input = problem.Inputs.AsSpan(row * network.Inputs, network.Inputs);
            Layer last = _layers[^1];
            Forward(input, last.Errors);
            loss -= MathF.Log(last.Errors[problem.Labels[row]]);
            last.Errors[problem.Labels[row]] -= 1;
            for (int i = _layers.Length - 1; i > 0; i--)
            {
                _layers[i].AddGradient(_layers[i - 1].Activations);
                _layers[i].Backward(_layers[i - 1]);
            }

            _layers[0].AddGradient(input);
        }

        float rate = -network.LearningRate / problem.Work.Samples;
        foreach (Layer layer in _layers)
        {
            TensorPrimitives.MultiplyAdd(layer.WeightGradient, rate, layer.Weights, layer.Weights);
            TensorPrimitives.MultiplyAdd(layer.BiasGradient, rate, layer.Biases, layer.Biases);
        }

        return loss / problem.Work.Samples;
    }

    private static float[] Transposed(ReadOnlySpan<float> weights, int inputs, int outputs)
    {
        float[] result = new float[weights.Length];
        for (int o = 0; o < outputs; o++)
        {
            for (int i = 0; i < inputs; i++)
            {
                result[(i * outputs) + o] = weights[(o * inputs) + i];
            }
        }

        return result;
    }

    /// <summary>A dense layer with what it last computed.</summary>
    private sealed record Layer(int Inputs, int Outputs, float[] Weights, float[] Biases, string Activation, bool ByInput)
    {
        public float[] Activations { get; } = new float[Outputs];

        public float[] Errors { get; } = new float[Outputs];

        public float[] WeightGradient { get; } = new float[Inputs * Outputs];

        public float[] BiasGradient { get; } = new float[Outputs];

        public void Forward(ReadOnlySpan<float> input)
        {
            Span<float> z = Activations;
            if (ByInput)
            {
                Biases.CopyTo(z);
                for (int i = 0; i < input.Length; i++)
                {
                    TensorPrimitives.MultiplyAdd(Weights.AsSpan(i * Outputs, Outputs), input[i], z, z);
                }
            }
            else
            {
                for (int o = 0; o < z.Length; o++)
                {
                    z[o] = Biases[o] + TensorPrimitives.Dot(Weights.AsSpan(o * Inputs, Inputs), input);
                }
            }

            switch (Activation)
            {
                case "ReLU":
                    TensorPrimitives.Max(z, 0f, z);
                    break;
                case "Tanh":
                    TensorPrimitives.Tanh(z, z);
                    break;
                case "Softmax":
                    // TensorPrimitives.SoftMax does not subtract the maximum.
                    TensorPrimitives.Subtract(z, TensorPrimitives.Max<float>(z), z);
                    TensorPrimitives.Exp(z, z);
                    TensorPrimitives.Divide(z, TensorPrimitives.Sum<float>(z), z);
                    break;
            }
        }

        public void AddGradient(ReadOnlySpan<float> input)
        {
            if (ByInput)
            {
                for (int i = 0; i < input.Length; i++)
                {
                    Span<float> row = WeightGradient.AsSpan(i * Outputs, Outputs);
                    TensorPrimitives.MultiplyAdd(Errors, input[i], row, row);
                }
            }
            else
            {
                for (int o = 0; o < Errors.Length; o++)
                {
                    Span<float> row = WeightGradient.AsSpan(o * Inputs, Inputs);
                    TensorPrimitives.MultiplyAdd(input, Errors[o], row, row);
                }
            }

            TensorPrimitives.Add(BiasGradient, Errors, BiasGradient);
        }

        public void Backward(Layer below)
        {
            Span<float> errors = below.Errors;
            errors.Clear();
            if (ByInput)
            {
                for (int i = 0; i < errors.Length; i++)
                {
                    errors[i] = TensorPrimitives.Dot(Weights.AsSpan(i * Outputs, Outputs), Errors);
                }
            }
            else
            {
                for (int o = 0; o < Errors.Length; o++)
                {
                    TensorPrimitives.MultiplyAdd(Weights.AsSpan(o * Inputs, Inputs), Errors[o], errors, errors);
                }
            }

            for (int i = 0; i < errors.Length; i++)
            {
                errors[i] = below.Activations[i] > 0 ? errors[i] : 0;
            }
        }
    }
}
