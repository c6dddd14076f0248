using System;
using System.Collections.Generic;
using System.Linq;
using Mlp.Generator.Emission.Activations;
using Mlp.Generator.Emission.Steps;
using Mlp.Generator.Emission.Text;
using Mlp.Generator.Emission.Vectors;
using Mlp.Generator.Model;
using Mlp.Generator.Planning;
using Mlp.Generator.Planning.Orders;
using Mlp.Generator.Planning.Steps;

namespace Mlp.Generator.Emission.Kernels;

/// <summary>
/// Names the steps that the kernels of one width call, once for equal work: twenty equal layers share one. Each is written when it is
/// first named, as a method of a class that other networks share too.
/// </summary>
/// <param name="plan">The network at this width.</param>
/// <param name="classes">Receives the methods.</param>
internal sealed class StepCalls(NetworkPlan plan, StepClasses classes)
{
    private readonly Dictionary<object, string> _names = [];

    // A class has methods of every width, so none can import the operations of one.
    private readonly VectorDialect _dialect = VectorDialect.Of(plan.Width, plan.Model, isGuest: true);

    /// <summary>The steps in the order of their first use: the names that kernels know their classes by.</summary>
    public List<string> Names { get; } = [];

    public string Product(ProductStep step)
    {
        string what = step.Product.Role switch
        {
            ContractionRole.Forward or ContractionRole.ForwardInLanes => "Forward",
            ContractionRole.ForwardOfAgents => "Agents",
            ContractionRole.Error or ContractionRole.ErrorInLanes => "Error",
            _ => "Update",
        };
        return OfLayer(
            step.Product, what, step.Layer, step.Product.Lengths, writer => WriteProduct(writer, step.Product), step.Product.Activation.Constant);
    }

    private void WriteProduct(SourceWriter writer, Contraction product)
    {
        VectorDialect words = product.Narrower is { } narrower ? VectorDialect.Of(narrower, plan.Model, isGuest: true) : _dialect;
        new ContractionWriter(writer, words, _dialect.ShortName).WriteMethod(product, PlanDescription.Describe(product, words.Lanes));
    }

    /// <summary>A looped layer of a single sample.</summary>
    public string SampleLayer(SampleDots step) =>
        OfLayer(step.Dots, "Sample", step.Layer, [step.Dots.Inputs, step.Dots.Outputs], writer => new SampleLoopWriter(writer, _dialect, step.Dots).WriteMethod());

    /// <summary>The weight gradient with samples in lanes.</summary>
    public string Dot(DotStep step) =>
        OfLayer(step.Dot, "Update", step.Layer, [step.Dot.Inputs, step.Dot.Outputs], writer => new LaneDotWriter(writer, _dialect).WriteMethod(step.Dot));

    /// <summary>The weight gradient of a convolution over planes.</summary>
    public string PlaneDot(PlaneDotStep step) => OfLayer(
        step.Dot, "Update", step.Layer, [step.Dot.Row.Count, step.Dot.Filters], writer => new PlaneDotWriter(writer, _dialect).WriteMethod(step.Dot));

    /// <summary>δ times the slope of an activation.</summary>
    public string Slope(ActivationModel activation)
    {
        string name = "Slope" + ActivationFormula.Of(activation).Method + (activation.Constant is { } own ? Numeral.Identifier(own) : "");
        return Once(("slope", activation), name, name, writer => new SlopeWriter(writer, _dialect).WriteMethod(activation), activation.Constant);
    }

    /// <summary>An activation applied in a pass of its own, without and with the derivative stored.</summary>
    public string Pass(ActivationModel activation, bool withSlope)
    {
        string constant = activation.Constant is { } own ? Numeral.Identifier(own) : "";
        string name = "Apply" + ActivationFormula.Of(activation).Method + constant + (withSlope ? "WithSlope" : "");
        return Once((activation, withSlope), name, name, writer => new PassWriter(writer, _dialect).WriteActivation(activation, withSlope));
    }

    /// <summary>A step of the head.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="lanes">What fills the lanes.</param>
    /// <param name="write">Writes it.</param>
    public string Head(string name, BatchLanes lanes, Action<SourceWriter, VectorDialect> write) =>
        Once((name, lanes), name, name + CSharpLiteral.Int(plan.Model.OutputSize), writer => write(writer, _dialect));

    private string OfLayer(object key, string what, int layer, IEnumerable<int> lengths, Action<SourceWriter> write, double? constant = null) =>
        Once(key, what + CSharpLiteral.Int(layer), what + string.Join("x", lengths.Select(CSharpLiteral.Int)), write, constant);

    private string Once(object key, string name, string className, Action<SourceWriter> write, double? constant = null)
    {
        if (!_names.TryGetValue(key, out string? known))
        {
            // Predictions may have samples in lanes where training has them in rows.
            known = name;
            while (Names.Contains(known))
            {
                known += "Again";
            }

            _names.Add(key, known);
            Names.Add(known);
            classes.Add(known, className, write, constant);
        }

        return $"{known}.{_dialect.ShortName}";
    }
}
