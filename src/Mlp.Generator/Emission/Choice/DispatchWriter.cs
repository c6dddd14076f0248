using System.Collections.Generic;
using System.Linq;
using Mlp.Generator.Emission.Steps;
using Mlp.Generator.Emission.Text;
using Mlp.Generator.Emission.Vectors;
using Mlp.Generator.Model;
using Mlp.Generator.Model.Layers;
using Mlp.Generator.Planning;
using Mlp.Generator.Planning.Storage;

namespace Mlp.Generator.Emission.Choice;

/// <summary>Writes the class between the types of one shape and their kernels: it chooses the width once a call.</summary>
internal sealed partial class DispatchWriter(ShapePlan plan)
{
    private const string Labels = "ref int labels, ";

    // An optimizer's step passes over padding too: a learning rate that is no number leaves one there.
    private const string ClearPadding = "parameters.Clear();";

    private readonly SourceWriter _writer = new();
    private readonly NetworkModel _model = plan.Model;
    private readonly NetworkNames _names = new(plan.Model);
    private readonly List<VectorDialect> _dialects = plan.Widths.Select(width => new VectorDialect(width)).ToList();
    private readonly OptimizerPlan _optimizer = plan.Optimizer;

    private string LabelParameter => _model.IsClassifier ? Labels : "";

    private string LabelArgument => LabelParameter.Replace("int ", "");

    public EmittedFile Write()
    {
        new HeaderWriter(_writer).WriteDispatchHeader(plan);
        _writer.Lines(
            $"namespace {NetworkNames.Namespace};",
            "",
            "using global::System;",
            "using global::System.Runtime.CompilerServices;",
            "using global::System.Runtime.InteropServices;",
            "using global::System.Runtime.Intrinsics;",
            "using global::Mlp.CompilerServices;",
            "using global::Mlp.Initialization;");
        foreach (VectorDialect dialect in _dialects)
        {
            _writer.Line($"using {NetworkNames.ShortKernels(dialect)} = global::{NetworkNames.Namespace}.{_names.Kernels(dialect)};");
        }

        _writer.Lines(
            "",
            $"/// <summary>What a {_model.ShapeName} is made of, and {(plan.HasKernels ? "the choice of its kernels" : "what computes it")}.</summary>",
            NetworkNames.GeneratedKernels);
        using (_writer.Block($"internal static class {_names.Dispatch}"))
        {
            WriteStorage();
            WriteDescription();
            WriteInterpreter();
            WriteCalls();
            if (plan.HasPopulation)
            {
                WritePopulation();
            }

            if (_model.Trains)
            {
                WriteTrainingCalls();
                WriteConstants();
                WriteStep();
                WriteStart();
            }

            WriteParameters();
            if (_model.Trains)
            {
                WriteState();
            }
        }

        return new EmittedFile(_names.Hints[""], _writer.ToString());
    }

    private void WriteStorage()
    {
        _writer.Line("/// <summary>Floats of storage for all parameters, rows padded to whole cache lines.</summary>");
        _writer.Line($"internal const int StorageFloats = {CSharpLiteral.Int(plan.Storage.Length)};");
        _writer.Line();
        if (_model.Trains)
        {
            _writer.Line("/// <summary>Samples whose gradients are added up in single precision; a batch of more is a sequence of such blocks.</summary>");
            _writer.Line($"private const int BlockSamples = {CSharpLiteral.Int(plan.BlockSamples)};");
            _writer.Line();
        }

        if (HasMoments && _model.Trains)
        {
            _writer.Line("/// <summary>The size of what the optimizer remembers.</summary>");
            _writer.Line($"internal const int MomentFloats = {CSharpLiteral.Int(_model.Optimizer.Moments)} * StorageFloats;");
            _writer.Line();
        }

        foreach (TensorStorage stored in plan.Storage.Tensors)
        {
            _writer.Line($"private static TensorLayout {PlaceNames.Of(stored)} => new TensorLayout({CSharpLiteral.Int(stored.Offset)}, {List(stored.Extents)}, {List(stored.Strides)});");
        }

        if (plan.Storage.Tensors.Any())
        {
            _writer.Line();
        }
    }

    private void WriteDescription()
    {
        _writer.Line("internal static readonly global::Mlp.NetworkDescription Description = new global::Mlp.NetworkDescription(");
        _writer.Line("    new global::Mlp.LayerDescription[]");
        _writer.Line("    {");
        int offset = 0;
        for (int index = 0; index < _model.Layers.Count; index++)
        {
            LayerModel layer = _model.Layers[index];
            string sizes = $"{CSharpLiteral.Int(layer.Inputs)}, {CSharpLiteral.Int(layer.Outputs)}";
            _writer.Line($"        new global::Mlp.LayerDescription(\"{layer.Kind}\", {sizes}, \"{_model.ShownActivation(index)}\", {CSharpLiteral.Int(offset)}){Details(layer)},");
            offset += layer.ParameterCount;
        }

        _writer.Line("    },");
        _writer.Line($"    \"{_model.Head.Loss}\", \"{_model.Optimizer.Kind}\", \"{_model.Initializer}\"{(_model.Optimizer.Regularizes ? ", true" : "")}){(_model.IsDeterministic ? " { IsDeterministic = true }" : "")};");
        _writer.Line();
    }

