using System.Collections.Generic;
using System.Linq;
using Mlp.Generator.Emission.Steps;
using Mlp.Generator.Emission.Vectors;

namespace Mlp.Generator.Emission.Choice;

/// <summary>The calls: each asks for the widest vectors first, and goes to the interpreter where there are none, or no kernels.</summary>
internal sealed partial class DispatchWriter
{
    /// <summary>The class of what runs where no width does.</summary>
    private string InterpreterClass => plan.HasKernels ? "WithoutVectors" : "WithoutKernels";

    private string Interpreter => InterpreterClass + ".Network";

    private void WriteCalls()
    {
        WriteCall(KernelCall.Forward);
        WriteCall(KernelCall.ForwardBatch);
    }

    private void WriteTrainingCalls()
    {
        WriteCall(KernelCall.Loss);
        WriteCall(KernelCall.Gradient, ("samples > BlockSamples", "GradientOfBlocks"));
        WriteCall(KernelCall.Train);
        WriteConstant("TrainingSamples");
        WriteConstant("TrainingFloats");
    }

    /// <summary>A method of the kernels, and when another method of this class stands in for it.</summary>
    private void WriteCall(KernelCall call, (string Condition, string Method)? instead = null)
    {
        string arguments = call.Arguments(_model.IsClassifier);
        string begin = call.IsVoid ? "" : "return ";
        using (_writer.Block($"internal static {call.Declaration(_model.IsClassifier)}"))
        {
            if (instead is var (condition, method))
            {
                using (_writer.Block($"if ({condition})"))
                {
                    _writer.Line($"return {method}({arguments});");
                }

                _writer.Line();
            }

            foreach (VectorDialect dialect in _dialects)
            {
                using (_writer.Block($"if ({dialect.IsSupported})"))
                {
                    _writer.Line($"{begin}{NetworkNames.ShortKernels(dialect)}.{call.Name}({arguments});");
                    if (call.IsVoid)
                    {
                        _writer.Line("return;");
                    }
                }

                _writer.Line();
            }

            _writer.Line($"{begin}{Interpreter}.{call.Name}({call.InterpretedArguments(_model.IsClassifier)});");
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
        _writer.Line($"/// <summary>{(plan.HasKernels ? "Computes where the hardware has no vectors." : "Computes on every hardware: there are no kernels.")}</summary>");
        using (_writer.Block($"private static class {InterpreterClass}"))
        {
            string tensors = string.Concat(plan.Storage.Tensors.Select(PlaceNames.Of).Select(name => ", " + name));
            _writer.Line($"internal static readonly InterpretedNetwork Network = new InterpretedNetwork(Description{tensors});");
        }

        _writer.Line();
    }
}
