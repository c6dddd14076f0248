using System.Collections.Generic;
using Mlp.Generator.Emission.Activations;
using Mlp.Generator.Emission.Vectors;
using Mlp.Generator.Model;
using Mlp.Generator.Model.Layers;
using Mlp.Generator.Planning;

namespace Mlp.Generator.Emission;

/// <summary>Writes the forward pass of one sample: layers in line where they are unrolled, calls where they are loops.</summary>
internal sealed class SampleWriter(SourceWriter writer, VectorDialect dialect, NetworkPlan plan, MethodNames methods)
{
    /// <summary>Locals that hold the current activations as vectors; empty where they stand in memory.</summary>
    private readonly List<string> _registers = [];

    /// <summary>The reference to the current activations in memory.</summary>
    private string _memory = "input";

    public void WriteMethod()
    {
        writer.Line($"/// <summary>One sample: {plan.Model.Formula()}.</summary>");
        writer.Line("[MethodImpl(AggressiveOptimization)]");
        using (writer.Block($"internal static void Forward(ref {Real.Type} parameters, ref {Real.Type} input, ref {Real.Type} output)"))
        {
            if (plan.Sample.ScratchFloats > 0)
            {
                string floats = CSharpLiteral.Int(plan.Sample.ScratchFloats + PlanBudget.StorageLanes);
                writer.Line($"ref {Real.Type} scratch = ref AlignedMemory.Align(stackalloc {Real.Type}[{floats}]);");
                writer.Line();
            }

            foreach (SampleStep step in plan.Sample.Steps)
            {
                WriteLayer(step);
                writer.Line();
            }

            writer.Line($"// ŷ = {ActivationFormula.Of(plan.Model.Head.Activation).Around("z")}");
            VectorDialect output = OutputDialect();
            new OutputWriter(writer, output, plan.Model).WriteRow(
                (offset, vector) => _registers.Count > 0 ? _registers[vector] : output.Load(_memory, offset),
                _memory,
                "output");
        }

        writer.Line();
    }

    /// <summary>Few outputs are one narrow vector: maxima and sums across four lanes are half as long as across sixteen.</summary>
    private VectorDialect OutputDialect() =>
        plan.Sample.Steps[plan.Sample.Steps.Count - 1].IsNarrow && plan.Width != VectorWidth.Vector128
            ? new VectorDialect(VectorWidth.Vector128, isGuest: true)
            : dialect;

    private void WriteLayer(SampleStep step)
    {
        LayerModel layer = plan.Model.Layers[step.Layer - 1];
        bool isOutput = step.Layer == plan.Model.Layers.Count;
        ActivationKind activation = layer.Activation;
        string name = isOutput ? "logits" : "hidden" + CSharpLiteral.Int(step.Layer);
        writer.Line($"// {plan.Model.LayerFormula(step.Layer)}");
        if (!step.StaysInRegisters)
        {
            writer.Line($"ref {Real.Type} {name} = ref {VectorDialect.Element("scratch", CSharpLiteral.Int(step.Offset))};");
        }

        if (step.IsUnrolled)
        {
            DenseStorage stored = plan.Storage.Layers[step.Layer - 1];
            var lines = new UnrolledLayerWriter(writer, dialect, step, stored, name, activation);
            List<string> vectors = step.Order == WeightOrder.ByInput
                ? lines.WriteOutputsInLanes(_registers, _memory)
                : lines.WriteInputsInLanes(_registers, _memory);
            _registers.Clear();
            if (step.StaysInRegisters)
            {
                _registers.AddRange(vectors);
            }
        }
        else
        {
            SpillRegisters(step);
            string weights = VectorDialect.Element("parameters", $"Weights{CSharpLiteral.Int(step.Layer)}");
            string biases = VectorDialect.Element("parameters", $"Biases{CSharpLiteral.Int(step.Layer)}");
            string method = methods.SampleLayer(step);
            writer.Line($"{method}(ref {weights}, ref {biases}, ref {_memory}, ref {name});");
            if (activation != ActivationKind.Identity && !ActivationTraits.IsFused(activation))
            {
                string floats = CSharpLiteral.Int(Lanes.Pad(layer.Outputs, dialect.Lanes));
                writer.Line($"{methods.Pass(activation, withSlope: false)}(ref {name}, 1, 0, {floats});");
            }
        }

        _memory = name;
    }

    /// <summary>A looped layer reads memory; what is in registers is stored where its own step has room for it.</summary>
    private void SpillRegisters(SampleStep step)
    {
        if (_registers.Count == 0)
        {
            return;
        }

        SampleStep previous = plan.Sample.Steps[step.Layer - 2];
        string name = "spilled" + CSharpLiteral.Int(previous.Layer);
        writer.Line($"ref {Real.Type} {name} = ref {VectorDialect.Element("scratch", CSharpLiteral.Int(previous.Offset))};");
        for (int vector = 0; vector < _registers.Count; vector++)
        {
            writer.Line(dialect.Store(_registers[vector], name, CSharpLiteral.Int(vector * dialect.Lanes)));
        }

        _registers.Clear();
        _memory = name;
    }
}
