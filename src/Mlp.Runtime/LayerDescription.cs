using System;
using System.Collections.Generic;
using System.Linq;

namespace Mlp;

/// <summary>One layer of a network.</summary>
/// <param name="Kind">The kind of layer, as its attribute is called: "Dense", "Conv", "MaxPool".</param>
/// <param name="Inputs">Values read for one sample: the fan-in of a dense layer.</param>
/// <param name="Outputs">Values made for one sample: the fan-out of a dense layer.</param>
/// <param name="Activation">A name of <see cref="Mlp.Activation"/>; with its number where that is not the usual one: "LeakyReLU(0.1)".</param>
/// <param name="ParameterOffset">Where the layer's parameters start in the canonical order, tensor after tensor.</param>
/// <remarks>Where nothing else is said, shapes and tensors are those of a dense layer: weights [out, in], then biases [out]. Equal by value.</remarks>
public sealed record LayerDescription(string Kind, int Inputs, int Outputs, string Activation, int ParameterOffset)
{
    // None for those of a dense layer, which are told without a list.
    private readonly IReadOnlyList<int>? _inputShape;
    private readonly IReadOnlyList<int>? _outputShape;
    private readonly IReadOnlyList<TensorDescription>? _tensors;

    /// <summary>The shape of one sample that arrives; a list of <see cref="Inputs"/> alone where the layer sees no shape.</summary>
    public IReadOnlyList<int> InputShape
    {
        get => _inputShape ?? [Inputs];
        init => _inputShape = value;
    }

    /// <summary>The shape of one sample that leaves; a list of <see cref="Outputs"/> alone where the layer makes no shape.</summary>
    public IReadOnlyList<int> OutputShape
    {
        get => _outputShape ?? [Outputs];
        init => _outputShape = value;
    }

    /// <summary>The tensors of the layer's parameters, in canonical order; empty for a layer without parameters.</summary>
    public IReadOnlyList<TensorDescription> Tensors
    {
        get => _tensors ?? [new TensorDescription(TensorDescription.Weight, Inputs, Outputs, Outputs, Inputs), new TensorDescription(TensorDescription.Bias, 0, 0, Outputs)];
        init => _tensors = value;
    }

    /// <summary>How a convolution or a pool goes over a sample; <see langword="null"/> for other kinds.</summary>
    public WindowDescription? Window { get; init; }

    /// <summary>The numbers of a layer that it does not learn: Clip's least and greatest value; Affine's scales, then its offsets; Dropout's probability. Empty for other kinds.</summary>
    public IReadOnlyList<float> Constants { get; init; } = [];

    /// <summary>The number of weights: of all parameters that are no biases.</summary>
    public int WeightCount => _tensors is null ? Inputs * Outputs : CountOf(isBias: false);

    /// <summary>The number of biases.</summary>
    public int BiasCount => _tensors is null ? Outputs : CountOf(isBias: true);

    /// <summary>The number of weights and biases together.</summary>
    public int ParameterCount => WeightCount + BiasCount;

    /// <summary>Floating-point operations one sample costs: of a dense layer a multiplication and an addition for each weight.</summary>
    public long OperationsPerSample
    {
        get => field < 0 ? 2L * WeightCount : field;
        init;
    } = -1;

    /// <inheritdoc/>
    public bool Equals(LayerDescription? other) => other is not null
        && (Kind, Inputs, Outputs, Activation, ParameterOffset, OperationsPerSample)
            == (other.Kind, other.Inputs, other.Outputs, other.Activation, other.ParameterOffset, other.OperationsPerSample)
        && InputShape.SequenceEqual(other.InputShape)
        && OutputShape.SequenceEqual(other.OutputShape)
        && Tensors.SequenceEqual(other.Tensors)
        && Equals(Window, other.Window)
        && Constants.SequenceEqual(other.Constants);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Kind, Inputs, Outputs, Activation, ParameterOffset);

    private int CountOf(bool isBias) => Tensors.Where(tensor => tensor.IsBias == isBias).Sum(static tensor => tensor.Count);
}
