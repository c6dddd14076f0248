using Mlp.Generator.Emission.Steps;
using Mlp.Generator.Emission.Text;
using Mlp.Generator.Emission.Vectors;
using Mlp.Generator.Model;
using Mlp.Generator.Planning;
using Mlp.Generator.Planning.Orders;
using Mlp.Generator.Planning.Storage;

namespace Mlp.Generator.Emission.Kernels;

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
        writer.Lines(
            "/// <summary>The mean loss of n samples and its gradient ∂L/∂θ = (1/n) Σ δ hᵀ [Lu 11-14], in canonical order.</summary>",
            "[MethodImpl(AggressiveOptimization)]");
        using (writer.Block($"internal static {Real.Type} Gradient(ref {Real.Type} parameters, ref {Real.Type} inputs, ref {Real.Type} targets, {LabelParameter}int samples, Span<{Real.Type}> gradient)"))
        {
            WriteScratch(plan.GradientScratch, [BufferRole.Sum]);
            writer.Line($"Span<{Real.Type}> sum = MemoryMarshal.CreateSpan(ref {PlaceNames.Scratch(BufferRole.Sum)}, {CSharpLiteral.Int(plan.Storage.Length)});");
            writer.Line("sum.Clear();");
            string labels = _model.IsClassifier ? "ref labels, " : "";
            writer.Line($"double loss = Train(ref parameters, ref inputs, ref targets, {labels}ref {BatchSide.NoWeights}, samples, {Real.One} / samples, ref scratch, ref MemoryMarshal.GetReference(sum));");
            writer.Line($"{new NetworkNames(_model).Dispatch}.Export(sum, gradient);");
            writer.Line($"return ({Real.Type})(loss / samples);");
        }

        writer.Line();
    }

    public void WriteTrain()
    {
        BatchPlan batch = training.Batch;
        writer.Lines(
            "/// <summary>",
            "/// Adds scale · Σ w ∂ℓ/∂θ of n samples onto a gradient that is laid out like the parameters, and returns Σ w ℓ. The samples of",
            "/// one chunk may be added onto the parameters themselves: no gradient is stored.",
            "/// </summary>",
            "[MethodImpl(AggressiveOptimization)]");
        using (writer.Block($"internal static double Train(ref {Real.Type} parameters, ref {Real.Type} inputs, ref {Real.Type} targets, {LabelParameter}ref {Real.Type} sampleWeights, int samples, {Real.Type} scale, ref {Real.Type} scratch, ref {Real.Type} destination)"))
        {
            WriteConstants(batch.Scratch, training.LossBuffers);
            training.WritePrepare();
            WriteLossStart();
            writer.Line("bool weighted = !IsNullRef(ref sampleWeights);");
            using (writer.Block("for (int rest = samples; rest > 0;)"))
            {
                WriteCount(batch, "rest");
                training.WriteForward("TrainChunk");
                training.WriteError("scale", "sampleWeights");
                training.WriteBackward();
                writer.Line("sampleWeights = ref At(ref sampleWeights, weighted ? count : 0);");
                WriteNextChunk();
            }

            writer.Line();
            writer.Line("return loss;");
        }

        writer.Line();
    }

    private void WriteScratch(ScratchPlan scratch, BufferRole[] constants)
    {
        WriteConstants(scratch, constants);
        if (scratch.IsOnStack)
        {
            writer.Line($"ref {Real.Type} scratch = ref AlignedMemory.Align(stackalloc {Real.Type}[{CSharpLiteral.Int(scratch.FloatsToAlign)}]);");
        }
        else
        {
            writer.Line($"using var memory = new NativeScratch({CSharpLiteral.Int(scratch.Floats)});");
            writer.Line($"ref {Real.Type} scratch = ref memory.Start;");
        }
    }

    private void WriteConstants(ScratchPlan scratch, BufferRole[] roles)
    {
        foreach (BufferRole role in roles)
        {
            writer.Line($"const int {PlaceNames.Of(scratch[role].Key)} = {CSharpLiteral.Int(scratch[role].Offset)};");
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
            writer.Line("labels = ref Add(ref labels, count);");
        }

        writer.Line("rest -= count;");
    }

    private void Advance(string reference, int size) =>
        writer.Line($"{reference} = ref At(ref {reference}, count{(size == 1 ? "" : $" * {CSharpLiteral.Int(size)}")});");
}
