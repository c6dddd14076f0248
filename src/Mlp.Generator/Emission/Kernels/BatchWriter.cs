using Mlp.Generator.Emission.Steps;
using Mlp.Generator.Emission.Text;
using Mlp.Generator.Emission.Vectors;
using Mlp.Generator.Model;
using Mlp.Generator.Planning;
using Mlp.Generator.Planning.Orders;
using Mlp.Generator.Planning.Storage;

namespace Mlp.Generator.Emission.Kernels;

/// <summary>Writes the calls on batches: scratch memory, and the runtime's loop over chunks.</summary>
/// <param name="writer">Receives the lines.</param>
/// <param name="plan">The network at this width.</param>
/// <param name="forward">The type that goes forward in training.</param>
internal sealed class BatchWriter(SourceWriter writer, NetworkPlan plan, string forward)
{
    /// <summary>The type of a group of samples in registers.</summary>
    public const string Registers = nameof(Registers);

    /// <summary>The type of a chunk without a way back.</summary>
    public const string Inference = nameof(Inference);

    /// <summary>The type of a chunk with its way back.</summary>
    public const string Training = nameof(Training);

    /// <summary>The type of one sample that goes through planes.</summary>
    public const string Single = nameof(Single);

    /// <summary>The type of a block of agents.</summary>
    public const string Agents = nameof(Agents);

    private readonly NetworkModel _model = plan.Model;

    private string LabelParameter => _model.IsClassifier ? "ref int labels, " : "";

    private string LabelArgument => _model.IsClassifier ? "ref labels" : "ref NullRef<int>()";

    private string MaskParameter => CallParameter.MaskParameter(_model);

    private string MaskArgument => CallParameter.MaskArgument(_model);

    /// <summary>The loop over chunks that are trained on.</summary>
    private string Train => _model.DrawsMasks ? "TrainMasked" : "Train";

    /// <summary>One sample through planes: a batch of one.</summary>
    public void WriteForward(BatchPlan single)
    {
        writer.Line($"/// <summary>One sample: {_model.Formula()}.</summary>");
        writer.Line("[MethodImpl(Kernel)]");
        using (writer.Block($"internal static void Forward(ref {Real.Type} parameters, ref {Real.Type} input, ref {Real.Type} output)"))
        {
            WriteScratch(single.Scratch);
            writer.Line($"Chunks.Predict<{Single}>(ref parameters, ref input, ref output, 1, ref scratch);");
        }

        writer.Line();
    }

    public void WriteForwardBatch()
    {
        if (plan.Registers is { } groups)
        {
            writer.Lines(
                $"/// <summary>n samples, {CSharpLiteral.Int(groups.Samples)} at a time.</summary>",
                "[MethodImpl(Kernel)]",
                $"internal static void ForwardBatch(ref {Real.Type} parameters, ref {Real.Type} inputs, ref {Real.Type} outputs, int samples) =>",
                $"    Chunks.PredictGroups<{Registers}>(ref parameters, ref inputs, ref outputs, samples);",
                "");
            return;
        }

        writer.Line($"/// <summary>n samples, {CSharpLiteral.Int(plan.Inference.ChunkSamples)} at a time.</summary>");
        writer.Line("[MethodImpl(Kernel)]");
        using (writer.Block($"internal static void ForwardBatch(ref {Real.Type} parameters, ref {Real.Type} inputs, ref {Real.Type} outputs, int samples)"))
        {
            WriteScratch(plan.Inference.Scratch);
            writer.Line($"Chunks.Predict<{Inference}>(ref parameters, ref inputs, ref outputs, samples, ref scratch);");
        }

        writer.Line();
    }

    /// <summary>Many networks at once.</summary>
    public void WriteStepAgents(PopulationPlan population)
    {
        writer.Line($"/// <summary>n agents with a sample each, {CSharpLiteral.Int(population.Block.ChunkSamples)} at a time.</summary>");
        writer.Line("[MethodImpl(Kernel)]");
        using (writer.Block($"internal static void StepAgents(ref {Real.Type} parameters, ref {Real.Type} inputs, ref {Real.Type} outputs, int agents)"))
        {
            WriteScratch(population.Block.Scratch);
            writer.Line($"Chunks.PredictAgents<{Agents}>(ref parameters, ref inputs, ref outputs, agents, ref scratch);");
        }

        writer.Line();
    }

    public void WriteLoss()
    {
        writer.Lines(
            "/// <summary>The mean loss of n samples [Lu 8]." + (_model.IsClassifier ? " Targets count where labels are the null reference.</summary>" : "</summary>"),
            "[MethodImpl(Kernel)]");
        using (writer.Block($"internal static {Real.Type} Loss(ref {Real.Type} parameters, ref {Real.Type} inputs, ref {Real.Type} targets, {LabelParameter}int samples)"))
        {
            WriteScratch(plan.Inference.Scratch);
            writer.Line($"return Chunks.Loss<{Inference}>(ref parameters, ref inputs, ref targets, {LabelArgument}, samples, ref scratch);");
        }

        writer.Line();
    }

    public void WriteGradient()
    {
        writer.Lines(
            "/// <summary>The mean loss of n samples and its gradient ∂L/∂θ = (1/n) Σ δ hᵀ [Lu 11-14], in canonical order.</summary>",
            "[MethodImpl(Kernel)]");
        using (writer.Block($"internal static {Real.Type} Gradient(ref {Real.Type} parameters, ref {Real.Type} inputs, ref {Real.Type} targets, {LabelParameter}int samples, Span<{Real.Type}> gradient{MaskParameter})"))
        {
            writer.Line($"const int Sum = {CSharpLiteral.Int(plan.GradientScratch[BufferRole.Sum].Offset)};");
            WriteScratch(plan.GradientScratch);
            writer.Line($"Span<{Real.Type}> sum = MemoryMarshal.CreateSpan(ref {PlaceNames.Scratch(BufferRole.Sum)}, {CSharpLiteral.Int(plan.Storage.Length)});");
            writer.Line("sum.Clear();");
            writer.Line($"double loss = Chunks.{Train}<{forward}, {Training}>(ref parameters, ref inputs, ref targets, {LabelArgument}, ref NullRef<{Real.Type}>(), samples, {Real.One} / samples, ref scratch, ref MemoryMarshal.GetReference(sum){MaskArgument});");
            writer.Line($"{new NetworkNames(_model).Dispatch}.Export(sum, gradient);");
            writer.Line($"return ({Real.Type})(loss / samples);");
        }

        writer.Line();
    }

    public void WriteTrain()
    {
        writer.Lines(
            "/// <summary>Adds scale · Σ w ∂ℓ/∂θ of n samples onto a gradient laid out like the parameters, or onto these, and returns Σ w ℓ.</summary>",
            "[MethodImpl(Kernel)]",
            $"internal static double Train(ref {Real.Type} parameters, ref {Real.Type} inputs, ref {Real.Type} targets, {LabelParameter}ref {Real.Type} sampleWeights, int samples, {Real.Type} scale, ref {Real.Type} scratch, ref {Real.Type} destination{MaskParameter}) =>",
            $"    Chunks.{Train}<{forward}, {Training}>(ref parameters, ref inputs, ref targets, {LabelArgument}, ref sampleWeights, samples, scale, ref scratch, ref destination{MaskArgument});",
            "");
    }

    private void WriteScratch(ScratchPlan scratch)
    {
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
}
