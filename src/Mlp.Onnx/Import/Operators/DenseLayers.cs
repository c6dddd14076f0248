using System.Collections.Generic;
using System.Linq;
using Mlp.Onnx.Import.Layers;
using Mlp.Onnx.Import.Layouts;
using Mlp.Onnx.Import.Values;

namespace Mlp.Onnx.Import.Operators;

/// <summary>Puts dense layers behind a signal: weights take values in the file's order, whatever order memory has.</summary>
internal static class DenseLayers
{
    /// <summary>W x + b.</summary>
    /// <param name="call">The node.</param>
    /// <param name="signal">x.</param>
    /// <param name="contracted">The dimensions that are summed over, the outermost first; all others are 1 or the batch.</param>
    /// <param name="weights">W, a row for each output, whose columns are in the file's order.</param>
    /// <param name="biases">b.</param>
    /// <param name="outputs">The dimension that the outputs are in; −1 for none, where there is one output.</param>
    /// <exception cref="Refusal">Shapes do not fit, or samples would be mixed.</exception>
    public static Signal Behind(NodeCall call, Signal signal, IReadOnlyList<int> contracted, double[] weights, double[] biases, int outputs)
    {
        Layout layout = signal.Layout;
        int inputs = contracted.Aggregate(1, (product, dimension) => product * layout.ExtentOf(dimension));
        if (!contracted.All(layout.IsOfSample))
        {
            throw call.Refuse(OnnxFaultCode.Shape, $"sums over the samples of a batch");
        }

        if (!Enumerable.Range(0, layout.Rank).All(dimension => contracted.Contains(dimension) || layout.IsLead(dimension)))
        {
            throw call.Refuse(OnnxFaultCode.Shape, $"multiplies a matrix of [{ShapeText.Of(layout)}] by weights in a way that no layer does");
        }

        if (weights.LongLength != (long)inputs * biases.Length || inputs != layout.Size)
        {
            throw call.Refuse(OnnxFaultCode.Shape, $"has {weights.LongLength} weights, but {inputs} values arrive and {biases.Length} leave");
        }

        Axis[] axes = [.. contracted.SelectMany(layout.ValuesOf)];
        double[] columns = layout.IsInMemoryOrder(axes) ? weights : Permuted(call, weights, Layout.PlacesOf(axes));
        IEnumerable<Axis> results = biases.Length == 1 ? [] : [new Axis(biases.Length, 1)];
        LayerChain chain = Append(call, call.Context.Chains.Lowered(signal.Chain, signal.Expression), columns, biases, inputs);
        var dimensions = Enumerable.Range(0, layout.Rank).Select(dimension =>
            dimension == outputs ? results : contracted.Contains(dimension) ? layout.Dimensions[dimension].Where(static axis => axis.IsBatch) : layout.Dimensions[dimension]);
        return signal.Behind(chain, layout.With(dimensions));
    }

    private static LayerChain Append(NodeCall call, LayerChain chain, double[] weights, double[] biases, int inputs)
    {
        if (call.Context.Chains.Foldable(chain, isPadded: false) is { } affine && AffineFolding.Before(weights, biases, affine, static (_, input) => input) is var (scaled, moved))
        {
            call.Context.Spend(weights.LongLength);
            LayerChain shorter = chain.Previous!.Noted(ChainBuilder.Sentence(affine.Origins, chain.Count, LayerDraft.Dense), chain.Notes);
            return Append(call, shorter, scaled, moved, inputs);
        }

        LayerChain flat = chain.Shape is null ? chain.On([inputs], null) : chain;
        return ChainBuilder.Append(flat, new LayerDraft(LayerDraft.Dense, [inputs], [biases.Length]) { Weights = weights, Biases = biases }, call.Described);
    }

    private static double[] Permuted(NodeCall call, double[] weights, int[] places)
    {
        call.Context.Spend(weights.LongLength);
        double[] columns = new double[weights.Length];
        for (int row = 0; row < weights.Length; row += places.Length)
        {
            for (int column = 0; column < places.Length; column++)
            {
                columns[row + places[column]] = weights[row + column];
            }
        }

        return columns;
    }
}
