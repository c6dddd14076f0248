using System;
using System.Linq;

namespace Mlp.Benchmarks.Peers;

/// <summary>A network as one writes it by hand: arrays, loops, no thought of vectors.</summary>
internal sealed class PlainNetwork
{
    private readonly Layer[] _layers;

    /// <summary>Takes a problem's parameters over.</summary>
    public PlainNetwork(Problem problem) =>
        _layers = [.. problem.Work.Network.Layers.Select(layer => new Layer(
            layer.Inputs,
            layer.Outputs,
            [.. problem.Parameters.WeightsOf(layer)],
            [.. problem.Parameters.BiasesOf(layer)],
            layer.Activation))];

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

    /// <summary>Adds the gradients of all samples up, in canonical order; returns the mean loss.</summary>
    public float ComputeGradient(Problem problem, Span<float> gradient)
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
            ReadOnlySpan<float> target = problem.Targets.AsSpan(row * network.Outputs, network.Outputs);
            ReadOnlySpan<float> input = problem.Inputs.AsSpan(row * network.Inputs, network.Inputs);
            Forward(input, _layers[^1].Activations);
            loss += _layers[^1].StartErrors(target);
            for (int i = _layers.Length - 1; i > 0; i--)
            {
                _layers[i].Backward(_layers[i - 1].Activations);
                _layers[i - 1].TakeErrors(_layers[i].InputErrors);
            }

            _layers[0].AddGradient(input);
        }

        int start = 0;
        foreach (Layer layer in _layers)
        {
            foreach (float[] part in new[] { layer.WeightGradient, layer.BiasGradient })
            {
                foreach (float value in part)
                {
                    gradient[start++] = value / problem.Work.Samples;
                }
            }
        }

        return loss / problem.Work.Samples;
    }

    /// <summary>One step; the loss before it.</summary>
    public float TrainStep(Problem problem, float[] gradient)
    {
        float loss = ComputeGradient(problem, gradient);
        float rate = problem.Work.Network.LearningRate;
        int start = 0;
        foreach (Layer layer in _layers)
        {
            foreach (float[] part in new[] { layer.Weights, layer.Biases })
            {
                for (int i = 0; i < part.Length; i++)
                {
                    part[i] -= rate * gradient[start++];
                }
            }
        }

        return loss;
    }

    /// <summary>A dense layer with what it last computed.</summary>
    private sealed record Layer(int Inputs, int Outputs, float[] Weights, float[] Biases, string Activation)
    {
        public float[] Activations { get; } = new float[Outputs];

        public float[] Errors { get; } = new float[Outputs];

        public float[] InputErrors { get; } = new float[Inputs];

        public float[] WeightGradient { get; } = new float[Inputs * Outputs];

        public float[] BiasGradient { get; } = new float[Outputs];

        public void Forward(ReadOnlySpan<float> input)
        {
            for (int o = 0; o < Outputs; o++)
            {
                float sum = Biases[o];
                for (int i = 0; i < input.Length; i++)
                {
                    sum += Weights[(o * Inputs) + i] * input[i];
                }

                Activations[o] = sum;
            }

            Activate();
        }

        public float StartErrors(ReadOnlySpan<float> target)
        {
            float loss = 0;
            for (int o = 0; o < Outputs; o++)
            {
                Errors[o] = Activations[o] - target[o];
                if (Activation == "Softmax")
                {
                    loss -= target[o] > 0 ? target[o] * MathF.Log(Activations[o]) : 0;
                }
                else
                {
                    loss += 0.5f * Errors[o] * Errors[o];
                }
            }

            return loss;
        }

        public void Backward(ReadOnlySpan<float> input)
        {
            AddGradient(input);
            Array.Clear(InputErrors);
            for (int o = 0; o < Outputs; o++)
            {
                for (int i = 0; i < Inputs; i++)
                {
                    InputErrors[i] += Weights[(o * Inputs) + i] * Errors[o];
                }
            }
        }

        public void AddGradient(ReadOnlySpan<float> input)
        {
            for (int o = 0; o < Outputs; o++)
            {
                for (int i = 0; i < input.Length; i++)
                {
                    WeightGradient[(o * Inputs) + i] += Errors[o] * input[i];
                }

                BiasGradient[o] += Errors[o];
            }
        }

        public void TakeErrors(float[] errors)
        {
            bool tanh = Activation == "Tanh";
            for (int o = 0; o < Outputs; o++)
            {
                float a = Activations[o];
                float slope = tanh ? 1 - (a * a) : a > 0 ? 1 : 0;
                Errors[o] = errors[o] * slope;
            }
        }

        private void Activate()
        {
            switch (Activation)
            {
                case "ReLU":
                    for (int o = 0; o < Activations.Length; o++)
                    {
                        Activations[o] = Math.Max(0, Activations[o]);
                    }

                    break;
                case "Tanh":
                    for (int o = 0; o < Activations.Length; o++)
                    {
                        Activations[o] = MathF.Tanh(Activations[o]);
                    }

                    break;
                case "Softmax":
                    Softmax(Activations);
                    break;
            }
        }

        private static void Softmax(float[] values)
        {
            float max = values.Max();
            float sum = 0;
            for (int i = 0; i < values.Length; i++)
            {
                values[i] = MathF.Exp(values[i] - max);
                sum += values[i];
            }

            for (int i = 0; i < values.Length; i++)
            {
                values[i] /= sum;
            }
        }
    }
}
