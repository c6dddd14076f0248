using Mlp.Generator.Emission.Heads;
using Mlp.Generator.Emission.Steps;
using Mlp.Generator.Emission.Text;
using Mlp.Generator.Emission.Vectors;
using Mlp.Generator.Model;
using Mlp.Generator.Planning;
using Mlp.Generator.Planning.Orders;
using Mlp.Generator.Planning.Storage;

namespace Mlp.Generator.Emission.Kernels;

/// <summary>Writes chunks with samples in lanes: inputs, targets and outputs are transposed on the way.</summary>
internal sealed class LaneBatchSide(SourceWriter writer, VectorDialect dialect, NetworkPlan plan, BatchPlan batch, StepCalls calls)
    : BatchSide(writer, dialect, plan.Model, batch, calls)
{
    private readonly string _stride = CSharpLiteral.Int(batch.ChunkSamples);
    private readonly string _classes = CSharpLiteral.Int(plan.Model.OutputSize);

    protected override BufferRole[] LossBuffers => [BufferRole.Outputs, BufferRole.Targets];

    private static string Inputs => PlaceNames.Scratch(BufferRole.Inputs);

    private static string Targets => PlaceNames.Scratch(BufferRole.Targets);

    protected override void WriteLoad()
    {
        string features = CSharpLiteral.Int(Model.InputSize);
        WriteColumns();
        Writer.Line($"LaneColumns.Clear(ref {Inputs}, {_stride}, {features}, samples, columns);");
        Writer.Line($"Transposition.Copy(ref inputs, {features}, ref {Inputs}, {_stride}, samples, {features});");
    }

    protected override void WriteStore()
    {
        if (Model.Head.Activation != ActivationKind.Identity)
        {
            string finish = Calls.Head("OutputStage", BatchLanes.Samples, (writer, words) => new LaneOutputWriter(writer, words, Model, Batch.ChunkSamples).WriteMethod());
            WriteColumns();
            Writer.Line($"{finish}(ref {Outputs}, columns);");
        }

        Writer.Line($"Transposition.Copy(ref {Outputs}, {_stride}, ref outputs, {_classes}, {_classes}, samples);");
    }

    protected override void WriteError()
    {
        string copy = $"Transposition.Copy(ref targets, {_classes}, ref {Targets}, {_stride}, samples, {_classes});";
        if (Model.IsClassifier)
        {
            using (Writer.Block("if (IsNullRef(ref labels))"))
            {
                Writer.Line(copy);
            }

            using (Writer.Block("else"))
            {
                string method = Model.Head.Activation == ActivationKind.Softmax ? "OneHot" : "Numbers";
                Writer.Line($"LaneColumns.{method}(ref labels, ref {Targets}, {_stride}, {_classes}, samples);");
            }

            Writer.Line();
        }
        else
        {
            Writer.Line(copy);
        }

        WriteColumns();
        string error = Calls.Head("TargetErrors", BatchLanes.Samples, (writer, words) => new LaneErrorWriter(writer, words, Model, Batch.ChunkSamples).WriteMethod());
        Writer.Line($"return {error}(ref {Outputs}, ref {Targets}, ref sampleWeights, scale, samples, columns);");
    }

    protected override void WriteCount() => WriteColumns();

    /// <summary>The samples in whole vectors.</summary>
    private void WriteColumns()
    {
        string lanes = CSharpLiteral.Int(Dialect.Lanes - 1);
        Writer.Line($"int columns = (samples + {lanes}) & ~{lanes};");
    }
}
