using System;
using System.Collections.Generic;
using System.Linq;

namespace Mlp.CompilerServices;

/// <summary>A network's layers, one behind the other, and where a sample stands on its way through them.</summary>
/// <remarks>
/// To predict, values go to and fro between two rows. To train, every layer has a row for its outputs and one for what it keeps; behind them
/// are two rows for errors, between which the way back goes to and fro.
/// </remarks>
internal sealed class LayerSequence
{
    private readonly LayerInterpreter[] _layers;

    // Where the outputs of each layer begin in the memory of a training; what it keeps stands behind them.
    private readonly int[] _rows;
    private readonly int _errors;
    private readonly int _widest;

    // The layers that have a mask for each sample.
    private readonly int[] _masked;

    /// <summary>The layers of a network.</summary>
    /// <param name="description">What the network is made of.</param>
    /// <param name="tensors">Where its tensors stand, in canonical order.</param>
    /// <exception cref="ArgumentException">Tensors are missing or of other sizes, layers do not fit each other, or one is of no known kind.</exception>
    internal LayerSequence(NetworkDescription description, StoredTensor[] tensors)
    {
        IReadOnlyList<LayerDescription> layers = description.Layers;
        _layers = new LayerInterpreter[layers.Count];
        _rows = new int[layers.Count];
        int tensor = 0;
        for (int index = 0; index < layers.Count; index++)
        {
            LayerDescription layer = layers[index];
            if (index > 0 && layer.Inputs != layers[index - 1].Outputs)
            {
                throw new ArgumentException(
                    FormattableString.Invariant($"Layer {index + 1} takes {layer.Inputs} values, but {layers[index - 1].Outputs} arrive."), nameof(description));
            }

            StoredTensor[] own = TensorsOf(layer, index, tensors, ref tensor);
            bool isLast = index == layers.Count - 1;
            _layers[index] = LayerInterpreters.Of(
                layer,
                own,
                isLast ? ElementActivation.Identity : ElementActivation.Of(layer.Activation, description.IsDeterministic),
                description.IsDeterministic ? RowLoops.Deterministic : RowLoops.Fastest);
            _rows[index] = _errors;
            _errors += layer.Outputs + _layers[index].KeptFloats;
            _widest = int.Max(_widest, layer.Outputs);
        }

        _masked = [.. Enumerable.Range(0, _layers.Length).Where(index => _layers[index].HasMask)];
        if (tensor != tensors.Length)
        {
            throw new ArgumentException(FormattableString.Invariant($"{tensors.Length} tensors are given, but the layers have {tensor}."), nameof(tensors));
        }
    }

    /// <summary>The floats of a sample that arrive.</summary>
    internal int Inputs => _layers[0].Inputs;

    /// <summary>The floats of a sample that leave.</summary>
    internal int Outputs => _layers[^1].Outputs;

    /// <summary>The floats that <see cref="Infer"/> works in.</summary>
    internal int InferenceFloats => 2 * _widest;

    /// <summary>The floats that <see cref="Forward"/> and <see cref="Backward"/> work in.</summary>
    internal int TrainingFloats => _errors + (2 * _widest);

    /// <summary>A sample through all layers; nothing is kept.</summary>
    /// <param name="parameters">The network's storage.</param>
    /// <param name="input">The sample.</param>
    /// <param name="work"><see cref="InferenceFloats"/> floats.</param>
    /// <returns>The last layer's sums z, in <paramref name="work"/>.</returns>
    internal Span<float> Infer(ReadOnlySpan<float> parameters, ReadOnlySpan<float> input, Span<float> work)
    {
        ReadOnlySpan<float> arriving = input;
        Span<float> leaving = default;
        for (int index = 0; index < _layers.Length; index++)
        {
            leaving = work.Slice(index % 2 * _widest, _layers[index].Outputs);
            _layers[index].Forward(parameters, arriving, leaving, kept: default);
            arriving = leaving;
        }

        return leaving;
    }

    /// <summary>A sample through all layers; what the way back needs is kept.</summary>
    /// <param name="parameters">The network's storage.</param>
    /// <param name="input">The sample.</param>
    /// <param name="work"><see cref="TrainingFloats"/> floats.</param>
    /// <param name="masks">The masks of its minibatch.</param>
    /// <param name="sample">Its place where the masks begin.</param>
    /// <returns>A copy of the last layer's sums z, to be turned into errors in place.</returns>
    internal Span<float> Forward(ReadOnlySpan<float> parameters, ReadOnlySpan<float> input, Span<float> work, DropoutMasks masks, int sample)
    {
        foreach (int masked in _masked)
        {
            _layers[masked].KeepMask(masks.Of(masked, sample), KeptOf(masked, work));
        }

        ReadOnlySpan<float> arriving = input;
        for (int index = 0; index < _layers.Length; index++)
        {
            Span<float> leaving = OutputsOf(index, work);
            _layers[index].Forward(parameters, arriving, leaving, KeptOf(index, work));
            arriving = leaving;
        }

        Span<float> errors = ErrorsOf(_layers.Length - 1, work);
        arriving.CopyTo(errors);
        return errors;
    }

    /// <summary>The errors that <see cref="Forward"/>'s result was turned into, back through all layers, whose gradients are added.</summary>
    /// <param name="parameters">The network's storage.</param>
    /// <param name="input">The sample.</param>
    /// <param name="work">What the way forward left.</param>
    /// <param name="destination">
    /// What the gradient is added onto, laid out like the parameters; the parameters themselves may be. Empty where nobody wants it.
    /// </param>
    /// <param name="inputErrors">Receives the errors of the sample as it arrived; empty where nobody wants them.</param>
    internal void Backward(
        ReadOnlySpan<float> parameters, ReadOnlySpan<float> input, Span<float> work, Span<float> destination, Span<float> inputErrors)
    {
        for (int index = _layers.Length - 1; index >= 0; index--)
        {
            ReadOnlySpan<float> arrived = index == 0 ? input : OutputsOf(index - 1, work);
            var values = new LayerValues(arrived, OutputsOf(index, work), KeptOf(index, work));
            Span<float> sentBack = index == 0 ? inputErrors : ErrorsOf(index - 1, work);
            _layers[index].Backward(parameters, values, ErrorsOf(index, work), sentBack, destination);
        }
    }

    private static StoredTensor[] TensorsOf(LayerDescription layer, int index, StoredTensor[] tensors, ref int next)
    {
        var own = new StoredTensor[layer.Tensors.Count];
        for (int tensor = 0; tensor < own.Length; tensor++)
        {
            TensorDescription wanted = layer.Tensors[tensor];
            StoredTensor? found = next < tensors.Length ? tensors[next] : null;
            if (found is null || !found.HasExtents(wanted.Extents))
            {
                string given = found is null ? "none" : $"one of [{string.Join(", ", found.Extents.ToArray())}]";
                throw new ArgumentException(
                    FormattableString.Invariant($"Tensor {next + 1} is the {wanted} of layer {index + 1}, but {given} is given in its place."), nameof(tensors));
            }

            own[tensor] = found;
            next++;
        }

        return own;
    }

    private Span<float> OutputsOf(int index, Span<float> work) => work.Slice(_rows[index], _layers[index].Outputs);

    private Span<float> KeptOf(int index, Span<float> work) => work.Slice(_rows[index] + _layers[index].Outputs, _layers[index].KeptFloats);

    private Span<float> ErrorsOf(int index, Span<float> work) => work.Slice(_errors + (index % 2 * _widest), _layers[index].Outputs);
}
