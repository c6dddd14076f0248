using System;
using Mlp.Generator.Emission.Vectors;
using Mlp.Generator.Model;
using Mlp.Generator.Planning;

namespace Mlp.Generator.Emission;

/// <summary>What differs between samples in rows and samples in lanes, for the calls that <see cref="BatchWriter"/> writes.</summary>
internal abstract class BatchSide(SourceWriter writer, NetworkModel model, BatchPlan batch)
{
    /// <summary>Every sample counts alike.</summary>
    public const string NoWeights = $"NullRef<{Real.Type}>()";

    /// <summary>Buffers of the backward pass alone, which the forward pass need not name.</summary>
    private static readonly string[] BackwardBuffers = ["Errors", "WeightsByOutput", LaneBatchPlanner.Targets];

    public BatchPlan Batch { get; } = batch;

    protected SourceWriter Writer { get; } = writer;

    /// <summary>The parameters of a backward pass that say which samples, as declared.</summary>
    protected abstract (string Inputs, string Count) BackwardParameters { get; }

    /// <summary>The buffers that a prediction names.</summary>
    public virtual string[] PredictionBuffers => ["Outputs"];

    /// <summary>The buffers that a loss names.</summary>
    public virtual string[] LossBuffers => ["Outputs"];

    /// <summary>What a call does once, before its chunks.</summary>
    public abstract void WritePrepare();

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
    public abstract void WriteForwardMethod(string name, string summary);

    /// <summary>The method of the backward pass.</summary>
    public void WriteBackwardMethod()
    {
        Writer.Line("/// <summary>Back through the layers: each error first, then W += Σ δ hᵀ onto the weights themselves or onto their gradient.</summary>");
        Writer.Line("[MethodImpl(AggressiveOptimization)]");
        (string inputs, string count) = BackwardParameters;
        using (Writer.Block($"private static void Backward(ref {Real.Type} parameters, {inputs}ref {Real.Type} scratch, ref {Real.Type} destination, {count})"))
        {
            WriteConstants(Batch.Scratch, backward: true);
            for (int layer = model.Layers.Count; layer >= 1; layer--)
            {
                string number = CSharpLiteral.Int(layer);
                Writer.Line($"// layer {number}");
                WriteBackwardStep(model.Layers.Count - layer, At("destination", $"Weights{number}"), At("destination", $"Biases{number}"));
            }
        }

        Writer.Line();
    }

    /// <summary>One layer of the backward pass.</summary>
    /// <param name="index">The plan's step, 0 for the last layer.</param>
    /// <param name="weights">Where the weights, or their gradient, stand.</param>
    /// <param name="biases">Where the biases, or their gradient, stand.</param>
    protected abstract void WriteBackwardStep(int index, string weights, string biases);

    protected static string At(string reference, string constant) => VectorDialect.Element(reference, constant);

    /// <summary>The offsets of the buffers that a forward or a backward pass names.</summary>
    protected void WriteConstants(ScratchPlan scratch, bool backward)
    {
        foreach (BufferPlan buffer in scratch.Buffers)
        {
            bool isBackward = Array.Exists(BackwardBuffers, name => buffer.Name.StartsWith(name, StringComparison.Ordinal));
            bool isForward = buffer.Name.StartsWith("WeightsByInput", StringComparison.Ordinal);
            if (backward ? !isForward && buffer.Name != LaneBatchPlanner.Targets : !isBackward)
            {
                Writer.Line($"const int {buffer.Name} = {CSharpLiteral.Int(buffer.Offset)};");
            }
        }
    }
}
