using Mlp.Generator.Emission.Heads;
using Mlp.Generator.Emission.Text;
using Mlp.Generator.Emission.Vectors;
using Mlp.Generator.Model;
using Mlp.Generator.Planning;
using Mlp.Generator.Planning.Orders;
using Mlp.Generator.Planning.Storage;

namespace Mlp.Generator.Emission.Kernels;

/// <summary>Writes chunks with samples in rows: outputs fill the lanes.</summary>
internal sealed class RowBatchSide(SourceWriter writer, VectorDialect dialect, NetworkPlan plan, BatchPlan batch, MethodNames methods)
    : BatchSide(writer, dialect, batch, methods)
{
    private readonly NetworkModel _model = plan.Model;
    private readonly int _stride = batch.Scratch[BufferRole.Outputs].Stride;

    public override BufferRole[] PredictionBuffers => [BufferRole.Outputs];

    public override BufferRole[] LossBuffers => [BufferRole.Outputs];

    protected override (string Inputs, string Count) PassParameters => ($"ref {Real.Type} inputs, ", "int samples");

    public override void WriteForward(string method) =>
        Writer.Line($"{method}(ref parameters, ref inputs, ref scratch, count);");

    public override void WriteStore() => Writer.Line($"StoreOutputs(ref {Outputs}, ref outputs, count);");

    public override void WriteError(string scale, string sampleWeights)
    {
        string targets = $"ErrorFromTargets(ref {Outputs}, ref targets, ref {sampleWeights}, {scale}, count)";
        Writer.Line(_model.IsClassifier
            ? $"loss += labelled ? ErrorFromLabels(ref {Outputs}, ref labels, ref {sampleWeights}, {scale}, count) : {targets};"
            : $"loss += {targets};");
    }

    public override void WriteBackward() => Writer.Line("Backward(ref parameters, ref inputs, ref scratch, ref destination, count);");

    public override void WriteStoreMethods() => new OutputWriter(Writer, Dialect, _model, plan.OutputRow).WriteMethod(_stride);

    public override void WriteErrorMethods() => new ErrorWriter(Writer, Dialect, _model, plan.OutputRow).WriteMethods(_stride);
}
