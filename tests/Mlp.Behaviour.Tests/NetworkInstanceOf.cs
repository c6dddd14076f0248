using System;
using System.IO;
using Mlp.CompilerServices;
using Mlp.Serving;

namespace Mlp.Behaviour.Tests;

/// <summary>An instance of a given network type; a struct is mutated in place.</summary>
internal class NetworkInstance<TNetwork>(TNetwork network) : NetworkInstance
    where TNetwork : INetwork<TNetwork>
{
    private TNetwork _network = network;

    protected ref TNetwork Network => ref _network;

    public override ISlicedTraining Sliced => (ISlicedTraining)_network;

    public override void Initialize(ulong seed) => _network.Initialize(seed);

    public override void Forward(ReadOnlySpan<float> input, Span<float> output) => _network.Forward(input, output);

    public override void ForwardBatch(ReadOnlySpan<float> inputs, Span<float> outputs) => _network.ForwardBatch(inputs, outputs);

    public override float ComputeLoss(ReadOnlySpan<float> inputs, ReadOnlySpan<float> targets) => _network.ComputeLoss(inputs, targets);

    public override float ComputeGradient(ReadOnlySpan<float> inputs, ReadOnlySpan<float> targets, Span<float> gradient) =>
        _network.ComputeGradient(inputs, targets, gradient);

    public override float ComputeInputGradient(ReadOnlySpan<float> inputs, ReadOnlySpan<float> targets, Span<float> inputGradient) =>
        _network.ComputeInputGradient(inputs, targets, inputGradient);

    public override void Backpropagate(ReadOnlySpan<float> inputs, ReadOnlySpan<float> outputGradient, Span<float> gradient, Span<float> inputGradient) =>
        _network.Backpropagate(inputs, outputGradient, gradient, inputGradient);

    public override float TrainStep(ReadOnlySpan<float> inputs, ReadOnlySpan<float> targets, float learningRate) =>
        _network.TrainStep(inputs, targets, learningRate);

    public override void ApplyGradient(ReadOnlySpan<float> gradient, float learningRate) => _network.ApplyGradient(gradient, learningRate);

    public override void CopyParametersTo(Span<float> destination) => _network.CopyParametersTo(destination);

    public override void SetParameters(ReadOnlySpan<float> source) => _network.SetParameters(source);

    public override NetworkInstance Clone() => new NetworkInstance<TNetwork>(_network.Clone());

    public override void SaveWeights(Stream stream, WeightFileOptions? options = null) => _network.SaveWeights(stream, options);

    public override void LoadWeights(Stream stream, WeightFileOptions? options = null) => _network.LoadWeights(stream, options);

    public override Canary RecordCanary(ReadOnlySpan<float> inputs) => Canary.Record(_network, inputs);
}

/// <summary>An instance of a given network type that names classes.</summary>
internal sealed class ClassifierInstance<TNetwork>(TNetwork network) : NetworkInstance<TNetwork>(network)
    where TNetwork : IClassifier<TNetwork>
{
    public override NetworkInstance Clone() => new ClassifierInstance<TNetwork>(Network.Clone());

    public override int Classify(ReadOnlySpan<float> input) => Network.Classify(input);

    public override float ComputeLoss(ReadOnlySpan<float> inputs, ReadOnlySpan<int> labels) => Network.ComputeLoss(inputs, labels);

    public override float ComputeGradient(ReadOnlySpan<float> inputs, ReadOnlySpan<int> labels, Span<float> gradient) =>
        Network.ComputeGradient(inputs, labels, gradient);

    public override float ComputeInputGradient(ReadOnlySpan<float> inputs, ReadOnlySpan<int> labels, Span<float> inputGradient) =>
        Network.ComputeInputGradient(inputs, labels, inputGradient);

    public override float TrainStep(ReadOnlySpan<float> inputs, ReadOnlySpan<int> labels, float learningRate) =>
        Network.TrainStep(inputs, labels, learningRate);
}
