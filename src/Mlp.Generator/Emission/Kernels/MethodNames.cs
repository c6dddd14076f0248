using System;
using System.Collections.Generic;
using Mlp.Generator.Emission.Activations;
using Mlp.Generator.Emission.Text;
using Mlp.Generator.Model;
using Mlp.Generator.Planning.Steps;

namespace Mlp.Generator.Emission.Kernels;

/// <summary>
/// Names the methods that the main ones call, once for equal work: twenty equal layers share one method. Keeps them in
/// the order of their first use, to be written afterwards.
/// </summary>
internal sealed class MethodNames
{
    private readonly Dictionary<object, string> _names = [];

    /// <summary>The matrix products in use, by the step that first used each.</summary>
    public List<(string Name, ProductStep Step)> Products { get; } = [];

    /// <summary>The looped layers of a single sample.</summary>
    public List<(string Name, SampleDots Step)> SampleLayers { get; } = [];

    /// <summary>The weight gradients with samples in lanes.</summary>
    public List<(string Name, DotStep Step)> Dots { get; } = [];

    /// <summary>The activations applied in a pass of their own, without and with the derivative stored.</summary>
    public List<(string Name, ActivationModel Activation, bool WithSlope)> Passes { get; } = [];

    public string Product(ProductStep step)
    {
        string name = step.Product.Role switch
        {
            ContractionRole.Forward => "Forward",
            ContractionRole.ForwardInLanes => "ForwardLanes",
            ContractionRole.Error => "Error",
            ContractionRole.ErrorInLanes => "ErrorLanes",
            _ => "Update",
        };
        return Once(step.Product, name + CSharpLiteral.Int(step.Layer), unique => Products.Add((unique, step)));
    }

    public string SampleLayer(SampleDots step) =>
        Once(step.Dots, "Sample" + CSharpLiteral.Int(step.Layer), unique => SampleLayers.Add((unique, step)));

    public string Dot(DotStep step) =>
        Once(step.Dot, "UpdateLanes" + CSharpLiteral.Int(step.Layer), unique => Dots.Add((unique, step)));

    public string Pass(ActivationModel activation, bool withSlope)
    {
        string constant = activation.Constant is { } own ? Numeral.Identifier(own) : "";
        string name = "Apply" + ActivationFormula.Of(activation).Method + constant + (withSlope ? "WithSlope" : "");
        return Once((activation, withSlope), name, unique => Passes.Add((unique, activation, withSlope)));
    }

    private string Once(object key, string name, Action<string> add)
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
