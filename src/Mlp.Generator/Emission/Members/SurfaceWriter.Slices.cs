using Mlp.Generator.Emission.Vectors;
using Mlp.Generator.Model;

namespace Mlp.Generator.Emission.Members;

/// <summary>The pieces of a training step, for trainers: explicit, so that nobody else meets them.</summary>
internal sealed partial class SurfaceWriter
{
    private const string Slice = "global::Mlp.CompilerServices.GradientSlice slice";
    private const string Step = "global::Mlp.CompilerServices.OptimizerStep";

    private void WriteSlicedTraining()
    {
        _writer.Line("// A training step in pieces, for Mlp.Training.Trainer.");
        using (Explicit($"double {Sliced}.AddGradient", $"{ReadOnlyFloats} inputs", $"{ReadOnlyFloats} targets", $"{ReadOnlyFloats} sampleWeights", $"{Real.Type} scale", Slice))
        {
            CheckBatch(labelled: false, trains: true);
            _writer.Line($"{Require}.SampleWeights(sampleWeights, samples, \"sampleWeights\");");
            _writer.Line($"{Require}.Scale(scale, \"scale\");");
            _writer.Line($"ref {Real.Type} weights = ref sampleWeights.IsEmpty");
            _writer.Line($"    ? ref {NullRef(Real.Type)}");
            _writer.Line($"    : {Reference}(sampleWeights);");
            Call("return ", "AddGradient", [Parameters + ".Start", .. Data(labelled: false), "ref weights", "samples", "scale", "slice", .. MaskArgument]);
        }

        _writer.Line();
        using (Explicit($"void {Sliced}.CopyGradientTo", Slice, $"{Floats} gradient"))
        {
            _writer.Line($"{Require}.Length(gradient.Length, ParameterCount, \"gradient\");");
            Call("", "Export", $"slice.Sum({Network}.StorageFloats)", "gradient");
        }

        _writer.Line();
        using (Explicit($"{Step} {Sliced}.BeginStep", $"{Real.Type} learningRate"))
        {
            CheckRate("learningRate");
            Call("return ", "BeginStep", ["learningRate", .. StateArgument]);
        }

        _writer.Line();
        using (Explicit($"void {Sliced}.Step", Slice, $"{Step} step", "int part", "int parts"))
        {
            Call("", "Step", [Parameters + ".Start", "slice", "step", "part", "parts", .. StateArgument]);
        }

        _writer.Line();
        using (Explicit($"void {Sliced}.ResetOptimizer"))
        {
            if (_remembers)
            {
                _writer.Line($"{EmittedFields.State}.Clear();");
            }
        }

        _writer.Line();
    }
}
