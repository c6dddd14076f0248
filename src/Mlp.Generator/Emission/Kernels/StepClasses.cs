using System;
using System.Collections.Generic;
using System.Linq;
using Mlp.Generator.Emission.Activations;
using Mlp.Generator.Emission.Text;
using Mlp.Generator.Emission.Vectors;
using Mlp.Generator.Model;

namespace Mlp.Generator.Emission.Kernels;

/// <summary>
/// The steps that a network's kernels call, each a class with a method for every width. A class is named by what it contains: two networks
/// with an equal step have the same class, and it says nothing of either.
/// </summary>
internal sealed class StepClasses
{
    private readonly List<StepClass> _order = [];
    private readonly Dictionary<string, StepClass> _steps = [];

    /// <summary>All steps. Those that are planned differently may have one text, and then are one class.</summary>
    public IEnumerable<EmittedStep> Written => _order.GroupBy(step => step.Name).Select(same => Write(same.First()));

    /// <summary>Adds the method of a width to a step.</summary>
    /// <param name="step">The step's name in its network.</param>
    /// <param name="className">How the name of its class begins.</param>
    /// <param name="write">Writes the method.</param>
    /// <param name="constant">The number of an activation that tiles apply; null for none.</param>
    public void Add(string step, string className, Action<SourceWriter> write, double? constant)
    {
        if (!_steps.TryGetValue(step, out StepClass? known))
        {
            known = new StepClass(className, constant);
            _steps.Add(step, known);
            _order.Add(known);
        }

        write(known.Methods);
    }

    /// <summary>The class of a step, once all widths have been added.</summary>
    /// <param name="step">The step's name in its network.</param>
    public string ClassOf(string step) => _steps[step].Name;

    private static EmittedStep Write(StepClass step)
    {
        var writer = new SourceWriter();
        writer.Lines(
            "/// <summary>Shared by networks with an equal step.</summary>",
            $"[{NetworkNames.GeneratedCode}]");
        using (writer.Block($"internal static class {step.Name}"))
        {
            if (step.Constant is { } constant)
            {
                WriteConstant(writer, constant);
            }

            writer.Text(step.Methods);
        }

        return new EmittedStep(step.Name, writer.ToString());
    }

    /// <summary>Tiles take functions as types, and so the numbers of these too.</summary>
    private static void WriteConstant(SourceWriter writer, double constant)
    {
        string number = CSharpLiteral.Float(CSharpLiteral.Number(constant));
        writer.Line($"/// <summary>The number of an activation, {number}, for the functions of tiles.</summary>");
        using (writer.Block($"private readonly struct {ActivationFormula.ConstantType(constant)} : ITileConstant"))
        {
            writer.Line($"static {Real.Type} ITileConstant.Value => {number};");
        }

        writer.Line();
    }

    /// <summary>A class while its methods are written.</summary>
    private sealed class StepClass(string nameStart, double? constant)
    {
        private string? _name;

        /// <summary>The name, made once: every width imports it, and the hash goes over all of the text.</summary>
        public string Name => _name ??= nameStart + "_" + StableHash.Of(Methods.ToString());

        public double? Constant { get; } = constant;

        public SourceWriter Methods { get; } = new(depth: 1);
    }
}
