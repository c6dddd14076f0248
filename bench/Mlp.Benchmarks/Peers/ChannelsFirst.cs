using System;
using System.Collections.Generic;
using System.Linq;

namespace Mlp.Benchmarks.Peers;

/// <summary>
/// A problem in the order of peers, which have all positions of a channel behind one another where Mlp has all channels of a position.
/// Without channels both are the same.
/// </summary>
internal sealed class ChannelsFirst
{
    private readonly Problem _problem;
    private readonly int[] _parameterOrder;

    /// <summary>Brings a problem into the order.</summary>
    public ChannelsFirst(Problem problem)
    {
        MeasuredNetwork network = problem.Work.Network;
        _problem = problem;
        _parameterOrder = [.. network.LayersWithArriving().SelectMany(pair => OrderOf(pair.Layer, pair.Arriving))];
        Parameters = Taken(problem.Parameters, _parameterOrder);
        Inputs = Taken(problem.Inputs, OrderOfRows(problem.Work.Samples, network.InputShape));
        Targets = Taken(problem.Targets, OrderOfRows(problem.Work.Samples, network.OutputShape));
    }

    /// <summary>The parameters: what comes from a flattened shape has its weights in the order that the peer flattens in.</summary>
    public float[] Parameters { get; }

    /// <summary>The samples, one a row.</summary>
    public float[] Inputs { get; }

    /// <summary>The targets, one a row.</summary>
    public float[] Targets { get; }

    /// <summary>A shape with its channels first.</summary>
    public static int[] ShapeOf(IReadOnlyList<int> shape) => [shape[^1], .. shape.Take(shape.Count - 1)];

    /// <summary>A peer's result in Mlp's order; one of another length, which is wrong, as it is.</summary>
    public float[] Restored(float[] result)
    {
        int[] order = _problem.Work.Call switch
        {
            Call.Training => [.. Enumerable.Range(0, result.Length)],
            Call.Gradient => _parameterOrder,
            _ => OrderOfRows(_problem.Work.Samples, _problem.Work.Network.OutputShape),
        };
        if (order.Length != result.Length)
        {
            return result;
        }

        float[] restored = new float[result.Length];
        for (int i = 0; i < order.Length; i++)
        {
            restored[order[i]] = result[i];
        }

        return restored;
    }

    private static float[] Taken(float[] values, int[] order) => Array.ConvertAll(order, place => values[place]);

    // A convolution's weights have the same order on both sides: filters, channels, taps.
    private static IEnumerable<int> OrderOf(LayerDescription layer, IReadOnlyList<int> arriving)
    {
        int[] weights = layer.Kind == LayerKind.Dense ? OrderOfRows(layer.Outputs, arriving) : [.. Enumerable.Range(0, layer.WeightCount)];
        return weights.Concat(Enumerable.Range(layer.WeightCount, layer.BiasCount)).Select(place => layer.ParameterOffset + place);
    }

    // For each place of the peer's order, the place in Mlp's.
    private static int[] OrderOfRows(int rows, IReadOnlyList<int> shape)
    {
        int channels = shape[^1];
        int positions = shape.Take(shape.Count - 1).Aggregate(1, (product, size) => product * size);
        int[] order = new int[rows * channels * positions];
        int next = 0;
        for (int row = 0; row < rows; row++)
        {
            for (int channel = 0; channel < channels; channel++)
            {
                for (int position = 0; position < positions; position++)
                {
                    order[next++] = (((row * positions) + position) * channels) + channel;
                }
            }
        }

        return order;
    }
}
