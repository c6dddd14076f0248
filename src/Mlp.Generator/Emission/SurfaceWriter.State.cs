using Mlp.Generator.Model;

namespace Mlp.Generator.Emission;

/// <summary>What the optimizer remembers, in and out, for weight files: explicit, and only where it remembers anything.</summary>
internal sealed partial class SurfaceWriter
{
    private const string Resumable = "global::Mlp.Optimizers.IResumableTraining";
    private const string Progress = "global::Mlp.Optimizers.OptimizerProgress";

    private void WriteResumableTraining()
    {
        if (!_remembers)
        {
            return;
        }

        _writer.Line("// What the optimizer remembers, for weight files.");
        using (Explicit($"{Progress} {Resumable}.CopyMomentsTo", $"{Floats} moments"))
        {
            WriteMomentCheck();
            Call("return ", "ExportState", EmittedFields.State, "moments");
        }

        _writer.Line();
        using (Explicit($"void {Resumable}.SetMoments", $"{ReadOnlyFloats} moments", $"{Progress} progress"))
        {
            WriteMomentCheck();
            Call("", "ImportState", EmittedFields.State, "moments", "progress");
        }

        _writer.Line();
    }

    private void WriteMomentCheck() =>
        _writer.Line($"{Require}.Length(moments.Length, {CSharpLiteral.Int(model.Optimizer.Moments)} * ParameterCount, \"moments\");");
}
