using System.Collections.Generic;
using System.Linq;
using Mlp.Onnx.Import.Values;

namespace Mlp.Onnx.Import.Layers;

/// <summary>A layer as it is found, before it is known what follows. Its numbers are in double until all is folded.</summary>
/// <param name="Kind">The kind, as descriptions call it.</param>
/// <param name="Input">The shape that arrives; null for one that goes over values one by one, as long as nobody has asked for a shape.</param>
/// <param name="Output">The shape that leaves; null likewise.</param>
internal sealed record LayerDraft(string Kind, IReadOnlyList<int>? Input, IReadOnlyList<int>? Output)
{
    /// <summary>The kind of layers that multiply all values by weights.</summary>
    public const string Dense = nameof(Dense);

    /// <summary>The kind of convolutions.</summary>
    public const string Conv = nameof(Conv);

    /// <summary>The kind of layers with a scale and an offset.</summary>
    public const string Affine = nameof(Affine);

    /// <summary>The activation that it ends in.</summary>
    public string Activation { get; init; } = Mlp.Activation.Identity;

    /// <summary>The weights [out, in…], or slopes; empty for a layer without.</summary>
    public double[] Weights { get; init; } = [];

    /// <summary>The biases; empty for a layer without.</summary>
    public double[] Biases { get; init; } = [];

    /// <summary>Numbers for each value, or one for all: the scales of an affine layer, the slopes of a PReLU, while its shape is open.</summary>
    public Numbers Scales { get; init; } = Numbers.One;

    /// <summary>The offsets of an affine layer.</summary>
    public Numbers Offsets { get; init; } = Numbers.Zero;

    /// <summary>The bounds of a clip, or the probability of a dropout.</summary>
    public IReadOnlyList<double> Constants { get; init; } = [];

    /// <summary>How it goes over a sample.</summary>
    public WindowDescription? Window { get; init; }

    /// <summary>The nodes that it was made of, in words, where it may yet be folded.</summary>
    public IReadOnlyList<string> Origins { get; init; } = [];

    /// <summary>Whether it has weights and biases, and may be multiplied by a scale.</summary>
    public bool IsLinear => Kind is Dense or Conv;

    /// <summary>Whether zeros stand around what a convolution sees.</summary>
    public bool IsPadded => Window is { } window && (window.PaddingBefore.Any(static padding => padding > 0) || ReachesPastTheEnd(window));

    /// <summary>The values of a shape.</summary>
    public static int SizeOf(IEnumerable<int> shape) => shape.Aggregate(1, static (product, extent) => product * extent);

    private bool ReachesPastTheEnd(WindowDescription window) => Enumerable.Range(0, window.Kernel.Count).Any(axis =>
        ((Output![axis] - 1L) * window.Strides[axis]) + ((window.Kernel[axis] - 1L) * window.Dilations[axis]) + 1 > Input![axis] + window.PaddingBefore[axis]);
}
