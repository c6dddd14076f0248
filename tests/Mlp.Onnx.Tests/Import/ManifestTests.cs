using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;
using Google.Protobuf;
using Microsoft.ML.OnnxRuntime;
using Mlp.Onnx.Graph;
using Mlp.Onnx.Import;
using Mlp.Onnx.Protos;
using Mlp.Onnx.Reading;
using Shouldly;
using Xunit.Abstractions;

namespace Mlp.Onnx.Tests.Import;

/// <summary>Files that others made, with what is to become of them: by hand, for they are not part of the repository.</summary>
public sealed class ManifestTests(ITestOutputHelper report)
{
    [FolderFact]
    public void Files_do_what_their_manifest_says()
    {
        string folder = FolderFactAttribute.Folder!;
        using var manifest = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "manifest.json")));
        var wrong = new List<string>();
        foreach (JsonElement entry in manifest.RootElement.GetProperty("entries").EnumerateArray())
        {
            string line;
            try
            {
                line = Verdict(folder, entry);
            }
            catch (Exception exception) when (exception is not OnnxFileException)
            {
                line = "WRONG: " + exception.Message;
            }

            report.WriteLine($"{entry.GetProperty("id").GetString()}: {line}");
            if (line.StartsWith("WRONG", StringComparison.Ordinal))
            {
                wrong.Add($"{entry.GetProperty("id").GetString()}: {line}");
            }
        }

        wrong.ShouldBeEmpty();
    }

    [FolderFact]
    public void Every_tensor_of_every_file_is_what_ONNX_Runtime_computes_or_refused()
    {
        var wrong = new List<string>();
        foreach (string path in Directory.GetFiles(FolderFactAttribute.Folder!, "*.onnx", SearchOption.AllDirectories).Order())
        {
            try
            {
                Compare(path, wrong);
            }
            catch (OnnxFileException exception)
            {
                report.WriteLine($"{Path.GetFileName(path)}: {exception.Message}");
            }
        }

        wrong.ShouldBeEmpty();
    }

    private static OnnxGraph Read(string path) =>
        OnnxReader.Read(File.ReadAllBytes(path), name => File.Exists(Path.Combine(Path.GetDirectoryName(path)!, name)) ? File.OpenRead(Path.Combine(Path.GetDirectoryName(path)!, name)) : null);

    private static string Verdict(string folder, JsonElement entry)
    {
        string wanted = entry.GetProperty("outcome").GetString()!;
        string name = entry.GetProperty("output").GetString()!;
        string message;
        try
        {
            OnnxContents contents = OnnxImport.Of(Read(Path.Combine(folder, entry.GetProperty("file").GetString()!)), allowDouble: false);
            OnnxOutput output = contents.Outputs.FirstOrDefault(output => output.Name == name) ?? throw new InvalidOperationException("no such output");
            if (output.Network is { } network)
            {
                return wanted == "refuse" ? "WRONG: imported" : "imported, " + Difference(folder, entry, network) + " | " + string.Join(" ", network.Notes);
            }

            message = $"{output.Fault!.Code}: {output.Fault.Message}";
        }
        catch (OnnxFileException exception)
        {
            message = exception.Message;
        }

        bool isSaid = !entry.TryGetProperty("says", out JsonElement says) || says.EnumerateArray().Any(word => message.Contains(word.GetString()!, StringComparison.OrdinalIgnoreCase));
        return (wanted == "import" || !isSaid ? "WRONG: " : "") + "refused, " + message;
    }

    private static string Difference(string folder, JsonElement entry, ImportedNetwork network)
    {
        using var values = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, entry.GetProperty("io").GetString()!)));
        float[][] Rows(string name) => [.. values.RootElement.GetProperty(name).EnumerateArray().Select(row => row.EnumerateArray().Select(number => number.GetSingle()).ToArray())];
        float[] inputs = ImportedOutputs.AsNetworkHasThem(network, "Inputs", [.. Rows("inputs").SelectMany(row => row)]);
        float[] expected = ImportedOutputs.AsNetworkHasThem(network, "Outputs", [.. Rows("outputs").SelectMany(row => row)]);
        float[] actual = ImportedOutputs.Of(network, inputs);
        ImportedOutputs.ShouldBeClose(actual, expected, entry.GetProperty("tolerance").GetDouble());
        return $"to {actual.Zip(expected, (one, other) => Math.Abs(one - other)).Max() / expected.Max(Math.Abs):G2}";
    }

    private void Compare(string path, List<string> wrong)
    {
        OnnxGraph graph = Read(path);
        OnnxContents contents = OnnxImport.Of(graph, allowDouble: true);
        OnnxOutput[] networks = [.. contents.Outputs.Where(output => output.Network is not null)];
        report.WriteLine($"{Path.GetFileName(path)}: {networks.Length} of {contents.Outputs.Count} tensors are networks.");
        foreach (OnnxOutput refused in contents.Outputs.Where(output => output.Network is null))
        {
            report.WriteLine($"  {refused.Name}: {refused.Fault!.Code}: {refused.Fault.Message}");
        }

        var model = ModelProto.Parser.ParseFrom(File.ReadAllBytes(path));
        foreach (OnnxOutput output in networks.Where(output => model.Graph.Output.All(known => known.Name != output.Name)))
        {
            model.Graph.Output.Add(new ValueInfoProto { Name = output.Name });
        }

        var random = new Random(1);
        using var options = new SessionOptions { IntraOpNumThreads = 1, GraphOptimizationLevel = GraphOptimizationLevel.ORT_DISABLE_ALL, LogSeverityLevel = OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL };
        try
        {
            using var session = new InferenceSession(model.ToByteArray(), options);
            var inputs = graph.Inputs.ToDictionary(input => input.Name, input => input.Dimensions!.Select(dimension => (long)(dimension.Extent ?? 1)).ToArray());
            Dictionary<string, float[]> samples = inputs.ToDictionary(input => input.Key, input => Enumerable.Range(0, (int)input.Value.Aggregate(1L, (product, extent) => product * extent)).Select(_ => (float)(random.NextDouble() * 2) - 1).ToArray());
            using var run = new RunOptions();
            OrtValue[] given = [.. inputs.Select(input => OrtValue.CreateTensorValueFromMemory(samples[input.Key], input.Value))];
            using IDisposableReadOnlyCollection<OrtValue> results = session.Run(run, [.. inputs.Keys], given, [.. networks.Select(output => output.Name)]);
            for (int index = 0; index < networks.Length; index++)
            {
                ImportedNetwork network = networks[index].Network!;
                if (results[index].OnnxType != OnnxValueType.ONNX_TYPE_TENSOR || results[index].GetTensorTypeAndShape().ElementDataType != Microsoft.ML.OnnxRuntime.Tensors.TensorElementType.Float)
                {
                    continue;
                }

                float[] expected = results[index].GetTensorDataAsSpan<float>().ToArray();
                string source = inputs.Keys.Single(key => !network.Notes.Any(note => note.StartsWith("Not needed", StringComparison.Ordinal) && note.Contains($"\"{key}\"")));
                float[] actual = ImportedOutputs.Of(network, ImportedOutputs.AsNetworkHasThem(network, "Inputs", samples[source]));
                float[] compared = ImportedOutputs.AsNetworkHasThem(network, "Outputs", expected);
                double error = actual.Length != compared.Length ? double.NaN : actual.Zip(compared, (one, other) => Math.Abs((double)one - other)).Max() / Math.Max(1e-3, compared.Max(Math.Abs));
                if (!(error <= 1e-5))
                {
                    wrong.Add($"{Path.GetFileName(path)} \"{networks[index].Name}\": {error}, {string.Join(" ", network.Notes)}");
                }
            }
        }
        catch (OnnxRuntimeException exception)
        {
            report.WriteLine("  ONNX Runtime: " + exception.Message);
        }
    }
}
