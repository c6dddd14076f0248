using System;
using System.Linq;
using System.Numerics.Tensors;

namespace Mlp.Benchmarks.Peers;

/// <summary>A batch on TensorPrimitives with samples in the lanes: a value of all samples of a block is one span.</summary>
internal sealed class TensorBatch
{
    // So many samples that a call's own cost is small, so few that a block of activations stays in the cache.
    private const int Block = 256;

    private readonly Problem _problem;
    private readonly float[][] _values;

    /// <summary>Takes a problem's parameters over.</summary>
    public TensorBatch(Problem problem)
    {
        _problem = problem;
        MeasuredNetwork network = problem.Work.Network;
        _values = [.. network.Layers.Select(layer => layer.Outputs).Prepend(network.Inputs).Select(size => new float[size * Block])];
    }

    /// <summary>Predicts all samples of the problem.</summary>
    public void Forward(Span<float> outputs)
    {
        MeasuredNetwork network = _problem.Work.Network;
        for (int row = 0; row < _problem.Work.Samples; row += Block)
        {
            Transpose(_problem.Inputs.AsSpan(row * network.Inputs, Block * network.Inputs), Block, network.Inputs, _values[0]);
            int from = 0;
            foreach (LayerDescription layer in network.Layers)
            {
                Product(_problem.Parameters.WeightsOf(layer), _problem.Parameters.BiasesOf(layer), _values[from], _values[from + 1]);
                from++;
                Activate(layer.Activation, _values[from], layer.Outputs);
            }

            Transpose(_values[^1], network.Outputs, Block, outputs.Slice(row * network.Outputs, Block * network.Outputs));
        }
    }

    private static void Product(ReadOnlySpan<float> weights, ReadOnlySpan<float> biases, ReadOnlySpan<float> from, Span<float> to)
    {
        int inputs = weights.Length / biases.Length;
        for (int o = 0; o < biases.Length; o++)
        {
            Span<float> sums = to.Slice(o * Block, Block);
            sums.Fill(biases[o]);
            for (int i = 0; i < inputs; i++)
            {
                TensorPrimitives.MultiplyAdd(from.Slice(i * Block, Block), weights[(o * inputs) + i], sums, sums);
            }
        }
    }

    private static void Activate(string activation, Span<float> values, int units)
    {
        switch (activation)
        {
            case "ReLU":
                TensorPrimitives.Max(values, 0f, values);
                break;
            case "Tanh":
                TensorPrimitives.Tanh(values, values);
                break;
            case "Softmax":
                Softmax(values, units);
                break;
        }
    }

    private static void Softmax(Span<float> values, int units)
    {
        Span<float> max = stackalloc float[Block];
        Span<float> sum = stackalloc float[Block];
        values[..Block].CopyTo(max);
        for (int o = 1; o < units; o++)
        {
            TensorPrimitives.Max(max, values.Slice(o * Block, Block), max);
        }

        sum.Clear();
        for (int o = 0; o < units; o++)
        {
            Span<float> one = values.Slice(o * Block, Block);
            TensorPrimitives.Subtract(one, max, one);
            TensorPrimitives.Exp(one, one);
            TensorPrimitives.Add(sum, one, sum);
        }

        for (int o = 0; o < units; o++)
        {
            Span<float> one = values.Slice(o * Block, Block);
            TensorPrimitives.Divide(one, sum, one);
        }
    }

    private static void Transpose(ReadOnlySpan<float> from, int rows, int columns, Span<float> to)
    {
        for (int row = 0; row < rows; row++)
        {
            for (int column = 0; column < columns; column++)
            {
                to[(column * rows) + row] = from[(row * columns) + column];
            }
        }
    }
}
