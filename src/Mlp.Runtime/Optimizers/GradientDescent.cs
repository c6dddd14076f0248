using System;
using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Mlp.Storage;

namespace Mlp.Optimizers;

/// <summary>Stochastic gradient descent with a gradient in canonical order: θ ← θ − α g [NPFL129, "Training MLP"].</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class GradientDescent
{
    /// <summary>One step on the parameters of one layer.</summary>
    /// <param name="parameters">The network's storage.</param>
    /// <param name="gradient">The layer's gradient in canonical order.</param>
    /// <param name="layout">Where the layer's parameters stand in the storage.</param>
    /// <param name="learningRate">The step size α.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Step(Span<float> parameters, ReadOnlySpan<float> gradient, in DenseLayout layout, float learningRate)
    {
        ref float source = ref MemoryMarshal.GetReference(gradient[..layout.ParameterCount]);
        ref float weights = ref parameters[layout.Weights];
        int inputs = layout.Inputs;
        int inputStride = layout.InputStride;
        for (int output = 0; output < layout.Outputs; output++)
        {
            ref float weight = ref Unsafe.Add(ref weights, output * layout.OutputStride);
            for (int input = 0; input < inputs; input++)
            {
                weight -= learningRate * source;
                weight = ref Unsafe.Add(ref weight, inputStride);
                source = ref Unsafe.Add(ref source, 1);
            }
        }

        ref float bias = ref parameters[layout.Biases];
        for (int output = 0; output < layout.Outputs; output++)
        {
            bias -= learningRate * source;
            bias = ref Unsafe.Add(ref bias, 1);
            source = ref Unsafe.Add(ref source, 1);
        }
    }
}
