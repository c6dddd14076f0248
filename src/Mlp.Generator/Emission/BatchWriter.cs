using Mlp.Generator.Emission.Vectors;
using Mlp.Generator.Model;
using Mlp.Generator.Planning;

namespace Mlp.Generator.Emission;

/// <summary>Writes the calls on batches: chunks through the layers forward, and in training back again.</summary>
internal sealed class BatchWriter(SourceWriter writer, NetworkPlan plan, BatchSide inference, BatchSide training)
{
    private readonly NetworkModel _model = plan.Model;

    private string LabelParameter => _model.IsClassifier ? "ref int labels, " : "";

    public void WriteForwardBatch()
    {
        BatchPlan batch = inference.Batch;
        writer.Line($"/// <summary>n samples, {CSharpLiteral.Int(batch.ChunkSamples)} at a time.</summary>");
        writer.Line("[MethodImpl(AggressiveOptimization)]");
        using (writer.Block($"internal static void ForwardBatch(ref {Real.Type} parameters, ref {Real.Type} inputs, ref {Real.Type} outputs, int samples)"))
        {
            WriteScratch(batch.Scratch, inference.PredictionBuffers);
            inference.WritePrepare();
            using (writer.Block("while (samples > 0)"))
            {
                WriteCount(batch);
                inference.WriteForward("InferChunk");
                inference.WriteStore();
                Advance("inputs", _model.InputSize);
                Advance("outputs", _model.OutputSize);
                writer.Line("samples -= count;");
            }
        }

        writer.Line();
    }

    public void WriteLoss()
    {
        BatchPlan batch = inference.Batch;
        writer.Lines(
            "/// <summary>The mean loss of n samples [Lu 8]." + (_model.IsClassifier ? " Targets count where labels are the null reference.</summary>" : "</summary>"),
            "[MethodImpl(AggressiveOptimization)]");
        using (writer.Block($"internal static {Real.Type} Loss(ref {Real.Type} parameters, ref {Real.Type} inputs, ref {Real.Type} targets, {LabelParameter}int samples)"))
        {
            WriteScratch(batch.Scratch, inference.LossBuffers);
            inference.WritePrepare();
            WriteLossStart();
            using (writer.Block("for (int rest = samples; rest > 0;)"))
            {
                WriteCount(batch, "rest");
                inference.WriteForward("InferChunk");
                inference.WriteError(Real.Zero);
                WriteNextChunk();
            }

            writer.Line();
            writer.Line($"return ({Real.Type})(loss / samples);");
        }

        writer.Line();
    }

    public void WriteGradient()
    {
        BatchPlan batch = training.Batch;
        writer.Lines(
            "/// <summary>The mean loss of n samples; adds ∂L/∂θ = (1/n) Σ δ hᵀ onto the gradient [Lu 11-14].</summary>",
            "[MethodImpl(AggressiveOptimization)]");
        using (writer.Block($"internal static {Real.Type} Gradient(ref {Real.Type} parameters, ref {Real.Type} inputs, ref {Real.Type} targets, {LabelParameter}int samples, ref {Real.Type} gradient)"))
        {
            WriteScratch(batch.Scratch, training.LossBuffers);
            training.WritePrepare();
            WriteLossStart();
            using (writer.Block("for (int rest = samples; rest > 0;)"))
            {
                WriteCount(batch, "rest");
                training.WriteForward("TrainChunk");
                training.WriteError($"{Real.One} / samples");
                training.WriteAddGradient();
                WriteNextChunk();
            }

            writer.Line();
            writer.Line($"return ({Real.Type})(loss / samples);");
        }

        writer.Line();
    }

    public void WriteTrain()
    {
        BatchPlan batch = training.Batch;
        writer.Lines(
            "/// <summary>θ ← θ − α ∂L/∂θ on one chunk, onto the weights themselves: no gradient is stored. Returns the mean loss before.</summary>",
            "[MethodImpl(AggressiveOptimization)]");
        using (writer.Block($"internal static {Real.Type} Train(ref {Real.Type} parameters, ref {Real.Type} inputs, ref {Real.Type} targets, {LabelParameter}int samples, {Real.Type} learningRate, ref {Real.Type} scratch)"))
        {
            WriteConstants(batch.Scratch, training.LossBuffers);
            training.WritePrepare();
            writer.Line("int count = samples;");
            WriteLossStart();
            training.WriteForward("TrainChunk");
            training.WriteError("-learningRate / samples");
            training.WriteUpdate();
            writer.Line($"return ({Real.Type})(loss / samples);");
        }

        writer.Line();
    }

    private void WriteScratch(ScratchPlan scratch, string[] constants)
    {
        WriteConstants(scratch, constants);
        if (scratch.IsOnStack)
        {
            writer.Line($"ref {Real.Type} scratch = ref AlignedMemory.Align(stackalloc {Real.Type}[{CSharpLiteral.Int(scratch.Floats + PlanBudget.StorageLanes)}]);");
        }
        else
        {
            writer.Line($"using var memory = new NativeScratch({CSharpLiteral.Int(scratch.Floats)});");
            writer.Line($"ref {Real.Type} scratch = ref memory.Start;");
        }
    }

    private void WriteConstants(ScratchPlan scratch, string[] names)
    {
        foreach (string name in names)
        {
            writer.Line($"const int {name} = {CSharpLiteral.Int(scratch[name].Offset)};");
        }
    }

    private void WriteCount(BatchPlan batch, string rest = "samples") =>
        writer.Line($"int count = {rest} < {CSharpLiteral.Int(batch.ChunkSamples)} ? {rest} : {CSharpLiteral.Int(batch.ChunkSamples)};");

    private void WriteLossStart()
    {
        writer.Line("double loss = 0;");
        if (_model.IsClassifier)
        {
            writer.Line("bool labelled = !IsNullRef(ref labels);");
        }
    }

    private void WriteNextChunk()
    {
        Advance("inputs", _model.InputSize);
        Advance("targets", _model.OutputSize);
        if (_model.IsClassifier)
        {
            Advance("labels", 1);
        }

        writer.Line("rest -= count;");
    }

    private void Advance(string reference, int size) =>
        writer.Line($"{reference} = ref Add(ref {reference}, count{(size == 1 ? "" : $" * {CSharpLiteral.Int(size)}")});");
}
