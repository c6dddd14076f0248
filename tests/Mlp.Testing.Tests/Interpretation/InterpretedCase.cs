using System;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Mlp.CompilerServices;
using Mlp.Testing.Reference;

namespace Mlp.Testing.Tests.Interpretation;

/// <summary>An interpreter, storage for it whose padding holds canaries, and the oracle with the same parameters.</summary>
internal sealed partial class InterpretedCase
{
    private readonly List<(int Start, int[] Extents, int[] Strides)> _tensors = [];

    public InterpretedCase(int[] sizes, string hidden, string output, string loss, StorageOrder order, int seed = 7)
        : this(DescriptionOf(sizes, hidden, output, loss), order, seed)
    {
    }

    public InterpretedCase(NetworkDescription description, StorageOrder order, int seed = 7)
    {
        Random = new Random(seed);
        Reference = ReferenceGrid.Network(description, Random);
        Reference.Moment = ((ulong)seed, 3);
        Description = description;
        foreach (LayerDescription layer in Description.Layers)
        {
            StorageOrder own = order == StorageOrder.Mixed ? (StorageOrder)(_tensors.Count / 2 % 2) : order;
            foreach (TensorDescription tensor in layer.Tensors)
            {
                Place([.. tensor.Extents], own);
            }
        }

        Interpreter = new InterpretedNetwork(Description, [.. Layouts()]);
        Storage = new CanarySpan(StorageFloats);
        Import([.. Reference.Parameters.Select(value => (float)value)], Storage.Span);
    }

    public Random Random { get; }

    public NetworkDescription Description { get; }

    public ReferenceNetwork Reference { get; }

    public BoundedReference Bounds => new(Reference);

    /// <summary>Those of the oracle's moment.</summary>
    public DropoutMasks Masks => new(Reference.Moment.Seed, Reference.Moment.Step);

    public InterpretedNetwork Interpreter { get; }

    /// <summary>The parameters as the network has them.</summary>
    public CanarySpan Storage { get; private set; }

    public int StorageFloats { get; private set; }

    public int ParameterCount => Reference.Parameters.Length;

    public ref float Parameters => ref MemoryMarshal.GetReference(Storage.Span);

    public static NetworkDescription DescriptionOf(int[] sizes, string hidden, string output, string loss)
    {
        var layers = new List<LayerDescription>();
        int offset = 0;
        for (int layer = 1; layer < sizes.Length; layer++)
        {
            layers.Add(new LayerDescription("Dense", sizes[layer - 1], sizes[layer], layer == sizes.Length - 1 ? output : ReferenceNetwork.HiddenActivation(hidden, layer), offset));
            offset += layers[^1].ParameterCount;
        }

        return new NetworkDescription(layers, loss, Optimizer.SGD, Initializer.Uniform);
    }

    /// <summary>Other parameters, in canonical order.</summary>
    public void Use(float[] parameters)
    {
        Reference.SetParameters(parameters);
        Import(parameters, Storage.Span);
    }

    public float[] Inputs(int samples) => ReferenceGrid.Inputs(Reference, samples, Random);

    /// <summary>Inputs that may be close to kinks, which bounds explain.</summary>
    public float[] AnyInputs(int samples) => ReferenceGrid.Uniform(samples * Reference.InputSize, -1, 1, Random);

    public float[] Targets(int samples) => ReferenceGrid.Targets(Reference, samples, Random);

    /// <summary>What a storage holds, in canonical order.</summary>
    public float[] Export(ReadOnlySpan<float> storage)
    {
        float[] canonical = new float[ParameterCount];
        Span<float> rest = canonical;
        foreach ((int start, int[] extents, int[] strides) in _tensors)
        {
            var layout = new TensorLayout(start, extents, strides);
            layout.Export(storage, rest);
            rest = rest[layout.Count..];
        }

        return canonical;
    }

    public void Import(ReadOnlySpan<float> canonical, Span<float> storage)
    {
        foreach ((int start, int[] extents, int[] strides) in _tensors)
        {
            var layout = new TensorLayout(start, extents, strides);
            layout.Import(canonical[..layout.Count], storage);
            canonical = canonical[layout.Count..];
        }
    }

    /// <summary>Fails if anything was written around the parameters or between them.</summary>
    public void AssertPaddingIntact(CanarySpan storage)
    {
        // Clearing what is named must leave canaries alone: so does a fresh storage.
        var expected = new CanarySpan(StorageFloats);
        Import(Export(storage.Span), expected.Span);
        storage.AssertIntact();
        for (int index = 0; index < StorageFloats; index++)
        {
            if (BitConverter.SingleToInt32Bits(storage.Span[index]) != BitConverter.SingleToInt32Bits(expected.Span[index]))
            {
                throw new MismatchException($"Padding at {index} of the storage was written.");
            }
        }
    }

