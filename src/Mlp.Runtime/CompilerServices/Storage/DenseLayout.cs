using System;
using System.ComponentModel;
using System.Runtime.InteropServices;

namespace Mlp.CompilerServices;

/// <summary>
/// Where the parameters of one dense layer stand in a network's own storage: weight [o, i] at
/// <c>Weights + o · OutputStride + i · InputStride</c>, bias o at <c>Biases + o</c>. Kernels choose the strides; the
/// canonical order is weights row by row ([out, in]), then biases.
/// </summary>
/// <param name="Inputs">The fan-in.</param>
/// <param name="Outputs">The fan-out.</param>
/// <param name="Weights">The index of weight [0, 0].</param>
/// <param name="InputStride">The distance between weights of neighbouring inputs.</param>
/// <param name="OutputStride">The distance between weights of neighbouring outputs.</param>
/// <param name="Biases">The index of the first bias.</param>
/// <remarks>Belongs to emitted code of the same version, and may change in any version.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly record struct DenseLayout(int Inputs, int Outputs, int Weights, int InputStride, int OutputStride, int Biases)
{
    /// <summary>The number of weights and biases together.</summary>
    public int ParameterCount => (Inputs * Outputs) + Outputs;

    /// <summary>The index of the weight from input <paramref name="input"/> to output <paramref name="output"/>.</summary>
    public int WeightIndex(int output, int input) => Weights + (output * OutputStride) + (input * InputStride);

    /// <summary>Copies the layer's parameters from canonical order into the storage of the network.</summary>
    /// <param name="canonical">This layer's <see cref="ParameterCount"/> values.</param>
    /// <param name="storage">The network's storage.</param>
    public void Import(ReadOnlySpan<float> canonical, Span<float> storage)
    {
        int weights = Inputs * Outputs;
        ref float rows = ref MemoryMarshal.GetReference(canonical[..weights]);
        ref float stored = ref storage[Weights];
        if (InputStride == 1)
        {
            for (int output = 0; output < Outputs; output++)
            {
                canonical.Slice(output * Inputs, Inputs).CopyTo(storage.Slice(WeightIndex(output, 0), Inputs));
            }
        }
        else
        {
            Transposition.Copy(ref rows, Inputs, ref stored, InputStride, Outputs, Inputs);
        }

        canonical.Slice(weights, Outputs).CopyTo(storage.Slice(Biases, Outputs));
    }

    /// <summary>Copies the layer's parameters from the storage of the network into canonical order.</summary>
    /// <param name="storage">The network's storage.</param>
    /// <param name="canonical">Receives this layer's <see cref="ParameterCount"/> values.</param>
    public void Export(ReadOnlySpan<float> storage, Span<float> canonical)
    {
        int weights = Inputs * Outputs;
        ref float rows = ref MemoryMarshal.GetReference(canonical[..weights]);
        ref float stored = ref MemoryMarshal.GetReference(storage[Weights..]);
        if (InputStride == 1)
        {
            for (int output = 0; output < Outputs; output++)
            {
                storage.Slice(WeightIndex(output, 0), Inputs).CopyTo(canonical.Slice(output * Inputs, Inputs));
            }
        }
        else
        {
            Transposition.Copy(ref stored, InputStride, ref rows, Inputs, Inputs, Outputs);
        }

        storage.Slice(Biases, Outputs).CopyTo(canonical.Slice(weights, Outputs));
    }
}
