using System;
using System.Collections.Generic;
using System.Linq;
using Mlp.Generator.Emission.Steps;
using Mlp.Generator.Emission.Text;
using Mlp.Generator.Emission.Vectors;
using Mlp.Generator.Model;
using Mlp.Generator.Planning.Orders;
using Mlp.Generator.Planning.Steps;
using Mlp.Generator.Planning.Storage;

namespace Mlp.Generator.Emission.Kernels;

/// <summary>
/// Writes what a chunk of samples is, as a type that the runtime's loops over chunks are given. Samples in rows and samples in lanes
/// differ in how they come in and go out.
/// </summary>
internal abstract class BatchSide(SourceWriter writer, VectorDialect dialect, NetworkModel model, BatchPlan batch, StepCalls calls)
{
    /// <summary>Buffers that the forward pass need not name.</summary>
    private static readonly BufferRole[] NotForward = [BufferRole.Errors, BufferRole.WeightsByOutput, BufferRole.Targets];

    /// <summary>Buffers that the backward pass need not name.</summary>
    private static readonly BufferRole[] NotBackward = [BufferRole.WeightsByInput, BufferRole.Targets];

    private static readonly CallParameter Parameters = CallParameter.Numbers("parameters");
    private static readonly CallParameter Inputs = CallParameter.Numbers("inputs");
    private static readonly CallParameter Scratch = CallParameter.Numbers("scratch");
    private static readonly CallParameter Samples = new("int", "samples");
    private static readonly CallParameter[] ErrorParameters =
        [Scratch, CallParameter.Numbers("targets"), CallParameter.Labels, CallParameter.Numbers("sampleWeights"), new(Real.Type, "scale"), Samples];

    private readonly StepWriter _steps = new(writer, dialect, calls, batch.Lanes);

    protected BatchPlan Batch { get; } = batch;

    protected SourceWriter Writer { get; } = writer;

    protected VectorDialect Dialect { get; } = dialect;

    protected NetworkModel Model { get; } = model;

    protected StepCalls Calls { get; } = calls;

    /// <summary>The logits.</summary>
    protected static string Outputs => PlaceNames.Scratch(BufferRole.Outputs);

    /// <summary>What the loops of a prediction are given.</summary>
    protected virtual string Predicts => "IPredictionChunks";

    /// <summary>The buffers that the end of a prediction names.</summary>
    protected virtual BufferRole[] StoreBuffers => [BufferRole.Outputs];

    /// <summary>The buffers that a loss names.</summary>
    protected abstract BufferRole[] LossBuffers { get; }

    /// <summary>The type of a chunk without a way back.</summary>
    /// <param name="name">The type's name.</param>
    /// <param name="isPredicted">Whether the loops of a prediction use it.</param>
    /// <param name="isMeasured">Whether that of a loss does.</param>
    public void WriteInference(string name, bool isPredicted, bool isMeasured)
    {
        IEnumerable<string> interfaces = new[] { isPredicted ? Predicts : "", isMeasured ? "ILossChunks" : "" }.Where(one => one.Length > 0);
        string summary = isPredicted && isMeasured ? "Predictions, and losses without a gradient" : isPredicted ? "Predictions" : "Losses without a gradient";
        using (OpenType(name, $"{summary}: activations are not kept.", string.Join(", ", interfaces)))
        {
            WriteForward();
            if (isPredicted)
            {
                using (Method("void Store", [Scratch, CallParameter.Numbers("outputs"), Samples]))
                {
                    WriteConstants(StoreBuffers);
                    WriteStore();
                }

                Writer.Line();
            }

            if (isMeasured)
            {
                WriteErrors();
            }
        }

        Writer.Line();
    }