    public float[] Outputs(float[] inputs)
    {
        (CanarySpan source, CanarySpan outputs) = (new(inputs), new(inputs.Length / Reference.InputSize * Reference.OutputSize));
        Interpreter.ForwardBatch(ref Parameters, ref Start(source), ref Start(outputs), inputs.Length / Reference.InputSize);
        source.AssertIntact();
        outputs.AssertIntact();
        return outputs.Span.ToArray();
    }

    public float Loss(float[] inputs, float[]? targets, int[]? labels = null)
    {
        (CanarySpan source, CanarySpan wanted) = (new(inputs), new(targets ?? []));
        float loss = Interpreter.Loss(ref Parameters, ref Start(source), ref StartOrNull(targets, wanted), ref StartOrNull(labels), inputs.Length / Reference.InputSize);
        source.AssertIntact();
        return loss;
    }

    public float Gradient(float[] inputs, float[]? targets, out float[] gradient, int[]? labels = null)
    {
        (CanarySpan source, CanarySpan wanted, CanarySpan result) = (new(inputs), new(targets ?? []), new(ParameterCount));
        float loss = Interpreter.Gradient(
            ref Parameters, ref Start(source), ref StartOrNull(targets, wanted), ref StartOrNull(labels), inputs.Length / Reference.InputSize, result.Span, Masks);
        source.AssertIntact();
        result.AssertIntact();
        AssertPaddingIntact(Storage);
        gradient = result.Span.ToArray();
        return loss;
    }

    /// <summary>Onto a destination laid out like the parameters, or the parameters themselves.</summary>
    public double Train(float[] inputs, float[]? targets, int[]? labels, float[]? weights, float scale, CanarySpan destination)
    {
        (CanarySpan source, CanarySpan wanted, CanarySpan factors) = (new(inputs), new(targets ?? []), new(weights ?? []));
        var work = new CanarySpan(Interpreter.TrainingFloats);
        double loss = Interpreter.Train(
            ref Parameters,
            ref Start(source),
            ref StartOrNull(targets, wanted),
            ref StartOrNull(labels),
            ref StartOrNull(weights, factors),
            inputs.Length / Reference.InputSize,
            scale,
            ref Start(work),
            ref Start(destination),
            Masks);
        source.AssertIntact();
        work.AssertIntact();
        AssertPaddingIntact(destination);
        AssertPaddingIntact(Storage);
        return loss;
    }

    private static ref float Start(CanarySpan span) => ref MemoryMarshal.GetReference(span.Span);

    private static ref float StartOrNull(float[]? values, CanarySpan copy)
    {
        if (values is null)
        {
            return ref Unsafe.NullRef<float>();
        }

        return ref Start(copy);
    }

    private static ref int StartOrNull(int[]? labels)
    {
        if (labels is null)
        {
            return ref Unsafe.NullRef<int>();
        }

        return ref MemoryMarshal.GetArrayDataReference(labels);
    }

    private List<StoredTensor> Layouts()
    {
        var stored = new List<StoredTensor>();
        foreach ((int start, int[] extents, int[] strides) in _tensors)
        {
            stored.Add(new TensorLayout(start, extents, strides));
        }

        return stored;
    }

    private void Place(int[] extents, StorageOrder order)
    {
        int[] strides = extents.Length switch
        {
            1 => [1],
            2 => order == StorageOrder.ByInput ? [1, Padded(extents[0])] : [Padded(extents[1]), 1],
            _ => FilterStrides(extents, isChannelInside: order == StorageOrder.ByInput),
        };
        _tensors.Add((StorageFloats, extents, strides));
        int last = extents.Select((extent, axis) => (extent - 1) * strides[axis]).Sum();
        StorageFloats += Padded(last + 1);
    }

    /// <summary>Filters side by side; behind them the channels of a tap, or the taps of a channel.</summary>
    private static int[] FilterStrides(int[] extents, bool isChannelInside)
    {
        int[] strides = new int[extents.Length];
        int next = Padded(extents[0]);
        int[] taps = [.. Enumerable.Range(2, extents.Length - 2).Reverse()];
        strides[0] = 1;
        foreach (int axis in isChannelInside ? [1, .. taps] : (int[])[.. taps, 1])
        {
            strides[axis] = next;
            next *= extents[axis];
        }

        return strides;
    }

    private static int Padded(int floats) => (floats + 15) / 16 * 16;
}
