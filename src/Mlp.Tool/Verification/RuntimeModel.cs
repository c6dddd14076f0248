using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Microsoft.ML.OnnxRuntime;
using Microsoft.ML.OnnxRuntime.Tensors;
using Mlp.Onnx.Import;

namespace Mlp.Tool.Verification;

/// <summary>A file in ONNX Runtime.</summary>
/// <param name="session">The model, cut to what its one output needs.</param>
/// <param name="network">The network that was found in it.</param>
internal sealed class RuntimeModel(InferenceSession session, ImportedNetwork network) : IDisposable
{
    private readonly string _input = network.Input.Name;

    /// <summary>Its version.</summary>
    public static string Version => OrtEnv.Instance().GetVersionString();

    /// <summary>Loads a file.</summary>
    /// <exception cref="IOException">ONNX Runtime refuses it; the message says why.</exception>
    public static RuntimeModel Load(ModelFile model)
    {
        using var options = new SessionOptions { IntraOpNumThreads = 1, InterOpNumThreads = 1, LogSeverityLevel = OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL };
        options.AddSessionConfigEntry("session.model_external_initializers_file_folder_path", Path.GetDirectoryName(Path.GetFullPath(model.FilePath))!);
        return Said(() => new RuntimeModel(new InferenceSession(CutModel.Of(model.Content[ModelFile.Name], model.Imported.Output.Tensor), options), model.Imported));
    }

    /// <summary>Predicts samples.</summary>
    /// <param name="samples">The samples, in the order of the file.</param>
    /// <returns>The outputs of all samples, in the order of the network.</returns>
    /// <exception cref="IOException">ONNX Runtime refuses them, or gives back something else; the message says what.</exception>
    public float[] Predict(float[][] samples)
    {
        NodeMetadata metadata = session.InputMetadata[_input];
        long[] shape = [.. metadata.Dimensions.Select(static extent => (long)int.Max(extent, 1))];

        // Where the batch is open, one by one: some files mean one sample, whatever they say.
        int together = network.Input.HasBatch ? (int)shape[0] : 1;
        int outputs = network.Description.Layers[^1].Outputs;
        var predicted = new List<float>(samples.Length * outputs);
        for (int start = 0; start < samples.Length; start += together)
        {
            // Of a batch of a fixed size, the places that are left over have the last sample again.
            float[] values = [.. Enumerable.Range(start, together).SelectMany(index => samples[int.Min(index, samples.Length - 1)])];
            float[] results = Said(() => Run(metadata.ElementDataType, values, shape));
            int wide = network.Output.IsPair ? 2 * outputs : outputs;
            if (results.Length != together * wide)
            {
                throw new IOException($"ONNX Runtime gives {results.Length} values in \"{network.Output.Tensor}\" for {together} samples, but {wide} for each were expected.");
            }

            predicted.AddRange(Enumerable.Range(0, int.Min(together, samples.Length - start)).SelectMany(index => Ordered(results.AsSpan(index * wide, wide))));
        }

        return [.. predicted];
    }

    /// <inheritdoc/>
    public void Dispose() => session.Dispose();

    private float[] Run(TensorElementType type, float[] values, long[] shape)
    {
        using OrtValue input = Input(type, values, shape);
        using var run = new RunOptions();
        using IDisposableReadOnlyCollection<OrtValue> results = session.Run(run, [_input], [input], session.OutputNames);
        return Floats(results[0]);
    }

    private OrtValue Input(TensorElementType type, float[] values, long[] shape)
    {
        return type switch
        {
            TensorElementType.Float => OrtValue.CreateTensorValueFromMemory(values, shape),
            TensorElementType.Double => Of(static value => (double)value),
            TensorElementType.Float16 => Of(static value => (Float16)value),
            TensorElementType.BFloat16 => Of(static value => (BFloat16)value),
            TensorElementType.Int64 => Of(value => checked((long)Whole(value))),
            TensorElementType.Int32 => Of(value => checked((int)Whole(value))),
            TensorElementType.Int16 => Of(value => checked((short)Whole(value))),
            TensorElementType.Int8 => Of(value => checked((sbyte)Whole(value))),
            TensorElementType.UInt64 => Of(value => checked((ulong)Whole(value))),
            TensorElementType.UInt32 => Of(value => checked((uint)Whole(value))),
            TensorElementType.UInt16 => Of(value => checked((ushort)Whole(value))),
            TensorElementType.UInt8 => Of(value => checked((byte)Whole(value))),
            _ => throw new IOException($"The input \"{_input}\" has elements of the type {type}, which cannot be compared."),
        };

        OrtValue Of<TElement>(Converter<float, TElement> converter)
            where TElement : unmanaged => OrtValue.CreateTensorValueFromMemory(Array.ConvertAll(values, converter), shape);
    }

    private float Whole(float value) => float.IsInteger(value) ? value : throw new IOException($"The input \"{_input}\" is of whole numbers, and a sample has {value}.");

    private float[] Floats(OrtValue value) => value.GetTensorTypeAndShape().ElementDataType switch
    {
        TensorElementType.Float => value.GetTensorDataAsSpan<float>().ToArray(),
        TensorElementType.Double => Array.ConvertAll(value.GetTensorDataAsSpan<double>().ToArray(), static number => (float)number),
        TensorElementType.Float16 => Array.ConvertAll(value.GetTensorDataAsSpan<Float16>().ToArray(), static number => (float)number),
        TensorElementType.BFloat16 => Array.ConvertAll(value.GetTensorDataAsSpan<BFloat16>().ToArray(), static number => (float)number),
        TensorElementType type => throw new IOException($"The output \"{network.Output.Tensor}\" has elements of the type {type}, which cannot be compared."),
    };

    private float[] Ordered(ReadOnlySpan<float> sample)
    {
        if (network.Output.IsPair)
        {
            return [sample[1]];
        }

        return network.Output.MovedChannels is { } channels ? ChannelOrder.Last(sample, channels) : sample.ToArray();
    }

    private static TResult Said<TResult>(Func<TResult> action)
    {
        try
        {
            return action();
        }
        catch (OnnxRuntimeException exception)
        {
            throw new IOException($"ONNX Runtime refuses the file: {exception.Message}", exception);
        }
        catch (OverflowException exception)
        {
            throw new IOException("A value of a sample is too large for the elements of the input.", exception);
        }
    }
}
