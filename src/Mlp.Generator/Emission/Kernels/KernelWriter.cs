using System.Linq;
using Mlp.Generator.Emission.Activations;
using Mlp.Generator.Emission.Steps;
using Mlp.Generator.Emission.Text;
using Mlp.Generator.Emission.Vectors;
using Mlp.Generator.Model;
using Mlp.Generator.Planning;
using Mlp.Generator.Planning.Orders;
using Mlp.Generator.Planning.Steps;
using Mlp.Generator.Planning.Storage;

namespace Mlp.Generator.Emission.Kernels;

/// <summary>Writes the file of one vector width: a static class with all kernels of the network.</summary>
internal sealed class KernelWriter(NetworkPlan plan)
{
    private readonly SourceWriter _writer = new();
    private readonly VectorDialect _dialect = new(plan.Width, plan.Model.Math);
    private readonly MethodNames _methods = new();

    public EmittedFile Write()
    {
        var names = new NetworkNames(plan.Model);
        WriteClass(names);
        string kernels = _writer.ToString();
        var head = new SourceWriter();
        new HeaderWriter(head).WriteKernelHeader(plan, _dialect);
        head.Lines(
            $"namespace {NetworkNames.Namespace};",
            "",
            "using global::System;",
            "using global::System.Runtime.CompilerServices;",
            "using global::System.Runtime.InteropServices;",
            "using global::System.Runtime.Intrinsics;",
            "using global::Mlp.CompilerServices;");
        head.Lines([.. _dialect.Imports(kernels), ""]);
        return new EmittedFile(names.Hints[_dialect.FileSuffix], head + kernels);
    }

    private void WriteClass(NetworkNames names)
    {
        _writer.Lines($"/// <summary>The kernels of a {plan.Model.ShapeName} for {_dialect.Spoken}.</summary>", NetworkNames.GeneratedCode);
        using (_writer.Block($"internal static class {names.Kernels(_dialect)}"))
        {
            WriteConstants();
            WriteCalls();
            WriteMethods();
        }
    }

    private void WriteConstants()
    {
        foreach (TensorStorage stored in plan.Storage.Tensors)
        {
            _writer.Line($"private const int {PlaceNames.Of(stored)} = {CSharpLiteral.Int(stored.Offset)};");
        }

        _writer.Line();
        if (!plan.Model.Trains)
        {
            return;
        }

        _writer.Line("/// <summary>The samples of a chunk in training, and the floats of its work space.</summary>");
        _writer.Line($"internal const int TrainingSamples = {CSharpLiteral.Int(plan.Training.ChunkSamples)};");
        _writer.Line($"internal const int TrainingFloats = {CSharpLiteral.Int(plan.Training.Scratch.Floats)};");
        _writer.Line();
    }

    private void WriteCalls()
    {
        BatchSide inference = Side(plan.Inference);
        BatchSide training = Side(plan.Training);
        var batches = new BatchWriter(_writer, plan, inference, training);
        new SampleWriter(_writer, _dialect, plan, _methods).WriteMethod();
        if (plan.Registers is null)
        {
            batches.WriteForwardBatch();
        }
        else
        {
            new RegisterBatchWriter(_writer, _dialect, plan.Model, plan.Registers).WriteForwardBatch();
        }

        if (plan.Model.Trains)
        {
            WriteTraining(batches, inference, training);
        }
        else if (plan.Registers is null)
        {
            WriteInferChunk(inference);
            inference.WriteStoreMethods();
        }
    }

    private static void WriteInferChunk(BatchSide inference) =>
        inference.WriteForwardMethod("InferChunk", "The forward pass of a chunk up to the logits; activations are not kept.");

    private void WriteTraining(BatchWriter batches, BatchSide inference, BatchSide training)
    {
        batches.WriteLoss();
        batches.WriteGradient();
        batches.WriteTrain();
        WriteInferChunk(inference);
        training.WriteForwardMethod("TrainChunk", "The forward pass of a chunk up to the logits; activations are kept for the way back.");
        training.WriteBackwardMethod();
        if (plan.Registers is null)
        {
            inference.WriteStoreMethods();
        }

        inference.WriteErrorMethods();
        if (training.Batch.Lanes != inference.Batch.Lanes)
        {
            training.WriteErrorMethods();
        }
    }

    private BatchSide Side(BatchPlan batch) => batch.Lanes == BatchLanes.Samples
        ? new LaneBatchSide(_writer, _dialect, plan, batch, _methods)
        : new RowBatchSide(_writer, _dialect, plan, batch, _methods);

    private void WriteMethods()
    {
        foreach ((string name, SampleDots step) in _methods.SampleLayers)
        {
            new SampleLoopWriter(_writer, _dialect, step.Dots).WriteMethod(name, plan.Model.LayerFormula(step.Layer));
        }

        foreach ((string name, ProductStep step) in _methods.Products)
        {
            new ContractionWriter(_writer, _dialect).WriteMethod(name, step.Product, PlanDescription.Describe(step.Product, step.Layer, _dialect.Lanes));
        }

        var dots = new LaneDotWriter(_writer, _dialect);
        foreach ((string name, DotStep step) in _methods.Dots)
        {
            dots.WriteMethod(name, step.Dot, step.Layer);
        }

        var passes = new PassWriter(_writer, _dialect);
        foreach ((string name, ActivationModel activation, bool withSlope) in _methods.Passes)
        {
            passes.WriteActivation(name, activation, withSlope);
        }

        WriteTileConstants();
    }

    /// <summary>Tiles take functions as types, and so the numbers of these too.</summary>
    private void WriteTileConstants()
    {
        foreach (double constant in _methods.Products.Select(product => product.Step.Product.Activation.Constant).OfType<double>().Distinct())
        {
            string number = CSharpLiteral.Float(CSharpLiteral.Number(constant));
            _writer.Line($"/// <summary>The number of an activation, {number}, for the functions of tiles.</summary>");
            using (_writer.Block($"private readonly struct {ActivationFormula.ConstantType(constant)} : ITileConstant"))
            {
                _writer.Line($"static {Real.Type} ITileConstant.Value => {number};");
            }

            _writer.Line();
        }
    }
}