    /// <summary>The type of a chunk with its way back.</summary>
    /// <param name="name">The type's name.</param>
    /// <param name="goesForward">Whether it has a way forward of its own.</param>
    public void WriteTraining(string name, bool goesForward)
    {
        using (goesForward
            ? OpenType(name, "Training: activations are kept for the way back.", "ILossChunks, IBackwardChunks")
            : OpenType(name, "The way back of training.", "IBackwardChunks", hasSizes: false))
        {
            if (goesForward)
            {
                WriteDraws();
                WriteForward();
                WriteErrors();
            }

            Writer.Line("/// <summary>Each error first, then W += Σ δ hᵀ onto the weights themselves or onto their gradient.</summary>");
            using (Method("void Backward", [Parameters, Inputs, Scratch, CallParameter.Numbers("destination"), Samples]))
            {
                WriteConstants(buffer => Array.IndexOf(NotBackward, buffer) < 0);
                WriteCount();
                foreach (LayerSteps layer in Batch.Backward)
                {
                    Writer.Line($"// layer {CSharpLiteral.Int(layer.Layer)}");
                    WriteSteps(layer.Steps);
                }
            }

            Writer.Line();
        }

        Writer.Line();
    }

    /// <summary>Constants of the type beside its sizes.</summary>
    protected virtual void WriteSizes()
    {
    }

    /// <summary>Samples from the caller to where the first layer reads them.</summary>
    protected abstract void WriteLoad();

    /// <summary>Logits to the caller's outputs.</summary>
    protected abstract void WriteStore();

    /// <summary>Logits to δ, and the losses of the chunk returned.</summary>
    protected abstract void WriteError();

    /// <summary>What the steps of the way back count by, and what is drawn.</summary>
    protected abstract void WriteCount();

    /// <summary>A type's head: its sizes, and what a call does once.</summary>
    private IDisposable OpenType(string name, string summary, string interfaces, bool hasSizes = true)
    {
        Writer.Line($"/// <summary>{summary}</summary>");
        IDisposable type = Writer.Block($"internal readonly struct {name} : {interfaces}");
        if (!hasSizes)
        {
            return type;
        }

        Writer.Lines(
            $"public static int InputSize => {CSharpLiteral.Int(Model.InputSize)};",
            $"public static int OutputSize => {CSharpLiteral.Int(Model.OutputSize)};",
            $"public static int ChunkSamples => {CSharpLiteral.Int(Batch.ChunkSamples)};",
            "");
        WriteSizes();
        if (Batch.Prepare.Count > 0)
        {
            using (Method("void Prepare", [Parameters, Scratch]))
            {
                WriteSteps(Batch.Prepare);
            }

            Writer.Line();
        }

        return type;
    }

    /// <summary>What is drawn before a chunk goes forward.</summary>
    private void WriteDraws()
    {
        if (Batch.Draws.Count == 0)
        {
            return;
        }

        using (Method("void Draw", [CallParameter.Masks, Scratch, Samples]))
        {
            WriteConstants([BufferRole.Factors]);
            WriteCount();
            WriteSteps(Batch.Draws);
        }

        Writer.Line();
    }

    private void WriteForward()
    {
        using (Method("void Forward", [Parameters, Inputs, Scratch, Samples]))
        {
            WriteConstants(buffer => Array.IndexOf(NotForward, buffer) < 0);
            WriteLoad();
            foreach (LayerSteps layer in Batch.Forward)
            {
                WriteSteps(layer.Steps);
            }
        }

        Writer.Line();
    }

    private void WriteErrors()
    {
        using (Dialect.IsDeterministic ? Method("void AddErrors", [.. ErrorParameters, new("ref double", "loss")]) : Method(Real.Type + " Error", ErrorParameters))
        {
            WriteConstants(LossBuffers);
            WriteError();
        }

        Writer.Line();
    }

    private IDisposable Method(string method, CallParameter[] parameters)
    {
        Writer.Line("[MethodImpl(Kernel)]");
        return Writer.Block($"public static {method}({string.Join(", ", parameters.Select(parameter => parameter.Declaration))})");
    }

    private void WriteSteps(IEnumerable<Step> steps)
    {
        foreach (Step step in steps)
        {
            _steps.Write(step);
        }
    }

    private void WriteConstants(BufferRole[] roles) => WriteConstants(role => Array.IndexOf(roles, role) >= 0);

    /// <summary>The offsets of the buffers that a method names.</summary>
    private void WriteConstants(Func<BufferRole, bool> isNamed)
    {
        foreach (BufferPlan buffer in Batch.Scratch.Buffers.Where(buffer => isNamed(buffer.Key.Role)))
        {
            Writer.Line($"const int {PlaceNames.Of(buffer.Key)} = {CSharpLiteral.Int(buffer.Offset)};");
        }
    }
}
