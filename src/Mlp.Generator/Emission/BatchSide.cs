using System;
using Mlp.Generator.Emission.Vectors;
using Mlp.Generator.Model;
using Mlp.Generator.Planning;

namespace Mlp.Generator.Emission;

/// <summary>What differs between samples in rows and samples in lanes, for the calls that <see cref="BatchWriter"/> writes.</summary>
internal abstract class BatchSide(SourceWriter writer, NetworkModel model, BatchPlan batch)
{
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
    public abstract void WriteError(string scale);

    /// <summary>The backward pass of a chunk onto the caller's gradient.</summary>
    public abstract void WriteAddGradient();

    /// <summary>The backward pass of a chunk onto the weights.</summary>
    public abstract void WriteUpdate();

    /// <summary>The method of the output stage of a prediction.</summary>
    public abstract void WriteStoreMethods();

    /// <summary>The methods of the output stage of training.</summary>
    public abstract void WriteErrorMethods();

    /// <summary>The method of the forward pass.</summary>
    public abstract void WriteForwardMethod(string name, string summary);

    /// <summary>The method of the backward pass, onto a gradient or the weights.</summary>
    public void WriteBackwardMethod(bool update)
    {
        Writer.Line(update
            ? "/// <summary>Back through the layers, each error first, then the layer's own weights: W += Σ δ hᵀ, δ being scaled by −α/n.</summary>"
            : "/// <summary>Back through the layers: each error, and Σ δ hᵀ added onto the gradient in canonical order.</summary>");
        Writer.Line("[MethodImpl(AggressiveOptimization)]");
        string gradient = update ? "" : $"ref {Real.Type} gradient, ";
        (string inputs, string count) = BackwardParameters;
        using (Writer.Block($"private static void {(update ? "Update" : "AddGradient")}(ref {Real.Type} parameters, {inputs}ref {Real.Type} scratch, {gradient}{count})"))
        {
            WriteConstants(Batch.Scratch, backward: true);
            int end = model.ParameterCount;
            for (int number = model.Layers.Count; number >= 1; number--)
            {
                LayerModel layer = model.Layers[number - 1];
                end -= layer.ParameterCount;
                Writer.Line($"// layer {CSharpLiteral.Int(number)}");
                string weights = update ? At("parameters", $"Weights{CSharpLiteral.Int(number)}") : At("gradient", CSharpLiteral.Int(end));
                string biases = update
                    ? At("parameters", $"Biases{CSharpLiteral.Int(number)}")
                    : At("gradient", CSharpLiteral.Int(end + (layer.ParameterCount - layer.Outputs)));
                WriteBackwardStep(model.Layers.Count - number, update, weights, biases);
            }
        }

        Writer.Line();
    }

    /// <summary>One layer of the backward pass.</summary>
    /// <param name="index">The plan's step, 0 for the last layer.</param>
    /// <param name="update">Onto the weights; else onto a gradient.</param>
    /// <param name="weights">Where the weights, or their gradient, stand.</param>
    /// <param name="biases">Where the biases, or their gradient, stand.</param>
    protected abstract void WriteBackwardStep(int index, bool update, string weights, string biases);

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
