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
internal sealed class LaneBatchSide(SourceWriter writer, VectorDialect dialect, NetworkPlan plan, BatchPlan batch, MethodNames methods)
    : BatchSide(writer, dialect, batch, methods)
{
    private readonly NetworkModel _model = plan.Model;
    private readonly string _stride = CSharpLiteral.Int(batch.ChunkSamples);

    public override BufferRole[] PredictionBuffers => [BufferRole.Inputs, BufferRole.Outputs];

    public override BufferRole[] LossBuffers => [BufferRole.Inputs, BufferRole.Outputs, BufferRole.Targets];

    protected override (string Inputs, string Count) PassParameters => ("", "int columns");

    private static string Inputs => PlaceNames.Scratch(BufferRole.Inputs);

    private static string Targets => PlaceNames.Scratch(BufferRole.Targets);

    public override void WriteForward(string method)
    {
        string features = CSharpLiteral.Int(_model.InputSize);
        string lanes = CSharpLiteral.Int(Dialect.Lanes - 1);
        Writer.Line($"int columns = (count + {lanes}) & ~{lanes};");
        Writer.Line($"LaneColumns.Clear(ref {Inputs}, {_stride}, {features}, count, columns);");
        Writer.Line($"Transposition.Copy(ref inputs, {features}, ref {Inputs}, {_stride}, count, {features});");
        Writer.Line($"{method}(ref parameters, ref scratch, columns);");
    }

    public override void WriteStore()
    {
        string classes = CSharpLiteral.Int(_model.OutputSize);
        if (_model.Head.Activation != ActivationKind.Identity)
        {
            Writer.Line($"FinishOutputs(ref {Outputs}, columns);");
        }

        Writer.Line($"Transposition.Copy(ref {Outputs}, {_stride}, ref outputs, {classes}, {classes}, count);");
    }

    public override void WriteError(string scale, string sampleWeights)
    {
        string classes = CSharpLiteral.Int(_model.OutputSize);
        string copy = $"Transposition.Copy(ref targets, {classes}, ref {Targets}, {_stride}, count, {classes});";
        if (_model.IsClassifier)
        {
            string method = _model.Head.Activation == ActivationKind.Softmax ? "OneHot" : "Numbers";
            using (Writer.Block("if (labelled)"))
            {
                Writer.Line($"LaneColumns.{method}(ref labels, ref {Targets}, {_stride}, {classes}, count);");
            }

            using (Writer.Block("else"))
            {
                Writer.Line(copy);
            }

            Writer.Line();
        }
        else
        {
            Writer.Line(copy);
        }

        Writer.Line($"loss += ErrorInLanes(ref {Outputs}, ref {Targets}, ref {sampleWeights}, {scale}, count, columns);");
    }

    public override void WriteBackward() => Writer.Line("Backward(ref parameters, ref scratch, ref destination, columns);");

    public override void WriteStoreMethods()
    {
        if (_model.Head.Activation != ActivationKind.Identity)
        {
            new LaneOutputWriter(Writer, Dialect, _model, Batch.ChunkSamples).WriteMethod();
        }
    }

    public override void WriteErrorMethods() => new LaneErrorWriter(Writer, Dialect, _model, Batch.ChunkSamples).WriteMethod();
}
