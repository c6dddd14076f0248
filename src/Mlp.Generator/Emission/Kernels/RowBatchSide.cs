using Mlp.Generator.Emission.Heads;
using Mlp.Generator.Emission.Text;
using Mlp.Generator.Emission.Vectors;
using Mlp.Generator.Planning;
using Mlp.Generator.Planning.Orders;
using Mlp.Generator.Planning.Storage;

namespace Mlp.Generator.Emission.Kernels;

/// <summary>Writes chunks with samples in rows: outputs fill the lanes.</summary>
internal sealed class RowBatchSide(SourceWriter writer, VectorDialect dialect, NetworkPlan plan, BatchPlan batch, StepCalls calls)
    : BatchSide(writer, dialect, plan.Model, batch, calls)
{
    private readonly int _stride = batch.Scratch[BufferRole.Outputs].Stride;

    protected override BufferRole[] LossBuffers => [BufferRole.Outputs];

    // The first layer reads the caller's rows.
    protected override void WriteLoad()
    {
    }

    protected override void WriteStore()
    {
        string store = Calls.Head("OutputStage", BatchLanes.Outputs, (writer, words) => new OutputWriter(writer, words, Model, plan.OutputRow).WriteMethod(_stride));
        Writer.Line($"{store}(ref {Outputs}, ref outputs, samples);");
    }

    protected override void WriteError()
    {
        string ending = Dialect.IsDeterministic ? "scale, samples, ref loss)" : "scale, samples)";
        string fromTargets = $"{Error(labelled: false)}(ref {Outputs}, ref targets, ref sampleWeights, {ending}";
        if (Dialect.IsDeterministic)
        {
            WriteDeterministicError(fromTargets, ending);
            return;
        }

        if (!Model.IsClassifier)
        {
            Writer.Line($"return {fromTargets};");
            return;
        }

        Writer.Line("return IsNullRef(ref labels)");
        Writer.Line($"    ? {fromTargets}");
        Writer.Line($"    : {Error(labelled: true)}(ref {Outputs}, ref labels, ref sampleWeights, {ending};");
    }

    private void WriteDeterministicError(string fromTargets, string ending)
    {
        if (!Model.IsClassifier)
        {
            Writer.Line($"{fromTargets};");
            return;
        }

        using (Writer.Block("if (IsNullRef(ref labels))"))
        {
            Writer.Line($"{fromTargets};");
        }

        using (Writer.Block("else"))
        {
            Writer.Line($"{Error(labelled: true)}(ref {Outputs}, ref labels, ref sampleWeights, {ending};");
        }
    }

    protected override void WriteCount()
    {
    }

    private string Error(bool labelled) => Calls.Head(
        labelled ? "LabelErrors" : "TargetErrors",
        BatchLanes.Outputs,
        (writer, words) => new ErrorWriter(writer, words, Model, plan.OutputRow).WriteMethod(_stride, labelled));
}
