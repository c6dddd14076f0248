using Mlp.Generator.Emission.Vectors;
using Mlp.Generator.Model;
using Mlp.Generator.Planning;

namespace Mlp.Generator.Emission;

/// <summary>Writes the calls on batches: chunks through the layers forward, and in training back again.</summary>
internal sealed class BatchWriter(SourceWriter writer, VectorDialect dialect, NetworkPlan plan, MethodNames methods)
{
    private readonly NetworkModel _model = plan.Model;

    private string LabelParameter => _model.IsClassifier ? "ref int labels, " : "";

    public void WriteForwardBatch()
    {
        BatchPlan batch = plan.Inference;
        writer.Line($"/// <summary>n samples, {CSharpLiteral.Int(batch.ChunkSamples)} at a time.</summary>");
        writer.Line("[MethodImpl(MethodImplOptions.AggressiveOptimization)]");
        using (writer.Block("internal static void ForwardBatch(ref float parameters, ref float inputs, ref float outputs, int samples)"))
        {
            WriteScratch(batch.Scratch, "Outputs");
            WriteTransposed(batch);
            using (writer.Block("while (samples > 0)"))
            {
                WriteCount(batch);
                writer.Line("InferChunk(ref parameters, ref inputs, ref scratch, count);");
                writer.Line($"StoreOutputs(ref {At("scratch", "Outputs")}, ref outputs, count);");
                Advance("inputs", _model.InputSize);
                Advance("outputs", _model.OutputSize);
                writer.Line("samples -= count;");
            }
        }

        writer.Line();
    }

    public void WriteLoss()
    {
        BatchPlan batch = plan.Inference;
        writer.Lines(
            "/// <summary>The mean loss of n samples [Lu 8]." + (_model.IsClassifier ? " Targets count where labels are the null reference.</summary>" : "</summary>"),
            "[MethodImpl(MethodImplOptions.AggressiveOptimization)]");
        using (writer.Block($"internal static float Loss(ref float parameters, ref float inputs, ref float targets, {LabelParameter}int samples)"))
        {
            WriteScratch(batch.Scratch, "Outputs");
            WriteTransposed(batch);
            WriteLossStart();
            using (writer.Block("for (int rest = samples; rest > 0;)"))
            {
                WriteCount(batch, "rest");
                writer.Line("InferChunk(ref parameters, ref inputs, ref scratch, count);");
                WriteError("0f");
                WriteNextChunk();
            }

            writer.Line();
            writer.Line("return (float)(loss / samples);");
        }

        writer.Line();
    }

    public void WriteGradient()
    {
        BatchPlan batch = plan.Training;
        writer.Lines(
            "/// <summary>The mean loss of n samples; adds ∂L/∂θ = (1/n) Σ δ hᵀ onto the gradient [Lu 11-14].</summary>",
            "[MethodImpl(MethodImplOptions.AggressiveOptimization)]");
        using (writer.Block($"internal static float Gradient(ref float parameters, ref float inputs, ref float targets, {LabelParameter}int samples, ref float gradient)"))
        {
            WriteScratch(batch.Scratch, "Outputs");
            WriteTransposed(batch);
            WriteLossStart();
            using (writer.Block("for (int rest = samples; rest > 0;)"))
            {
                WriteCount(batch, "rest");
                writer.Line("TrainChunk(ref parameters, ref inputs, ref scratch, count);");
                WriteError("1f / samples");
                writer.Line("AddGradient(ref parameters, ref inputs, ref scratch, ref gradient, count);");
                WriteNextChunk();
            }

            writer.Line();
            writer.Line("return (float)(loss / samples);");
        }

        writer.Line();
    }

    public void WriteTrain()
    {
        BatchPlan batch = plan.Training;
        writer.Lines(
            "/// <summary>θ ← θ − α ∂L/∂θ on one chunk, onto the weights themselves: no gradient is stored. Returns the mean loss before.</summary>",
            "[MethodImpl(MethodImplOptions.AggressiveOptimization)]");
        using (writer.Block($"internal static float Train(ref float parameters, ref float inputs, ref float targets, {LabelParameter}int samples, float learningRate, ref float scratch)"))
        {
            WriteConstants(batch.Scratch, "Outputs");
            WriteTransposed(batch);
            writer.Line("int count = samples;");
            WriteLossStart();
            writer.Line("TrainChunk(ref parameters, ref inputs, ref scratch, count);");
            WriteError("-learningRate / samples");
            writer.Line("Update(ref parameters, ref inputs, ref scratch, count);");
            writer.Line("return (float)(loss / samples);");
        }

        writer.Line();
    }

    /// <summary>The forward pass of a chunk up to the logits.</summary>
    public void WriteForwardChunk(string name, BatchPlan batch, string summary)
    {
        writer.Line($"/// <summary>{summary}</summary>");
        writer.Line("[MethodImpl(MethodImplOptions.AggressiveOptimization)]");
        using (writer.Block($"private static void {name}(ref float parameters, ref float inputs, ref float scratch, int samples)"))
        {
            WriteAllConstants(batch.Scratch, buffer => !buffer.StartsWith("Errors", System.StringComparison.Ordinal)
                && !buffer.StartsWith("WeightsByOutput", System.StringComparison.Ordinal));
            foreach (ForwardStep step in batch.Forward)
            {
                string weights = step.TransposedWeights.Length > 0 ? At("scratch", step.TransposedWeights) : At("parameters", $"Weights{step.Layer}");
                string source = step.Source.Length > 0 ? At("scratch", step.Source) : "inputs";
                string destination = At("scratch", step.Destination);
                string method = methods.Product(step.Product, step.Layer);
                writer.Line($"{method}(ref {source}, ref {weights}, ref {At("parameters", $"Biases{step.Layer}")}, ref {destination}, samples);");
                if (step.Pass != ActivationKind.Identity)
                {
                    string pass = methods.Pass(step.Pass, step.Slopes.Length > 0);
                    string slopes = step.Slopes.Length > 0 ? $"ref {At("scratch", step.Slopes)}, " : "";
                    writer.Line($"{pass}(ref {destination}, {slopes}samples * {CSharpLiteral.Int(step.Product.ResultRowStride)});");
                }
            }
        }

        writer.Line();
    }

