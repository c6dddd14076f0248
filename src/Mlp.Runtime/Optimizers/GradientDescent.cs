using System;
using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
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
        if (layout.InputStride == 1)
        {
            for (int output = 0; output < layout.Outputs; output++)
            {
                ref float weight = ref Unsafe.Add(ref weights, output * layout.OutputStride);
                StepRow(ref weight, ref Unsafe.Add(ref source, output * layout.Inputs), layout.Inputs, learningRate);
            }
        }
        else
        {
            StepTransposed(ref weights, ref source, layout, learningRate);
        }

        ref float biases = ref Unsafe.Add(ref source, layout.Inputs * layout.Outputs);
        StepRow(ref parameters[layout.Biases], ref biases, layout.Outputs, learningRate);
    }

    /// <summary>Weights stored by input, a gradient by output: blocks of it are turned on the stack, so that both are read in rows.</summary>
    private static void StepTransposed(ref float weights, ref float gradient, in DenseLayout layout, float learningRate)
    {
        const int BlockInputs = 8;
        const int BlockOutputs = 128;
        Span<float> block = stackalloc float[BlockInputs * BlockOutputs];
        ref float turned = ref MemoryMarshal.GetReference(block);
        for (int output = 0; output < layout.Outputs; output += BlockOutputs)
        {
            int outputs = int.Min(BlockOutputs, layout.Outputs - output);
            for (int input = 0; input < layout.Inputs; input += BlockInputs)
            {
                int inputs = int.Min(BlockInputs, layout.Inputs - input);
                ref float corner = ref Unsafe.Add(ref gradient, (output * layout.Inputs) + input);
                Transposition.Copy(ref corner, layout.Inputs, ref turned, BlockOutputs, outputs, inputs);
                for (int row = 0; row < inputs; row++)
                {
                    ref float weight = ref Unsafe.Add(ref weights, ((input + row) * layout.InputStride) + output);
                    StepRow(ref weight, ref Unsafe.Add(ref turned, row * BlockOutputs), outputs, learningRate);
                }
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void StepRow(ref float parameters, ref float gradient, int count, float learningRate)
    {
        int next = 0;
        if (Vector128.IsHardwareAccelerated)
        {
            for (; next <= count - Vector128<float>.Count; next += Vector128<float>.Count)
            {
                ref float parameter = ref Unsafe.Add(ref parameters, next);
                (Vector128.LoadUnsafe(ref parameter) - (Vector128.LoadUnsafe(ref Unsafe.Add(ref gradient, next)) * learningRate)).StoreUnsafe(ref parameter);
            }
        }

        for (; next < count; next++)
        {
            Unsafe.Add(ref parameters, next) -= learningRate * Unsafe.Add(ref gradient, next);
        }
    }
}
