using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Serialization;

namespace Mlp.Benchmarks.Peers;

/// <summary>A network that is measured: what its description says, and what was emitted for it. Between processes it travels by its name.</summary>
/// <param name="name">Its name in tables and floors.</param>
/// <param name="description">Its layers, loss and optimizer.</param>
/// <param name="emitted">Makes a new one.</param>
/// <param name="fast">Makes a new one with <c>Math = "Fast"</c>; null where none is declared.</param>
[JsonConverter(typeof(NetworkByName))]
internal sealed class MeasuredNetwork(string name, NetworkDescription description, Func<NetworkCalls> emitted, Func<NetworkCalls>? fast = null)
{
    /// <summary>The smallest.</summary>
    public static MeasuredNetwork Flowers { get; } =
        new("4-16-3", Net4x16x3.Description, () => NetworkCalls.Classifier(new Net4x16x3(1), OneByOne.Run));

    /// <summary>A controller.</summary>
    public static MeasuredNetwork Controller { get; } = new(
        "8-32-32-4",
        Net8x32x32x4.Description,
        () => NetworkCalls.Network(new Net8x32x32x4(1), OneByOne.Run),
        () => NetworkCalls.Network(new FastNet8x32x32x4(1), OneByOne.Run));

    /// <summary>A policy of reinforcement learning.</summary>
    public static MeasuredNetwork Policy { get; } =
        new("8-64-64-2", Net8x64x64x2.Description, () => NetworkCalls.Network(new Net8x64x64x2(1), OneByOne.Run));

    /// <summary>For digits of 8 × 8.</summary>
    public static MeasuredNetwork SmallDigits { get; } =
        new("64-32-10", Net64x32x10.Description, () => NetworkCalls.Classifier(new Net64x32x10(1), OneByOne.Run));

    /// <summary>For digits of 28 × 28.</summary>
    public static MeasuredNetwork Digits { get; } =
        new("784-128-10", Net784x128x10.Description, () => NetworkCalls.Classifier(new Net784x128x10(1), OneByOne.Run));

    /// <summary>The same with wide layers.</summary>
    public static MeasuredNetwork WideDigits { get; } =
        new("784-512-512-10", Net784x512x512x10.Description, () => NetworkCalls.Classifier(new Net784x512x512x10(1), OneByOne.Run));

    /// <summary>The one that SimpleChains.jl publishes figures of.</summary>
    public static MeasuredNetwork SimpleChains { get; } =
        new("4-32-16-4", Net4x32x16x4.Description, () => NetworkCalls.Network(new Net4x32x16x4(1), OneByOne.Run));

    /// <summary>Two convolutions and three dense layers, trained with Adam.</summary>
    public static MeasuredNetwork LeNetDigits { get; } =
        new("LeNet", LeNet.Description, () => NetworkCalls.Classifier(new LeNet(1), OneByOne.Run));

    /// <summary>Two convolutions and a dense layer.</summary>
    public static MeasuredNetwork Mnist8Digits { get; } =
        new("mnist-8", Mnist8.Description, () => NetworkCalls.Network(new Mnist8(1), OneByOne.Run));

    /// <summary>A convolution along a sequence.</summary>
    public static MeasuredNetwork Sequence { get; } =
        new("Conv1D", CausalConv.Description, () => NetworkCalls.Network(new CausalConv(1), OneByOne.Run));

    /// <summary>Its name in tables and floors.</summary>
    public string Name => name;

    /// <summary>Its layers, loss and optimizer.</summary>
    public NetworkDescription Description => description;

    /// <summary>The layers.</summary>
    public IReadOnlyList<LayerDescription> Layers => description.Layers;

    /// <summary>The shape of a sample.</summary>
    public IReadOnlyList<int> InputShape => Layers[0].InputShape;

    /// <summary>The shape of a prediction.</summary>
    public IReadOnlyList<int> OutputShape => Layers[^1].OutputShape;

    /// <summary>The number of inputs.</summary>
    public int Inputs { get; } = description.Layers[0].Inputs;

    /// <summary>The number of outputs.</summary>
    public int Outputs { get; } = description.Layers[^1].Outputs;

    /// <summary>The number of weights, biases apart.</summary>
    public long Weights => Layers.Sum(layer => (long)layer.WeightCount);

    /// <summary>Floating-point operations of a prediction: two for each weight and each place where it is used; pools have none.</summary>
    public long ForwardOperations => LayersWithWeights.Sum(layer => layer.OperationsPerSample);

    /// <summary>Those of a gradient: three times as many, but that nobody asks for the input's error.</summary>
    public long TrainingOperations => (3 * ForwardOperations) - LayersWithWeights.First().OperationsPerSample;

    /// <summary>The step size of training.</summary>
    public float LearningRate { get; } = description.Optimizer == Optimizer.SGD ? 0.05f : 0.001f;

    private IEnumerable<LayerDescription> LayersWithWeights => Layers.Where(layer => layer.WeightCount > 0);

    /// <summary>A new one.</summary>
    public NetworkCalls Emitted() => emitted();

    /// <summary>A new one with <c>Math = "Fast"</c>; null where none is declared.</summary>
    public NetworkCalls? Fast() => fast?.Invoke();

    /// <summary>The layers, each with the shape that leaves the one before it: a dense layer has forgotten it.</summary>
    public IEnumerable<(LayerDescription Layer, IReadOnlyList<int> Arriving)> LayersWithArriving() =>
        Layers.Zip(Layers.Select(layer => layer.OutputShape).Prepend(InputShape));
}
