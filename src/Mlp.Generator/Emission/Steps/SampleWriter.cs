using System.Collections.Generic;
using Mlp.Generator.Emission.Activations;
using Mlp.Generator.Emission.Heads;
using Mlp.Generator.Emission.Kernels;
using Mlp.Generator.Emission.Text;
using Mlp.Generator.Emission.Vectors;
using Mlp.Generator.Planning;
using Mlp.Generator.Planning.Orders;
using Mlp.Generator.Planning.Steps;
using Mlp.Generator.Planning.Storage;

namespace Mlp.Generator.Emission.Steps;

/// <summary>Writes the forward pass of one sample: layers in line where they are unrolled, calls where they are loops.</summary>
internal sealed class SampleWriter(SourceWriter writer, VectorDialect dialect, NetworkPlan plan, SamplePlan sample, StepCalls calls)
{
    /// <summary>Locals that hold the current activations as vectors; empty where they stand in memory.</summary>
    private readonly List<string> _registers = [];

    /// <summary>The reference to the current activations in memory.</summary>
    private string _memory = "input";

    public void WriteMethod()
    {
        writer.Line($"/// <summary>One sample: {plan.Model.Formula()}.</summary>");
        writer.Line("[MethodImpl(Kernel)]");
        using (writer.Block($"internal static void Forward(ref {Real.Type} parameters, ref {Real.Type} input, ref {Real.Type} output)"))
        {
            if (sample.ScratchFloats > 0)
            {
                string floats = CSharpLiteral.Int(sample.FloatsToAlign);
                writer.Line($"ref {Real.Type} scratch = ref AlignedMemory.Align(stackalloc {Real.Type}[{floats}]);");
                writer.Line();
            }

            foreach (SampleStep step in sample.Steps)
            {
                writer.Line($"// {plan.Model.LayerFormula(step.Layer)}");
                WriteStep(step);
                writer.Line();
            }

            writer.Line($"// ŷ = {ActivationFormula.Of(plan.Model.Head.Activation).Around("z")}");
            VectorDialect output = sample.OutputWidth == plan.Width ? dialect : VectorDialect.Of(sample.OutputWidth, plan.Model, isGuest: true);
            new OutputWriter(writer, output, plan.Model, sample.OutputRow).WriteRow(
                (offset, vector) => _registers.Count > 0 ? _registers[vector] : output.Load(_memory, offset),
                _memory,
                "output");
        }

        writer.Line();
    }

    /// <summary>The one place that knows how a kind of step is written.</summary>
    private void WriteStep(SampleStep step)
    {
        string name = step.IsLast ? "logits" : "hidden" + CSharpLiteral.Int(step.Layer);
        if (!step.StaysInRegisters)
        {
            writer.Line($"ref {Real.Type} {name} = ref {VectorDialect.Element("scratch", CSharpLiteral.Int(step.Offset))};");
        }

        if (step.Spill is { } spill)
        {
            WriteSpill(spill);
        }

        switch (step)
        {
            case SampleDots { IsUnrolled: true } dots:
                WriteUnrolled(dots, name);
                break;
            case SampleDots dots:
                WriteCall(dots, name);
                break;
            case SampleSlopes slopes:
                string a = VectorDialect.Element("parameters", PlaceNames.Of(slopes.Slopes));
                writer.Line($"LearnedSlopes.OfRows<{dialect.Words}>(ref {_memory}, 0, ref {a}, ref {name}, 0, {CSharpLiteral.Int(slopes.Values)}, 1);");
                break;
            default:
                throw new System.NotSupportedException(step.GetType().Name);
        }

        _memory = name;
    }

    private void WriteUnrolled(SampleDots step, string name)
    {
        var lines = new UnrolledLayerWriter(writer, dialect, step, name);
        List<string> vectors = step.Dots.Order != WeightOrder.ByOutput
            ? lines.WriteOutputsInLanes(_registers, _memory)
            : lines.WriteInputsInLanes(_registers, _memory);
        _registers.Clear();
        if (step.StaysInRegisters)
        {
            _registers.AddRange(vectors);
        }
    }

    private void WriteCall(SampleDots step, string name)
    {
        string weights = VectorDialect.Element("parameters", PlaceNames.Of(step.Weights));
        string biases = VectorDialect.Element("parameters", PlaceNames.Of(step.Biases));
        writer.Line($"{calls.SampleLayer(step)}(ref {weights}, ref {biases}, ref {_memory}, ref {name});");
        if (step.Pass is { } pass)
        {
            writer.Line($"{calls.Pass(pass.Activation, withSlope: false)}(ref {name}, 1, 0, {CSharpLiteral.Int(pass.Floats)});");
        }
    }

    private void WriteSpill(Spill spill)
    {
        string name = "spilled" + CSharpLiteral.Int(spill.Layer);
        writer.Line($"ref {Real.Type} {name} = ref {VectorDialect.Element("scratch", CSharpLiteral.Int(spill.Offset))};");
        for (int vector = 0; vector < _registers.Count; vector++)
        {
            writer.Line(dialect.Store(_registers[vector], name, Expression.Int(vector * dialect.Lanes)));
        }

        _registers.Clear();
        _memory = name;
    }
}
