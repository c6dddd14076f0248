using System;
using System.Collections.Generic;
using System.Linq;
using Mlp.Generator.Model;
using Mlp.Generator.Planning.Steps;
using Mlp.Generator.Planning.Storage;

namespace Mlp.Generator.Planning.Orders;

/// <summary>What the orders of a batch through scratch memory have in common: the walk through the layers, forward and back.</summary>
internal abstract class BatchOrder(OrderSetting setting, bool trains)
{
    public VectorWidth Width => Setting.Width;

    public int Lanes => (int)Setting.Width;

    protected OrderSetting Setting { get; } = setting;

    /// <summary>Whether there is a way back.</summary>
    protected bool Trains { get; } = trains;

    protected ScratchPlanner Scratch { get; } = new(setting.Choices);

    /// <summary>What is drawn before a chunk goes forward.</summary>
    protected List<DrawStep> Draws { get; } = [];

    /// <summary>Whether the error of a layer's input is asked for: only if a layer before it learns.</summary>
    public bool WantsError(PlannedLayer layer) => Setting.Layers.Any(other => other.Number < layer.Number && other.Model.Tensors.Count > 0);

    /// <summary>Says what is drawn before a chunk goes forward.</summary>
    public void Draw(DrawStep step) => Draws.Add(step);

    /// <summary>A region for the factors of a layer's values.</summary>
    /// <param name="layer">The layer.</param>
    /// <param name="stride">Floats between rows.</param>
    /// <param name="layout">How the values stand.</param>
    public abstract Place Factors(int layer, int stride, ElementLayout layout);

    /// <summary>That region, on the way back.</summary>
    public Place FactorsOf(int layer, ElementLayout layout) => new Place.Scratch(Scratch.Known(new(BufferRole.Factors, layer)), layout.Planes?.Start ?? 0);

    /// <summary>Whether the derivatives of a layer's activation have a region: where they are had from its results, or by nobody, they have none.</summary>
    protected bool StoresSlopes(ActivationModel activation) => Trains && ActivationTraits.StoresSlope(activation);

    /// <summary>Which region a layer's results are in.</summary>
    protected BufferKey ResultsOf(int layer) => layer == Setting.Layers.Count ? new(BufferRole.Outputs) : new(BufferRole.Hidden, layer);

    /// <summary>The product as it is, or with the nest that a test wants.</summary>
    protected Contraction Chosen(Contraction product) => Setting.Choices.NestParts is { } parts ? product.Nested(parts, Lanes) : product;

    /// <summary>Forward through the layers.</summary>
    /// <param name="signals">Holds what arrives at the first layer; receives what each layer hands on.</param>
    /// <param name="plan">The way of one layer.</param>
    protected EquatableArray<LayerSteps> Forward(List<Signal> signals, Func<PlannedLayer, Signal, LayerForward> plan)
    {
        var steps = new List<LayerSteps>();
        foreach (PlannedLayer layer in Setting.Layers)
        {
            if (IsIdle(layer))
            {
                signals.Add(signals.Last());
                continue;
            }

            (Signal arriving, EquatableArray<Step> before) = Arrive(layer, signals.Last());
            signals[signals.Count - 1] = arriving;
            LayerForward way = plan(layer, arriving);
            (Signal leaving, EquatableArray<Step> behind) = Leave(layer, way.Output);
            steps.Add(new LayerSteps(layer.Number, before.Concat(way.Steps).Concat(behind).ToEquatableArray()));
            signals.Add(leaving);
        }

        return steps.ToEquatableArray();
    }

    /// <summary>Whether a layer hands on what arrives.</summary>
    protected bool IsIdle(PlannedLayer layer) => layer.Planner.IsForTraining && !Trains;

    /// <summary>What the layer before leaves, as the next one takes it, and the steps that make it so.</summary>
    protected virtual (Signal Arriving, EquatableArray<Step> Steps) Arrive(PlannedLayer layer, Signal signal) => (signal, EquatableArray<Step>.Empty);

    /// <summary>What a layer leaves, as what is behind it reads it, and the steps that make it so.</summary>
    protected virtual (Signal Leaving, EquatableArray<Step> Steps) Leave(PlannedLayer layer, Signal signal) => (signal, EquatableArray<Step>.Empty);

    /// <summary>The error of what a layer left, as the layer takes it, and the steps that make it so.</summary>
    protected virtual (Deltas Returning, EquatableArray<Step> Steps) Return(PlannedLayer layer, Deltas deltas) => (deltas, EquatableArray<Step>.Empty);

    /// <summary>Back through the layers; nothing where there is no way back.</summary>
    /// <param name="signals">What arrived at each layer, and after them the logits, where their δ stands by now.</param>
    /// <param name="plan">The way of one layer.</param>
    protected EquatableArray<LayerSteps> Backward(List<Signal> signals, Func<PlannedLayer, Signal, Deltas, LayerBackward> plan)
    {
        var steps = new List<LayerSteps>();
        Deltas? deltas = new(signals.Last().Values, signals.Last().Stride);
        foreach (PlannedLayer layer in Trains ? Setting.Layers.Reverse() : [])
        {
            if (deltas is null)
            {
                break;
            }

            (Deltas returning, EquatableArray<Step> before) = Return(layer, deltas);
            LayerBackward way = plan(layer, signals[layer.Number - 1], returning);
            steps.Add(new LayerSteps(layer.Number, before.Concat(way.Steps).ToEquatableArray()));
            deltas = way.Input;
        }

        return steps.ToEquatableArray();
    }
}
