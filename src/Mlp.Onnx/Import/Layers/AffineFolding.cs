using System;
using Mlp.Onnx.Import.Values;

namespace Mlp.Onnx.Import.Layers;

/// <summary>Scales and offsets multiplied into weights and biases: in double, and only where nothing is lost.</summary>
internal static class AffineFolding
{
    // What is subtracted may be so much larger than what remains that a product and a sum instead of a difference lose digits.
    private const double LargestOffset = 16;

    /// <summary>Whether the numbers of an affine layer may go into weights behind it.</summary>
    public static bool IsSafe(LayerDraft affine) => Array.TrueForAll(affine.Scales.Values, static scale => scale != 0)
        && Array.TrueForAll(affine.Offsets.Values, static offset => Math.Abs(offset) <= LargestOffset);

    /// <summary>A layer whose results are scaled and moved; null where its weights cannot do that.</summary>
    public static LayerDraft? Behind(LayerDraft layer, Numbers scale, Numbers offset)
    {
        int outputs = layer.Biases.Length;
        if (!scale.AreByChannel(outputs) || !offset.AreByChannel(outputs) || !Array.TrueForAll(scale.Values, static number => number != 0))
        {
            return null;
        }

        double[] biases = new double[outputs];
        double[] weights = scale.AreAll(1) ? layer.Weights : new double[layer.Weights.Length];
        int row = layer.Weights.Length / outputs;
        for (int output = 0; output < outputs; output++)
        {
            biases[output] = (layer.Biases[output] * scale[output]) + offset[output];
            for (int index = output * row; index < (output + 1) * row && weights != layer.Weights; index++)
            {
                weights[index] = layer.Weights[index] * scale[output];
            }
        }

        return AreFloats(weights) && AreFloats(biases) ? layer with { Weights = weights, Biases = biases } : null;
    }

    /// <summary>Weights and biases that do what a scale and an offset before them did; null where they are no floats then.</summary>
    /// <param name="weights">The weights, of all inputs of an output one after the other.</param>
    /// <param name="biases">The biases.</param>
    /// <param name="affine">The layer before.</param>
    /// <param name="inputOf">The number of scale and offset that belong to a weight: of an output and a place in its row.</param>
    public static (double[] Weights, double[] Biases)? Before(double[] weights, double[] biases, LayerDraft affine, Func<int, int, int> inputOf)
    {
        double[] scaled = new double[weights.Length];
        double[] moved = new double[biases.Length];
        int row = weights.Length / biases.Length;
        for (int output = 0; output < biases.Length; output++)
        {
            double sum = biases[output];
            for (int index = 0; index < row; index++)
            {
                int input = inputOf(output, index);
                double weight = weights[(output * row) + index];
                sum += weight * affine.Offsets[input];
                scaled[(output * row) + index] = weight * affine.Scales[input];
            }

            moved[output] = sum;
        }

        return AreFloats(scaled) && AreFloats(moved) ? (scaled, moved) : null;
    }

    private static bool AreFloats(double[] numbers) => Array.TrueForAll(numbers, static number => float.IsFinite((float)number));
}
