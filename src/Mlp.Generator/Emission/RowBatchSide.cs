using Mlp.Generator.Emission.Losses;
using Mlp.Generator.Emission.Vectors;
using Mlp.Generator.Model;
using Mlp.Generator.Planning;

namespace Mlp.Generator.Emission;

/// <summary>Writes chunks with samples in rows: outputs fill the lanes.</summary>
internal sealed class RowBatchSide(SourceWriter writer, VectorDialect dialect, NetworkPlan plan, RowBatchPlan batch, MethodNames methods)
    : BatchSide(writer, plan.Model, batch)
{
    private readonly NetworkModel _model = plan.Model;

    public override void WritePrepare()
    {
        foreach (ForwardStep step in batch.Forward)
        {
            WriteTransposed(batch.Scratch, step.TransposedWeights, step.Layer);
        }

        foreach (BackwardStep step in batch.Backward)
        {
            WriteTransposed(batch.Scratch, step.TransposedWeights, step.Layer);
        }
    }

    public override void WriteForward(string method) =>
        Writer.Line($"{method}(ref parameters, ref inputs, ref scratch, count);");

    public override void WriteStore() =>
        Writer.Line($"StoreOutputs(ref {At("scratch", "Outputs")}, ref outputs, count);");

    public override void WriteError(string scale, string sampleWeights)
    {
        string targets = $"ErrorFromTargets(ref {At("scratch", "Outputs")}, ref targets, ref {sampleWeights}, {scale}, count)";
        Writer.Line(_model.IsClassifier
            ? $"loss += labelled ? ErrorFromLabels(ref {At("scratch", "Outputs")}, ref labels, ref {sampleWeights}, {scale}, count) : {targets};"
            : $"loss += {targets};");
    }

    public override void WriteBackward() => Writer.Line("Backward(ref parameters, ref inputs, ref scratch, ref destination, count);");

    public override void WriteStoreMethods() =>
        new OutputWriter(Writer, dialect, _model).WriteMethod(Lanes.Pad(_model.OutputSize, dialect.Lanes));

    public override void WriteErrorMethods() =>
        new ErrorWriter(Writer, dialect, _model).WriteMethods(Lanes.Pad(_model.OutputSize, dialect.Lanes));

    public override void WriteForwardMethod(string name, string summary)
    {
        Writer.Line($"/// <summary>{summary}</summary>");
        Writer.Line("[MethodImpl(AggressiveOptimization)]");
        using (Writer.Block($"private static void {name}(ref {Real.Type} parameters, ref {Real.Type} inputs, ref {Real.Type} scratch, int samples)"))
        {
            WriteConstants(batch.Scratch, backward: false);
            foreach (ForwardStep step in batch.Forward)
            {
                string weights = step.TransposedWeights.Length > 0 ? At("scratch", step.TransposedWeights) : At("parameters", $"Weights{step.Layer}");
                string source = step.Source.Length > 0 ? At("scratch", step.Source) : "inputs";
                string destination = At("scratch", step.Destination);
                string method = methods.Product(step.Product, step.Layer);
                Writer.Line($"{method}(ref {source}, ref {weights}, ref {At("parameters", $"Biases{step.Layer}")}, ref {destination}, samples);");
                if (step.Pass != ActivationKind.Identity)
                {
                    string pass = methods.Pass(step.Pass, step.Slopes.Length > 0);
                    string slopes = step.Slopes.Length > 0 ? $"ref {At("scratch", step.Slopes)}, " : "";
                    Writer.Line($"{pass}(ref {destination}, {slopes}1, 0, samples * {CSharpLiteral.Int(step.Product.ResultRowStride)});");
                }
            }
        }

        Writer.Line();
    }

    protected override (string Inputs, string Count) BackwardParameters => ($"ref {Real.Type} inputs, ", "int samples");

    protected override void WriteBackwardStep(int index, string weights, string biases)
    {
        BackwardStep step = batch.Backward[index];
        WriteErrorOf(step);
        string deltas = At("scratch", step.Deltas);
        string source = step.Source.Length > 0 ? At("scratch", step.Source) : "inputs";
        string method = methods.Product(step.Update, step.Layer);
        (string left, string right) = step.Update.Role == ContractionRole.UpdateByInput ? (source, deltas) : (deltas, source);
        Writer.Line($"{method}(ref {left}, ref {right}, ref {weights}, samples);");
        int outputs = _model.Layers[step.Layer - 1].Outputs;
        string sum = methods.BiasSum(new BiasSum(outputs, Lanes.Pad(outputs, dialect.Lanes)), step.Layer);
        Writer.Line($"{sum}(ref {deltas}, ref {biases}, samples);");
    }

    private void WriteErrorOf(BackwardStep step)
    {
        if (step.Error is null)
        {
            return;
        }

        string weights = step.TransposedWeights.Length > 0 ? At("scratch", step.TransposedWeights) : At("parameters", $"Weights{step.Layer}");
        string slopes = step.Error.Activation == ActivationKind.Identity ? "" : $"ref {At("scratch", step.SlopeSource)}, ";
        string method = methods.Product(step.Error, step.Layer);
        Writer.Line($"{method}(ref {At("scratch", step.Deltas)}, ref {weights}, ref {At("scratch", step.Errors)}, {slopes}samples);");
    }

    private void WriteTransposed(ScratchPlan scratch, string name, int layer)
    {
        if (name.Length == 0)
        {
            return;
        }

        DenseStorage stored = plan.Storage.Layers[layer - 1];
        bool byInput = stored.Order == WeightOrder.ByInput;
        string rows = CSharpLiteral.Int(byInput ? stored.Inputs : stored.Outputs);
        string columns = CSharpLiteral.Int(byInput ? stored.Outputs : stored.Inputs);
        string from = $"ref {At("parameters", $"Weights{layer}")}, {CSharpLiteral.Int(stored.Stride)}";
        string to = $"ref {VectorDialect.Element("scratch", CSharpLiteral.Int(scratch[name].Offset))}, {CSharpLiteral.Int(scratch[name].Stride)}";
        Writer.Line($"Transposition.Copy({from}, {to}, {rows}, {columns}); // W{Formulas.Subscript(layer)}ᵀ");
    }
}