    /// <summary>The backward pass of a chunk, into a gradient or onto the weights.</summary>
    public void WriteBackwardChunk(bool update)
    {
        BatchPlan batch = plan.Training;
        writer.Line(update
            ? "/// <summary>Back through the layers, each error first, then the layer's own weights: W += Σ δ hᵀ, δ being scaled by −α/n.</summary>"
            : "/// <summary>Back through the layers: each error, and Σ δ hᵀ added onto the gradient in canonical order.</summary>");
        writer.Line("[MethodImpl(MethodImplOptions.AggressiveOptimization)]");
        string gradientParameter = update ? "" : "ref float gradient, ";
        string name = update ? "Update" : "AddGradient";
        using (writer.Block($"private static void {name}(ref float parameters, ref float inputs, ref float scratch, {gradientParameter}int samples)"))
        {
            WriteAllConstants(batch.Scratch, buffer => !buffer.StartsWith("WeightsByInput", System.StringComparison.Ordinal));
            int end = _model.ParameterCount;
            foreach (BackwardStep step in batch.Backward)
            {
                LayerModel layer = _model.Layers[step.Layer - 1];
                end -= layer.ParameterCount;
                writer.Line($"// layer {step.Layer}");
                WriteErrorOf(step);
                string deltas = At("scratch", step.Deltas);
                string source = step.Source.Length > 0 ? At("scratch", step.Source) : "inputs";
                Contraction product = update ? step.Update : step.Gradient;
                string target = update ? At("parameters", $"Weights{step.Layer}") : VectorDialect.Element("gradient", CSharpLiteral.Int(end));
                string method = methods.Product(product, step.Layer);
                writer.Line(product.Role == ContractionRole.UpdateByInput
                    ? $"{method}(ref {source}, ref {deltas}, ref {target}, samples);"
                    : $"{method}(ref {deltas}, ref {source}, ref {target}, samples);");
                int stride = Lanes.Pad(layer.Outputs, dialect.Lanes);
                string biases = update
                    ? At("parameters", $"Biases{step.Layer}")
                    : VectorDialect.Element("gradient", CSharpLiteral.Int(end + (layer.ParameterCount - layer.Outputs)));
                string sum = methods.BiasSum(new BiasSum(layer.Outputs, stride, !update), step.Layer);
                writer.Line($"{sum}(ref {deltas}, ref {biases}, samples);");
            }
        }

        writer.Line();
    }

    private static string At(string reference, string constant) => VectorDialect.Element(reference, constant);

    private void WriteErrorOf(BackwardStep step)
    {
        if (step.Error is null)
        {
            return;
        }

        string weights = step.TransposedWeights.Length > 0 ? At("scratch", step.TransposedWeights) : At("parameters", $"Weights{step.Layer}");
        string slopes = step.Error.Activation == ActivationKind.Identity ? "" : $"ref {At("scratch", step.SlopeSource)}, ";
        string method = methods.Product(step.Error, step.Layer);
        writer.Line($"{method}(ref {At("scratch", step.Deltas)}, ref {weights}, ref {At("scratch", step.Errors)}, {slopes}samples);");
    }

    private void WriteScratch(ScratchPlan scratch, params string[] constants)
    {
        WriteConstants(scratch, constants);
        if (scratch.IsOnStack)
        {
            writer.Line($"ref float scratch = ref AlignedMemory.Align(stackalloc float[{CSharpLiteral.Int(scratch.Floats + PlanBudget.StorageLanes)}]);");
        }
        else
        {
            writer.Line($"using var memory = new NativeScratch({CSharpLiteral.Int(scratch.Floats)});");
            writer.Line("ref float scratch = ref memory.Start;");
        }
    }

    private void WriteConstants(ScratchPlan scratch, params string[] names)
    {
        foreach (string name in names)
        {
            writer.Line($"const int {name} = {CSharpLiteral.Int(scratch[name].Offset)};");
        }
    }

    private void WriteAllConstants(ScratchPlan scratch, System.Func<string, bool> isUsed)
    {
        foreach (BufferPlan buffer in scratch.Buffers)
        {
            if (isUsed(buffer.Name))
            {
                writer.Line($"const int {buffer.Name} = {CSharpLiteral.Int(buffer.Offset)};");
            }
        }
    }

    private void WriteTransposed(BatchPlan batch)
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
        writer.Line($"Transposition.Copy({from}, {to}, {rows}, {columns}); // W{Formulas.Subscript(layer)}ᵀ");
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

    private void WriteError(string scale)
    {
        string targets = $"ErrorFromTargets(ref {At("scratch", "Outputs")}, ref targets, {scale}, count)";
        writer.Line(_model.IsClassifier
            ? $"loss += labelled ? ErrorFromLabels(ref {At("scratch", "Outputs")}, ref labels, {scale}, count) : {targets};"
            : $"loss += {targets};");
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
