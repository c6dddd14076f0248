using System.Collections.Generic;
using Mlp.Generator.Model;
using Mlp.Generator.Model.Layers;
using Mlp.Generator.Planning;

namespace Mlp.Generator.Emission;

/// <summary>
/// Names the methods that the main ones call, once for equal work: twenty equal layers share one method. Keeps them in
/// the order of their first use, to be written afterwards.
/// </summary>
internal sealed class MethodNames(NetworkPlan plan)
{
    private readonly Dictionary<object, string> _names = [];

    /// <summary>The matrix products in use, with the layer that first used each.</summary>
    public List<(string Name, Contraction Product, int Layer)> Products { get; } = [];

    /// <summary>The looped layers of a single sample.</summary>
    public List<(string Name, SampleStep Step)> SampleLayers { get; } = [];

    /// <summary>The sums of δ over the samples.</summary>
    public List<(string Name, BiasSum Sum, int Layer)> BiasSums { get; } = [];

    /// <summary>The weight gradients with samples in lanes.</summary>
    public List<(string Name, LaneDot Dot, int Layer)> Dots { get; } = [];

    /// <summary>The bias gradients with samples in lanes, by the number of outputs.</summary>
    public List<(string Name, int Outputs, int Layer)> LaneBiasSums { get; } = [];

    /// <summary>The activations applied in a pass of their own, without and with the derivative stored.</summary>
    public List<(string Name, ActivationKind Activation, bool WithSlope)> Passes { get; } = [];

    public string Product(Contraction product, int layer)
    {
        string name = product.Role switch
        {
            ContractionRole.Forward => "Forward",
            ContractionRole.ForwardInLanes => "ForwardLanes",
            ContractionRole.Error => "Error",
            ContractionRole.ErrorInLanes => "ErrorLanes",
            _ => "Update",
        };
        return Once(product, name + CSharpLiteral.Int(layer), unique => Products.Add((unique, product, layer)));
    }

    public string SampleLayer(SampleStep step)
    {
        DenseStorage stored = plan.Storage.Layers[step.Layer - 1];
        LayerModel layer = plan.Model.Layers[step.Layer - 1];
        ActivationKind fused = FusedActivation(step);
        (int, int, WeightOrder, int, ActivationKind) key = (layer.Inputs, layer.Outputs, stored.Order, stored.Stride, fused);
        return Once(key, "Sample" + CSharpLiteral.Int(step.Layer), unique => SampleLayers.Add((unique, step)));
    }

    public string Dot(LaneDot dot, int layer) =>
        Once(dot, "UpdateLanes" + CSharpLiteral.Int(layer), unique => Dots.Add((unique, dot, layer)));

    public string LaneBiases(int outputs, int layer) =>
        Once(("biases", outputs), "UpdateBiases" + CSharpLiteral.Int(layer), unique => LaneBiasSums.Add((unique, outputs, layer)));

    public string BiasSum(BiasSum sum, int layer) =>
        Once(sum, "UpdateBiases" + CSharpLiteral.Int(layer), unique => BiasSums.Add((unique, sum, layer)));

    public string Pass(ActivationKind activation, bool withSlope)
    {
        string name = "Apply" + Activations.ActivationFormula.Of(activation).Method + (withSlope ? "WithSlope" : "");
        return Once((activation, withSlope), name, unique => Passes.Add((unique, activation, withSlope)));
    }

    /// <summary>The activation a looped layer applies itself: a cheap one.</summary>
    public ActivationKind FusedActivation(SampleStep step)
    {
        ActivationKind activation = plan.Model.Layers[step.Layer - 1].Activation;
        return ActivationTraits.IsFused(activation) ? activation : ActivationKind.Identity;
    }

    private string Once(object key, string name, System.Action<string> add)
    {
        if (!_names.TryGetValue(key, out string? known))
        {
            known = name;
            _names.Add(key, known);
            add(known);
        }

        return known;
    }
}
