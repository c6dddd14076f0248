using System;
using System.Runtime.InteropServices;

namespace Mlp.CompilerServices;

/// <content>Calls that want the errors of inputs, or are given those of outputs. There are no kernels of the same names.</content>
public sealed partial class InterpretedNetwork
{
    /// <summary>The mean loss of n samples and its gradient by the inputs: ∂L/∂x = (1/n) W₁ᵀ δ₁ for each sample [Lu 12].</summary>
    /// <param name="parameters">The network's storage.</param>
    /// <param name="inputs">The samples.</param>
    /// <param name="targets">Their targets, which count where <paramref name="labels"/> is empty.</param>
    /// <param name="labels">Their classes.</param>
    /// <param name="inputGradient">Receives ∂L/∂x, sample after sample.</param>
    /// <param name="masks">The masks of the samples, for a network that drops values.</param>
    /// <exception cref="OutOfMemoryException">There is no scratch memory.</exception>
    public float InputGradient(
        ref float parameters, ReadOnlySpan<float> inputs, ReadOnlySpan<float> targets, ReadOnlySpan<int> labels, Span<float> inputGradient, DropoutMasks masks = default)
    {
        ReadOnlySpan<float> storage = MemoryMarshal.CreateReadOnlySpan(ref parameters, _storageFloats);
        int floats = _layers.TrainingFloats;
        if (floats <= StackFloats)
        {
            return MeanInputGradient(storage, inputs, targets, labels, inputGradient, stackalloc float[floats], masks);
        }

        using var scratch = new NativeScratch(floats);
        return MeanInputGradient(storage, inputs, targets, labels, inputGradient, MemoryMarshal.CreateSpan(ref scratch.Start, floats), masks);
    }

    /// <summary>From ∂L/∂ŷ of n samples, which the caller has, back to ∂L/∂θ = Σ δ hᵀ and to ∂L/∂x [Lu 12-14].</summary>
    /// <param name="parameters">The network's storage.</param>
    /// <param name="inputs">The samples.</param>
    /// <param name="outputGradient">∂L/∂ŷ, sample after sample.</param>
    /// <param name="gradient">Receives ∂L/∂θ in canonical order; empty where nobody wants it.</param>
    /// <param name="inputGradient">Receives ∂L/∂x, sample after sample; empty where nobody wants it.</param>
    /// <param name="blockSamples">The samples whose gradient is added up in single precision, 1 or more; blocks are added in double.</param>
    /// <param name="masks">The masks of the samples, for a network that drops values.</param>
    /// <exception cref="OutOfMemoryException">There is no scratch memory.</exception>
    public void Backpropagate(
        ref float parameters,
        ReadOnlySpan<float> inputs,
        ReadOnlySpan<float> outputGradient,
        Span<float> gradient,
        Span<float> inputGradient,
        int blockSamples,
        DropoutMasks masks = default)
    {
        ReadOnlySpan<float> storage = MemoryMarshal.CreateReadOnlySpan(ref parameters, _storageFloats);
        bool isInBlocks = !gradient.IsEmpty && inputs.Length / _layers.Inputs > blockSamples;
        int sums = gradient.IsEmpty ? 0 : isInBlocks ? 3 * _storageFloats : _storageFloats;
        int floats = sums + _layers.TrainingFloats;
        if (floats <= StackFloats && !isInBlocks)
        {
            SendBack(storage, inputs, outputGradient, gradient, inputGradient, blockSamples, stackalloc float[floats], masks);
            return;
        }

        using var scratch = new NativeScratch(floats);
        SendBack(storage, inputs, outputGradient, gradient, inputGradient, blockSamples, MemoryMarshal.CreateSpan(ref scratch.Start, floats), masks);
    }

    private float MeanInputGradient(
        ReadOnlySpan<float> storage,
        ReadOnlySpan<float> inputs,
        ReadOnlySpan<float> targets,
        ReadOnlySpan<int> labels,
        Span<float> inputGradient,
        Span<float> work,
        DropoutMasks masks)
    {
        (int arriving, int leaving) = (_layers.Inputs, _layers.Outputs);
        int samples = inputs.Length / arriving;
        double loss = 0;
        for (int sample = 0; sample < samples; sample++)
        {
            ReadOnlySpan<float> input = inputs.Slice(sample * arriving, arriving);
            SampleTarget target = labels.IsEmpty ? new SampleTarget(targets.Slice(sample * leaving, leaving)) : new SampleTarget(labels[sample]);
            loss += _output.TurnIntoErrors(_layers.Forward(storage, input, work, masks, sample), target, 1f / samples);
            _layers.Backward(storage, input, work, destination: default, inputGradient.Slice(sample * arriving, arriving));
        }

        return (float)(loss / samples);
    }

    private void SendBack(
        ReadOnlySpan<float> storage,
        ReadOnlySpan<float> inputs,
        ReadOnlySpan<float> outputGradient,
        Span<float> gradient,
        Span<float> inputGradient,
        int blockSamples,
        Span<float> scratch,
        DropoutMasks masks)
    {
        int samples = inputs.Length / _layers.Inputs;
        if (gradient.IsEmpty)
        {
            SendBack(storage, inputs, outputGradient, inputGradient, scratch, destination: default, masks);
            return;
        }

        if (samples <= blockSamples)
        {
            Span<float> sum = scratch[.._storageFloats];
            sum.Clear();
            SendBack(storage, inputs, outputGradient, inputGradient, scratch[_storageFloats..], sum, masks);
            Export(sum, gradient);
            return;
        }

        // The doubles stand first: a storage may have an odd number of floats.
        Span<float> block = scratch.Slice(2 * _storageFloats, _storageFloats);
        var blocks = new GradientBlocks(block, scratch[..(2 * _storageFloats)], blockSamples);
        int count;
        for (int first = 0; first < samples; first += count)
        {
            count = blocks.Next(samples - first);
            Range arriving = (first * _layers.Inputs)..((first + count) * _layers.Inputs);
            Range leaving = (first * _layers.Outputs)..((first + count) * _layers.Outputs);
            Span<float> errors = inputGradient.IsEmpty ? default : inputGradient[arriving];
            SendBack(storage, inputs[arriving], outputGradient[leaving], errors, scratch[(3 * _storageFloats)..], block, masks.From(first));
        }

        blocks.Finish();
        Export(block, gradient);
    }

    private void SendBack(
        ReadOnlySpan<float> storage,
        ReadOnlySpan<float> inputs,
        ReadOnlySpan<float> outputGradient,
        Span<float> inputGradient,
        Span<float> work,
        Span<float> destination,
        DropoutMasks masks)
    {
        (int arriving, int leaving) = (_layers.Inputs, _layers.Outputs);
        for (int sample = 0; sample * arriving < inputs.Length; sample++)
        {
            ReadOnlySpan<float> input = inputs.Slice(sample * arriving, arriving);
            _output.TurnIntoErrors(_layers.Forward(storage, input, work, masks, sample), outputGradient.Slice(sample * leaving, leaving));
            Span<float> errors = inputGradient.IsEmpty ? default : inputGradient.Slice(sample * arriving, arriving);
            _layers.Backward(storage, input, work, destination, errors);
        }
    }
}
