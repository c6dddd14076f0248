using Mlp.Generator.Emission.Losses;
using Mlp.Generator.Emission.Vectors;
using Mlp.Generator.Model;
using Mlp.Generator.Planning;

namespace Mlp.Generator.Emission;

/// <summary>Writes chunks with samples in lanes: inputs, targets and outputs are transposed on the way.</summary>
internal sealed class LaneBatchSide(SourceWriter writer, VectorDialect dialect, NetworkPlan plan, LaneBatchPlan batch, MethodNames methods)
    : BatchSide(writer, plan.Model, batch)
{
    private readonly NetworkModel _model = plan.Model;
    private readonly string _stride = CSharpLiteral.Int(batch.ChunkSamples);

    public override string[] PredictionBuffers => [LaneBatchPlanner.Inputs, "Outputs"];

    public override string[] LossBuffers => [LaneBatchPlanner.Inputs, "Outputs", LaneBatchPlanner.Targets];

    public override void WritePrepare()
    {
    }

    public override void WriteForward(string method)
    {
        string features = CSharpLiteral.Int(_model.InputSize);
        string inputs = At("scratch", LaneBatchPlanner.Inputs);
        string lanes = CSharpLiteral.Int(dialect.Lanes - 1);
        Writer.Line($"int columns = (count + {lanes}) & ~{lanes};");
        Writer.Line($"LaneColumns.Clear(ref {inputs}, {_stride}, {features}, count, columns);");
        Writer.Line($"Transposition.Copy(ref inputs, {features}, ref {inputs}, {_stride}, count, {features});");
        Writer.Line($"{method}(ref parameters, ref scratch, columns);");
    }

    public override void WriteStore()
    {
        string classes = CSharpLiteral.Int(_model.OutputSize);
        string outputs = At("scratch", "Outputs");
        if (_model.Head.Activation != ActivationKind.Identity)
        {
            Writer.Line($"FinishOutputs(ref {outputs}, columns);");
        }

        Writer.Line($"Transposition.Copy(ref {outputs}, {_stride}, ref outputs, {classes}, {classes}, count);");
    }

    public override void WriteError(string scale, string sampleWeights)
    {
        string classes = CSharpLiteral.Int(_model.OutputSize);
        string targets = At("scratch", LaneBatchPlanner.Targets);
        string copy = $"Transposition.Copy(ref targets, {classes}, ref {targets}, {_stride}, count, {classes});";
        if (_model.IsClassifier)
        {
            string method = _model.Head.Activation == ActivationKind.Softmax ? "OneHot" : "Numbers";
            using (Writer.Block("if (labelled)"))
            {
                Writer.Line($"LaneColumns.{method}(ref labels, ref {targets}, {_stride}, {classes}, count);");
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

        Writer.Line($"loss += ErrorInLanes(ref {At("scratch", "Outputs")}, ref {targets}, ref {sampleWeights}, {scale}, count, columns);");
    }

    public override void WriteBackward() => Writer.Line("Backward(ref parameters, ref scratch, ref destination, columns);");

    public override void WriteStoreMethods()
    {
        if (_model.Head.Activation != ActivationKind.Identity)
        {
            new LaneOutputWriter(Writer, dialect, _model, batch.ChunkSamples).WriteMethod();
        }
    }

    public override void WriteErrorMethods() => new LaneErrorWriter(Writer, dialect, _model, batch.ChunkSamples).WriteMethod();

    public override void WriteForwardMethod(string name, string summary)
    {
        Writer.Line($"/// <summary>{summary}</summary>");
        Writer.Line("[MethodImpl(AggressiveOptimization)]");
        using (Writer.Block($"private static void {name}(ref {Real.Type} parameters, ref {Real.Type} scratch, int columns)"))
        {
            WriteConstants(batch.Scratch, backward: false);
            foreach (ForwardStep step in batch.Forward)
            {
                string destination = At("scratch", step.Destination);
                string method = methods.Product(step.Product, step.Layer);
                Writer.Line($"{method}(ref {At("parameters", $"Weights{step.Layer}")}, ref {At("scratch", step.Source)}, ref {At("parameters", $"Biases{step.Layer}")}, ref {destination}, columns);");
                if (step.Pass != ActivationKind.Identity)
                {
                    string slopes = step.Slopes.Length > 0 ? $"ref {At("scratch", step.Slopes)}, " : "";
                    string pass = methods.Pass(step.Pass, step.Slopes.Length > 0);
                    Writer.Line($"{pass}(ref {destination}, {slopes}{CSharpLiteral.Int(step.Product.Rows)}, {_stride}, columns);");
                }
            }
        }

        Writer.Line();
    }

    protected override (string Inputs, string Count) BackwardParameters => ("", "int columns");

    protected override void WriteBackwardStep(int index, string weights, string biases)
    {
        LaneBackwardStep step = batch.Backward[index];
        WriteErrorOf(step);
        string deltas = At("scratch", step.Deltas);
        string dot = methods.Dot(step.Update, step.Layer);
        Writer.Line($"{dot}(ref {deltas}, ref {At("scratch", step.Source)}, ref {weights}, columns);");
        Writer.Line($"{methods.LaneBiases(_model.Layers[step.Layer - 1].Outputs, step.Layer)}(ref {deltas}, ref {biases}, columns);");
    }

    private void WriteErrorOf(LaneBackwardStep step)
    {
        if (step.Error is null)
        {
            return;
        }

        string slopes = step.Error.Activation == ActivationKind.Identity ? "" : $"ref {At("scratch", step.SlopeSource)}, ";
        string method = methods.Product(step.Error, step.Layer);
        Writer.Line($"{method}(ref {At("parameters", $"Weights{step.Layer}")}, ref {At("scratch", step.Deltas)}, ref {At("scratch", step.Errors)}, {slopes}columns);");
    }
}
