using System;
using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Mlp.CompilerServices;

/// <summary>
/// The kernels of a network without emitted code: plain loops over its description, one sample after the other. They serve machines without
/// vectors, and calls that have no kernels. One instance serves all networks of a shape, and any number of threads.
/// </summary>
/// <remarks>
/// Belongs to emitted code of the same version, and may change in any version.
/// Its methods mean what the emitted kernels of the same names mean, and like those they check nothing: references are to the first of as
/// many floats as the description says. Samples stand one behind the other. Nothing is allocated on the managed heap.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed partial class InterpretedNetwork
{
    // 24 KB, as emitted code has it; more is native memory.
    private const int StackFloats = 6144;

    private readonly LayerSequence _layers;
    private readonly OutputInterpreter _output;
    private readonly StoredTensor[] _tensors;
    private readonly int _storageFloats;

    /// <summary>The kernels of a shape.</summary>
    /// <param name="description">What networks of the shape are made of.</param>
    /// <param name="tensors">Where their tensors stand, in canonical order.</param>
    /// <exception cref="ArgumentException">
    /// Tensors are missing or of other sizes than the description says, layers do not fit each other, or a kind, an activation or a loss is unknown.
    /// </exception>
    public InterpretedNetwork(NetworkDescription description, params StoredTensor[] tensors)
    {
        ArgumentNullException.ThrowIfNull(description);
        ArgumentNullException.ThrowIfNull(tensors);
        if (description.Layers.Count == 0)
        {
            throw new ArgumentException("The network has no layer, but must have one or more.", nameof(description));
        }

        _tensors = [.. tensors];
        _layers = new LayerSequence(description, _tensors);
        _output = OutputInterpreter.Of(description.Layers[^1].Activation, description.Loss, description.IsDeterministic);
        foreach (StoredTensor tensor in _tensors)
        {
            _storageFloats = int.Max(_storageFloats, tensor.End);
        }
    }

    /// <summary>The most samples that <see cref="Train"/> may add onto the parameters themselves.</summary>
    public int TrainingSamples => 1;

    /// <summary>The floats of work space that <see cref="Train"/> wants.</summary>
    public int TrainingFloats => _layers.TrainingFloats;

    /// <summary>ŷ of one sample.</summary>
    /// <param name="parameters">The network's storage.</param>
    /// <param name="input">The sample.</param>
    /// <param name="output">Receives ŷ.</param>
    public void Forward(ref float parameters, ref float input, ref float output) => ForwardBatch(ref parameters, ref input, ref output, 1);

    /// <summary>ŷ of n samples.</summary>
    /// <param name="parameters">The network's storage.</param>
    /// <param name="inputs">The samples.</param>
    /// <param name="outputs">Receives ŷ, sample after sample.</param>
    /// <param name="samples">How many there are.</param>
    /// <exception cref="OutOfMemoryException">There is no scratch memory.</exception>
    public void ForwardBatch(ref float parameters, ref float inputs, ref float outputs, int samples)
    {
        int floats = _layers.InferenceFloats;
        if (floats <= StackFloats)
        {
            Predict(ref parameters, ref inputs, ref outputs, samples, stackalloc float[floats]);
            return;
        }

        using var scratch = new NativeScratch(floats);
        Predict(ref parameters, ref inputs, ref outputs, samples, MemoryMarshal.CreateSpan(ref scratch.Start, floats));
    }

    /// <summary>The mean loss of n samples [Lu 8].</summary>
    /// <param name="parameters">The network's storage.</param>
    /// <param name="inputs">The samples.</param>
    /// <param name="targets">Their targets, which count where <paramref name="labels"/> is the null reference.</param>
    /// <param name="labels">Their classes, each 0 or more and below the number of classes.</param>
    /// <param name="samples">How many there are.</param>
    /// <exception cref="OutOfMemoryException">There is no scratch memory.</exception>
    public float Loss(ref float parameters, ref float inputs, ref float targets, ref int labels, int samples)
    {
        int floats = _layers.InferenceFloats;
        if (floats <= StackFloats)
        {
            return MeanLoss(ref parameters, ref inputs, ref targets, ref labels, samples, stackalloc float[floats]);
        }

        using var scratch = new NativeScratch(floats);
        return MeanLoss(ref parameters, ref inputs, ref targets, ref labels, samples, MemoryMarshal.CreateSpan(ref scratch.Start, floats));
    }

    /// <summary>The mean loss of n samples and its gradient ∂L/∂θ = (1/n) Σ δ hᵀ [Lu 11-14].</summary>
    /// <param name="parameters">The network's storage.</param>
    /// <param name="inputs">The samples.</param>
    /// <param name="targets">Their targets, which count where <paramref name="labels"/> is the null reference.</param>
    /// <param name="labels">Their classes.</param>
    /// <param name="samples">How many there are.</param>
    /// <param name="gradient">Receives the gradient in canonical order.</param>
    /// <param name="masks">The masks of the samples, for a network that drops values.</param>
    /// <exception cref="OutOfMemoryException">There is no scratch memory.</exception>
    public float Gradient(ref float parameters, ref float inputs, ref float targets, ref int labels, int samples, Span<float> gradient, DropoutMasks masks = default)
    {
        int floats = _layers.TrainingFloats + _storageFloats;
        if (floats <= StackFloats)
        {
            return MeanGradient(ref parameters, ref inputs, ref targets, ref labels, samples, gradient, stackalloc float[floats], masks);
        }

        using var scratch = new NativeScratch(floats);
        return MeanGradient(ref parameters, ref inputs, ref targets, ref labels, samples, gradient, MemoryMarshal.CreateSpan(ref scratch.Start, floats), masks);
    }

    /// <summary>Adds scale · Σ w ∂ℓ/∂θ of n samples onto a gradient that is laid out like the parameters.</summary>
    /// <param name="parameters">The network's storage.</param>
    /// <param name="inputs">The samples.</param>
    /// <param name="targets">Their targets, which count where <paramref name="labels"/> is the null reference.</param>
    /// <param name="labels">Their classes.</param>
    /// <param name="sampleWeights">w of each; the null reference where all are 1.</param>
    /// <param name="samples">How many there are.</param>
    /// <param name="scale">What the gradient is multiplied by.</param>
    /// <param name="work"><see cref="TrainingFloats"/> floats, which hold anything before and after.</param>
    /// <param name="destination">
    /// What is added onto; padding stays as it is. It may be the parameters themselves, for up to <see cref="TrainingSamples"/> samples.
    /// </param>
    /// <param name="masks">The masks of the samples, for a network that drops values.</param>
    /// <returns>Σ w ℓ.</returns>
    public double Train(
        ref float parameters,
        ref float inputs,
        ref float targets,
        ref int labels,
        ref float sampleWeights,
        int samples,
        float scale,
        ref float work,
        ref float destination,
        DropoutMasks masks = default)
    {
        ReadOnlySpan<float> storage = MemoryMarshal.CreateReadOnlySpan(ref parameters, _storageFloats);
        Span<float> onto = MemoryMarshal.CreateSpan(ref destination, _storageFloats);
        Span<float> space = MemoryMarshal.CreateSpan(ref work, TrainingFloats);
        bool isWeighted = !Unsafe.IsNullRef(ref sampleWeights);
        double loss = 0;
        for (int sample = 0; sample < samples; sample++)
        {
            ReadOnlySpan<float> input = Row(ref inputs, sample, _layers.Inputs);
            float weight = isWeighted ? Unsafe.Add(ref sampleWeights, sample) : 1;
            Span<float> sums = _layers.Forward(storage, input, space, masks, sample);
            loss += weight * _output.TurnIntoErrors(sums, TargetOf(ref targets, ref labels, sample), scale * weight);
            _layers.Backward(storage, input, space, onto, inputErrors: default);
        }

        return loss;
    }

    private static Span<float> Row(ref float rows, int row, int length) => MemoryMarshal.CreateSpan(ref Unsafe.Add(ref rows, (nint)row * length), length);

    private void Predict(ref float parameters, ref float inputs, ref float outputs, int samples, Span<float> work)
    {
        ReadOnlySpan<float> storage = MemoryMarshal.CreateReadOnlySpan(ref parameters, _storageFloats);
        for (int sample = 0; sample < samples; sample++)
        {
            Span<float> sums = _layers.Infer(storage, Row(ref inputs, sample, _layers.Inputs), work);
            _output.Predict(sums);
            sums.CopyTo(Row(ref outputs, sample, sums.Length));
        }
    }

    private float MeanLoss(ref float parameters, ref float inputs, ref float targets, ref int labels, int samples, Span<float> work)
    {
        ReadOnlySpan<float> storage = MemoryMarshal.CreateReadOnlySpan(ref parameters, _storageFloats);
        double loss = 0;
        for (int sample = 0; sample < samples; sample++)
        {
            Span<float> sums = _layers.Infer(storage, Row(ref inputs, sample, _layers.Inputs), work);
            loss += _output.TurnIntoErrors(sums, TargetOf(ref targets, ref labels, sample), scale: 0);
        }

        return (float)(loss / samples);
    }

    private float MeanGradient(ref float parameters, ref float inputs, ref float targets, ref int labels, int samples, Span<float> gradient, Span<float> scratch, DropoutMasks masks)
    {
        Span<float> sum = scratch[.._storageFloats];
        sum.Clear();
        ref float work = ref MemoryMarshal.GetReference(scratch[_storageFloats..]);
        double loss = Train(
            ref parameters, ref inputs, ref targets, ref labels, ref Unsafe.NullRef<float>(), samples, 1f / samples, ref work, ref MemoryMarshal.GetReference(sum), masks);
        Export(sum, gradient);
        return (float)(loss / samples);
    }

    private void Export(ReadOnlySpan<float> storage, Span<float> canonical)
    {
        foreach (StoredTensor tensor in _tensors)
        {
            TensorLayout layout = tensor.Layout;
            int count = layout.Count;
            layout.Export(storage, canonical[..count]);
            canonical = canonical[count..];
        }
    }

    private SampleTarget TargetOf(ref float targets, ref int labels, int sample) => Unsafe.IsNullRef(ref labels)
        ? new SampleTarget(Row(ref targets, sample, _layers.Outputs))
        : new SampleTarget(Unsafe.Add(ref labels, sample));
}
