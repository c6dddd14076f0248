using System;
using System.IO;
using System.Linq;
using System.Threading;
using Spectre.Console;
using Spectre.Console.Cli;

namespace Mlp.Tool.Verification;

/// <summary>Compares the emitted code of an ONNX file with ONNX Runtime.</summary>
internal sealed class VerifyCommand(IAnsiConsole console) : Command<VerifySettings>
{
    private const int Agree = 0;
    private const int Differ = 1;
    private const int Nothing = 2;

    /// <inheritdoc/>
    public override int Execute(CommandContext context, VerifySettings settings, CancellationToken cancellationToken)
    {
        try
        {
            ModelFile model = ModelFile.Read(settings.Model, settings.Output, settings.AllowDouble);
            Onnx.Import.ImportedInput input = model.Imported.Input;
            float[][] samples = SampleFile.Read(settings.Inputs, input.Shape.Aggregate(1, static (product, extent) => product * extent));
            if (!RuntimeLibrary.TryLoad(settings.Runtime))
            {
                Console.Error.WriteLine(
                    $"ONNX Runtime is not here, so there is nothing to compare with. Name its library with --runtime or {RuntimeLibrary.Variable}. It is {RuntimeLibrary.FileName}, in the package Microsoft.ML.OnnxRuntime of NuGet or the folder onnxruntime/capi of Python's.");
                return Nothing;
            }

            float[][] moved = input.IsMoved ? Array.ConvertAll(samples, sample => ChannelOrder.Last(sample, input.Shape[0])) : samples;
            (float[] batch, float[] oneByOne) = CompiledModel.Predict(model, moved, settings.AllowDouble);
            using RuntimeModel runtime = RuntimeModel.Load(model);
            Comparison[] comparisons = Comparison.Of([batch, oneByOne], runtime.Predict(samples), batch.Length / samples.Length);
            var report = new VerifyReport(model, samples.Length, $"ONNX Runtime {RuntimeModel.Version}", comparisons, settings.Tolerance);
            report.Print(console);
            return report.IsRight ? Agree : Differ;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            TerminalText.PrintError(settings.Model, exception);
            return Differ;
        }
    }
}
