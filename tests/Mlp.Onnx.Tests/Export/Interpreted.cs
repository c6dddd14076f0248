using System;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.InteropServices;
using Mlp.CompilerServices;

namespace Mlp.Onnx.Tests.Export;

/// <summary>What a network of any description computes, without emitted code.</summary>
internal static class Interpreted
{
    /// <summary>The outputs of samples.</summary>
    /// <param name="description">The network.</param>
    /// <param name="parameters">Its parameters, in canonical order.</param>
    /// <param name="inputs">The samples, row-major.</param>
    internal static float[] Outputs(NetworkDescription description, float[] parameters, float[] inputs)
    {
        float[] storage = new float[Math.Max(1, parameters.Length)];
        var tensors = new List<StoredTensor>();
        int start = 0;
        foreach (TensorDescription tensor in description.Layers.SelectMany(layer => layer.Tensors))
        {
            var layout = new TensorLayout(start, [.. tensor.Extents], Strides(tensor.Extents));
            layout.Import(parameters.AsSpan(start, tensor.Count), storage);
            tensors.Add(new StoredTensor(layout));
            start += tensor.Count;
        }

        var network = new InterpretedNetwork(description, [.. tensors]);
        int samples = inputs.Length / description.Layers[0].Inputs;
        float[] outputs = new float[samples * description.Layers[^1].Outputs];
        network.ForwardBatch(
            ref MemoryMarshal.GetArrayDataReference(storage), ref MemoryMarshal.GetArrayDataReference(inputs), ref MemoryMarshal.GetArrayDataReference(outputs), samples);
        return outputs;
    }

    /// <summary>The first axis the fastest: filters stand side by side.</summary>
    private static int[] Strides(IReadOnlyList<int> extents)
    {
        int[] strides = new int[extents.Count];
        int next = 1;
        for (int axis = 0; axis < strides.Length; axis++)
        {
            strides[axis] = next;
            next *= extents[axis];
        }

        return strides;
    }
}
