using System;
using Mlp.Generator.Emission.Steps;
using Mlp.Generator.Emission.Text;
using Mlp.Generator.Emission.Vectors;
using Mlp.Generator.Planning.Orders;
using Mlp.Generator.Planning.Steps;
using Mlp.Generator.Planning.Storage;

namespace Mlp.Generator.Emission.Kernels;

/// <summary>What differs between samples in rows and samples in lanes, for the calls that <see cref="BatchWriter"/> writes.</summary>
internal abstract class BatchSide(SourceWriter writer, VectorDialect dialect, BatchPlan batch, MethodNames methods)
{
    /// <summary>Every sample counts alike.</summary>
    public const string NoWeights = $"NullRef<{Real.Type}>()";

    /// <summary>Buffers that the forward pass need not name.</summary>
    private static readonly BufferRole[] NotForward = [BufferRole.Errors, BufferRole.WeightsByOutput, BufferRole.Targets];

    /// <summary>Buffers that the backward pass need not name.</summary>
    private static readonly BufferRole[] NotBackward = [BufferRole.WeightsByInput, BufferRole.Targets];

    private readonly StepWriter _steps = new(writer, dialect, methods, batch.Lanes);

    public BatchPlan Batch { get; } = batch;

    /// <summary>The buffers that a prediction names.</summary>
    public abstract BufferRole[] PredictionBuffers { get; }

    /// <summary>The buffers that a loss names.</summary>
    public abstract BufferRole[] LossBuffers { get; }

    protected SourceWriter Writer { get; } = writer;

    protected VectorDialect Dialect { get; } = dialect;

    /// <summary>The logits.</summary>
    protected static string Outputs => PlaceNames.Scratch(BufferRole.Outputs);

    /// <summary>The parameters of a forward and of a backward pass that say which samples, as declared.</summary>
    protected abstract (string Inputs, string Count) PassParameters { get; }

    /// <summary>What a call does once, before its chunks.</summary>
    public void WritePrepare()
    {
        foreach (Step step in Batch.Prepare)
        {
            _steps.Write(step);
        }
    }

    /// <summary>The forward pass of a chunk.</summary>
    public abstract void WriteForward(string method);

    /// <summary>Logits to the caller's outputs.</summary>
    public abstract void WriteStore();

    /// <summary>Logits to δ, and the losses of the chunk added up.</summary>
    /// <param name="scale">What δ is multiplied by.</param>
    /// <param name="sampleWeights">Where the samples' weights stand.</param>
    public abstract void WriteError(string scale, string sampleWeights = NoWeights);

    /// <summary>The backward pass of a chunk onto the weights, or onto a gradient that is laid out like them.</summary>
    public abstract void WriteBackward();

    /// <summary>The method of the output stage of a prediction.</summary>
    public abstract void WriteStoreMethods();

    /// <summary>The methods of the output stage of training.</summary>
    public abstract void WriteErrorMethods();

    /// <summary>The method of the forward pass.</summary>
    public void WriteForwardMethod(string name, string summary)
    {
        Writer.Line($"/// <summary>{summary}</summary>");
        Writer.Line("[MethodImpl(AggressiveOptimization)]");
        (string inputs, string count) = PassParameters;
        using (Writer.Block($"private static void {name}(ref {Real.Type} parameters, {inputs}ref {Real.Type} scratch, {count})"))
        {
            WriteConstants(NotForward);
            foreach (LayerSteps layer in Batch.Forward)
            {
                WriteSteps(layer);
            }
        }

        Writer.Line();
    }

    /// <summary>The method of the backward pass.</summary>
    public void WriteBackwardMethod()
    {
        Writer.Line("/// <summary>Back through the layers: each error first, then W += Σ δ hᵀ onto the weights themselves or onto their gradient.</summary>");
        Writer.Line("[MethodImpl(AggressiveOptimization)]");
        (string inputs, string count) = PassParameters;
        using (Writer.Block($"private static void Backward(ref {Real.Type} parameters, {inputs}ref {Real.Type} scratch, ref {Real.Type} destination, {count})"))
        {
            WriteConstants(NotBackward);
            foreach (LayerSteps layer in Batch.Backward)
            {
                Writer.Line($"// layer {CSharpLiteral.Int(layer.Layer)}");
                WriteSteps(layer);
            }
        }

        Writer.Line();
    }

    private void WriteSteps(LayerSteps layer)
    {
        foreach (Step step in layer.Steps)
        {
            _steps.Write(step);
        }
    }

    /// <summary>The offsets of the buffers that a pass names.</summary>
    private void WriteConstants(BufferRole[] except)
    {
        foreach (BufferPlan buffer in Batch.Scratch.Buffers)
        {
            if (Array.IndexOf(except, buffer.Key.Role) < 0)
            {
                Writer.Line($"const int {PlaceNames.Of(buffer.Key)} = {CSharpLiteral.Int(buffer.Offset)};");
            }
        }
    }
}