    /// <summary>What a description must say of a layer whose shapes and tensors are not those of a dense one.</summary>
    private static string Details(LayerModel layer)
    {
        if (layer is DenseLayer { Input.Extents.Count: 1 })
        {
            return "";
        }

        IEnumerable<string> tensors = layer.Tensors.Select(tensor =>
            $"new global::Mlp.TensorDescription({CSharpLiteral.Text(tensor.IsBias ? "bias" : "weight")}, {Fan(tensor, tensor.FanIn)}, {Fan(tensor, tensor.FanOut)}, {List(tensor.Shape.Extents)})");
        return " { "
            + $"InputShape = {List(layer.Input.Extents)}, OutputShape = {List(layer.Output.Extents)}, "
            + (layer.Window is { } window ? $"Window = {WindowOf(layer, window)}, " : "")
            + (layer.Constants.Count == 0 ? "" : $"Constants = new {Real.Type}[] {{ {string.Join(", ", layer.Constants.Select(constant => CSharpLiteral.Bound(constant)))} }}, ")
            + $"Tensors = new global::Mlp.TensorDescription[{(layer.Tensors.Count == 0 ? "0]" : $"] {{ {string.Join(", ", tensors)} }}")}, OperationsPerSample = {CSharpLiteral.Long(layer.OperationsPerSample)} }}";
    }

    private static string WindowOf(LayerModel layer, WindowModel window)
    {
        int[] axes = [.. Enumerable.Range(0, window.Kernel.Count)];
        string lists = string.Join(", ", new[]
        {
            window.Kernel,
            window.Strides,
            window.Dilations,
            axes.Select(axis => window.PaddingBefore(axis, layer.Input.Extents[axis])).ToEquatableArray(),
        }.Select(numbers => List(numbers)));
        return $"new global::Mlp.WindowDescription({lists}{(layer.Groups == 1 ? "" : ", " + CSharpLiteral.Int(layer.Groups))})";
    }

    // What starts at zero is not scaled by its fans.
    private static string Fan(TensorModel tensor, int fan) => CSharpLiteral.Int(tensor.IsWeight ? fan : 0);

    private void WriteStart()
    {
        _writer.Line("/// <summary>Parameters of a new network.</summary>");
        using (_writer.Block("internal static AlignedBuffer Draw(ulong seed)"))
        {
            _writer.Line("AlignedBuffer parameters = AlignedBuffer.Allocate(StorageFloats);");
            _writer.Line("Initialize(parameters.Span, seed);");
            _writer.Line("return parameters;");
        }

        _writer.Line();
        using (_writer.Block($"internal static void Initialize(Span<{Real.Type}> parameters, ulong seed)"))
        {
            _writer.Line(ClearPadding);
            _writer.Line("RandomGenerator generator = new RandomGenerator(seed);");
            ForEachTensor((stored, name, _) => _writer.Line(stored.Tensor.IsWeight
                ? $"WeightInitializer.{_model.Initializer}(ref generator, parameters, {name}, {CSharpLiteral.Int(stored.Tensor.FanIn)}, {CSharpLiteral.Int(stored.Tensor.FanOut)});"
                : stored.Tensor.Start == 0 ? $"{name}.Clear(parameters);"
                : $"{name}.Fill(parameters, {CSharpLiteral.Bound(stored.Tensor.Start)});"));
        }

        _writer.Line();
    }

    private void WriteParameters()
    {
        using (_writer.Block($"internal static void Import(ReadOnlySpan<{Real.Type}> source, Span<{Real.Type}> parameters)"))
        {
            _writer.Line(ClearPadding);
            ForEachTensor((_, name, range) => _writer.Line($"{name}.Import(source.Slice({range}), parameters);"));
        }

        _writer.Line();
        using (_writer.Block($"internal static void Export(ReadOnlySpan<{Real.Type}> parameters, Span<{Real.Type}> destination)"))
        {
            ForEachTensor((_, name, range) => _writer.Line($"{name}.Export(parameters, destination.Slice({range}));"));
        }
    }

    /// <summary>Every tensor with its name and, in canonical order, where it begins and how long it is.</summary>
    private void ForEachTensor(System.Action<TensorStorage, string, string> write)
    {
        int offset = 0;
        foreach (TensorStorage stored in plan.Storage.Tensors)
        {
            int count = stored.Tensor.Shape.Size;
            write(stored, PlaceNames.Of(stored), $"{CSharpLiteral.Int(offset)}, {CSharpLiteral.Int(count)}");
            offset += count;
        }
    }

    private static string List(IEnumerable<int> numbers) => $"new int[] {{ {string.Join(", ", numbers.Select(CSharpLiteral.Int))} }}";
}
