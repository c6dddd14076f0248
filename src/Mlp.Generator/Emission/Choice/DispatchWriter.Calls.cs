using System.Collections.Generic;
using System.Linq;
using Mlp.Generator.Emission.Steps;
using Mlp.Generator.Emission.Vectors;

namespace Mlp.Generator.Emission.Choice;

/// <summary>The calls: each asks for the widest vectors first, and goes to the interpreter where there are none, or no kernels.</summary>
internal sealed partial class DispatchWriter
{
    /// <summary>The class of what runs where no kernel does.</summary>
    private const string InterpreterClass = "WithoutKernels";

    private const string Interpreter = InterpreterClass + ".Network";

    private string InterpreterWords => (plan.HasKernels, _model.Trains) switch
    {
        (false, _) => "Computes on every hardware: there are no kernels.",
        (true, true) => "Computes where the hardware has no vectors, and on every hardware what has no kernels.",
        (true, false) => "Computes where the hardware has no vectors.",
    };

    private void WriteCalls()
    {
        WriteCall(KernelCall.Forward);
        WriteCall(KernelCall.ForwardBatch);
    }

    private void WriteTrainingCalls()
    {
        WriteCall(KernelCall.Loss);
        WriteCall(KernelCall.Gradient, ("samples > BlockSamples", "GradientOfBlocks"));
        WriteInterpretedCalls();
        WriteCall(KernelCall.Train);
        WriteConstant("TrainingSamples");
        WriteConstant("TrainingFloats");
    }

    /// <summary>A method of the kernels, and when another method of this class stands in for it.</summary>
    private void WriteCall(KernelCall call, (string Condition, string Method)? instead = null)
    {
        string arguments = call.Arguments(_model);
        using (_writer.Block($"internal static {call.Declaration(_model)}"))
        {
            if (instead is var (condition, method))
            {
                using (_writer.Block($"if ({condition})"))
                {
                    _writer.Line($"return {method}({arguments});");
                }

                _writer.Line();
            }

            WriteKernels(call);
            _writer.Line($"{(call.IsVoid ? "" : "return ")}{Interpreter}.{call.Name}({call.InterpretedArguments(_model)});");
        }

        _writer.Line();
    }

    /// <summary>The kernels of the widest vectors that there are; what comes behind is for hardware without.</summary>
    private void WriteKernels(KernelCall call)
    {
        foreach (VectorDialect dialect in _dialects)
        {
            using (_writer.Block($"if ({dialect.IsSupported})"))
            {
                _writer.Line($"{(call.IsVoid ? "" : "return ")}{NetworkNames.ShortKernels(dialect)}.{call.Name}({call.Arguments(_model)});");
                if (call.IsVoid)
                {
                    _writer.Line("return;");
                }
            }

            _writer.Line();
        }
    }

    /// <summary>What few call has no kernels: every network would have their text.</summary>
    private void WriteInterpretedCalls()
    {
        const string Parameters = $"ref {Real.Type} parameters";
        const string Inputs = $"ReadOnlySpan<{Real.Type}> inputs";
        const string InputGradient = $"Span<{Real.Type}> inputGradient";
        string labels = _model.IsClassifier ? "ReadOnlySpan<int> labels, " : "";
        using (_writer.Block($"internal static {Real.Type} InputGradient({Parameters}, {Inputs}, ReadOnlySpan<{Real.Type}> targets, {labels}{InputGradient}{MaskParameter})"))
        {
            _writer.Line($"return {Interpreter}.InputGradient(ref parameters, inputs, targets, {(_model.IsClassifier ? "labels" : "default")}, inputGradient{MaskArgument});");
        }

        _writer.Line();
        using (_writer.Block($"internal static void Backpropagate({Parameters}, {Inputs}, ReadOnlySpan<{Real.Type}> outputGradient, Span<{Real.Type}> gradient, {InputGradient}{MaskParameter})"))
        {
            _writer.Line($"{Interpreter}.Backpropagate(ref parameters, inputs, outputGradient, gradient, inputGradient, BlockSamples{MaskArgument});");
        }

        _writer.Line();
    }

    private void WriteConstant(string name)
    {
        IEnumerable<string> choices = _dialects.Select(dialect => $"{dialect.IsSupported} ? {NetworkNames.ShortKernels(dialect)}.{name}").Append($"{Interpreter}.{name}");
        _writer.Line($"private static int {name} => {string.Join(" : ", choices)};");
        _writer.Line();
    }

    /// <summary>In a class of its own, so that where there are kernels none is made.</summary>
    private void WriteInterpreter()
    {
        _writer.Line($"/// <summary>{InterpreterWords}</summary>");
        using (_writer.Block($"private static class {InterpreterClass}"))
        {
            string tensors = string.Concat(plan.Storage.Tensors.Select(PlaceNames.Of).Select(name => ", " + name));
            _writer.Line($"internal static readonly InterpretedNetwork Network = new InterpretedNetwork(Description{tensors});");
        }

        _writer.Line();
    }
}
