using System.Linq;
using Mlp.Generator.Emission.Steps;
using Mlp.Generator.Emission.Text;
using Mlp.Generator.Emission.Vectors;
using Mlp.Generator.Planning;
using Mlp.Generator.Planning.Orders;
using Mlp.Generator.Planning.Storage;

namespace Mlp.Generator.Emission.Kernels;

/// <summary>Writes the file of one vector width: a static class with the kernels of the network, which call steps that others share.</summary>
internal sealed class KernelWriter
{
    private readonly SourceWriter _writer = new();
    private readonly NetworkPlan _plan;
    private readonly NetworkNames _names;
    private readonly VectorDialect _dialect;
    private readonly StepClasses _classes;
    private readonly StepCalls _calls;

    /// <summary>Writes the class, and the steps that it calls.</summary>
    /// <param name="plan">The network at this width.</param>
    /// <param name="classes">Receives the steps.</param>
    public KernelWriter(NetworkPlan plan, StepClasses classes)
    {
        _plan = plan;
        _names = new(plan.Model);
        _dialect = VectorDialect.Of(plan.Width, plan.Model);
        _classes = classes;
        _calls = new(plan, classes);
        WriteClass();
    }

    /// <summary>The file, once the steps of all widths are known, of which their names are made.</summary>
    public EmittedFile File()
    {
        var head = new SourceWriter();
        new HeaderWriter(head).WriteKernelHeader(_plan, _dialect);
        head.Lines(
            $"namespace {NetworkNames.Namespace};",
            "",
            "using global::System;",
            "using global::System.Runtime.CompilerServices;",
            "using global::System.Runtime.InteropServices;",
            "using global::System.Runtime.Intrinsics;",
            "using global::Mlp.CompilerServices;");
        head.Lines([.. _dialect.Imports, .. _calls.Names.Select(step => $"using {step} = {_classes.ClassOf(step)};"), ""]);
        head.Text(_writer);
        return new EmittedFile(_names.Hints[_dialect.ShortName], head.ToString());
    }

    private void WriteClass()
    {
        _writer.Lines($"/// <summary>The kernels of a {_plan.Model.ShapeName} for {_dialect.Spoken}.</summary>", NetworkNames.GeneratedKernels);
        using (_writer.Block($"internal static class {_names.Kernels(_dialect)}"))
        {
            bool goesForward = !_plan.Training.GoesForwardLike(_plan.Inference);
            WriteConstants();
            WriteCalls(goesForward ? BatchWriter.Training : BatchWriter.Inference);
            WriteChunks(goesForward);
        }
    }

    private void WriteConstants()
    {
        foreach (TensorStorage stored in _plan.Storage.Tensors)
        {
            _writer.Line($"private const int {PlaceNames.Of(stored)} = {CSharpLiteral.Int(stored.Offset)};");
        }

        _writer.Line();
        if (!_plan.Model.Trains)
        {
            return;
        }

        _writer.Line("/// <summary>The samples of a chunk in training, and the floats of its work space.</summary>");
        _writer.Line($"internal const int TrainingSamples = {CSharpLiteral.Int(_plan.Training.ChunkSamples)};");
        _writer.Line($"internal const int TrainingFloats = {CSharpLiteral.Int(_plan.Training.Scratch.Floats)};");
        _writer.Line();
    }

    private void WriteCalls(string forward)
    {
        var batches = new BatchWriter(_writer, _plan, forward);
        if (_plan.Single is { } single)
        {
            batches.WriteForward(single);
        }
        else
        {
            new SampleWriter(_writer, _dialect, _plan, _plan.Sample!, _calls).WriteMethod();
        }

        batches.WriteForwardBatch();
        if (_plan.Population is { } population)
        {
            batches.WriteStepAgents(population);
        }

        if (_plan.Model.Trains)
        {
            batches.WriteLoss();
            batches.WriteGradient();
            batches.WriteTrain();
        }
    }

    /// <summary>What a group in registers is, and what a chunk is.</summary>
    private void WriteChunks(bool goesForward)
    {
        if (_plan.Registers is { } groups)
        {
            new RegisterBatchWriter(_writer, _dialect, _plan.Model, groups).WriteType(BatchWriter.Registers);
            _writer.Line();
        }

        if (_plan.Single is { } single)
        {
            Side(single).WriteInference(BatchWriter.Single, isPredicted: true, isMeasured: false);
        }

        if (_plan.Registers is null || _plan.Model.Trains)
        {
            Side(_plan.Inference).WriteInference(BatchWriter.Inference, isPredicted: _plan.Registers is null, isMeasured: _plan.Model.Trains);
        }

        if (_plan.Population is { } population)
        {
            new AgentSide(_writer, _dialect, _plan, population, _calls).WriteInference(BatchWriter.Agents, isPredicted: true, isMeasured: false);
        }

        if (_plan.Model.Trains)
        {
            Side(_plan.Training).WriteTraining(BatchWriter.Training, goesForward);
        }
    }

    private BatchSide Side(BatchPlan batch) => batch.Lanes == BatchLanes.Samples
        ? new LaneBatchSide(_writer, _dialect, _plan, batch, _calls)
        : new RowBatchSide(_writer, _dialect, _plan, batch, _calls);
}
