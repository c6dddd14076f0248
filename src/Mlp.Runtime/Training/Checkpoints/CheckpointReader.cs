using System;
using System.Buffers.Binary;
using System.Globalization;
using System.IO;
using System.Text;
using Mlp.CompilerServices;
using Mlp.Serialization;

namespace Mlp.Training;

/// <summary>Reads a checkpoint: for every sequence of bytes it gives a training or a <see cref="WeightFileException"/>; what else is thrown, the stream threw.</summary>
internal sealed class CheckpointReader
{
    private static readonly WeightFileOptions OwnFormat = new() { IsOwnFormat = true };

    private readonly SafetensorsHeader _header;
    private readonly ByteChunks _data;

    private CheckpointReader(SafetensorsHeader header, ByteChunks data) => (_header, _data) = (header, data);

    /// <summary>Reads a training of a network.</summary>
    /// <param name="stream">From where it stands to its end.</param>
    /// <param name="network">The network.</param>
    internal static TrainingState Read(Stream stream, NetworkDescription network)
    {
        NetworkTensor[] weights = NetworkTensors.Of(network, WeightLayout.PyTorch);
        var input = new SafetensorsInput(stream);
        byte[] bytes = input.ReadHeader();
        ByteChunks? data = null;
        NetworkValues best = SafetensorsReader.Read(bytes, described => data = input.ReadData(described), network, weights, OwnFormat);
        SafetensorsHeader header = HeaderReader.Read(bytes, CheckpointText.Key, CheckpointText.OptimizerKey);
        if (header.Metadata[0] is not { } value || header.Metadata[1] is not { } optimizer)
        {
            throw new WeightFileException(
                WeightFileError.MetadataMismatch,
                $"The file has nothing under \"{CheckpointText.Key}\" or \"{CheckpointText.OptimizerKey}\": it has weights, but no training that could go on. Load it with LoadWeights, or save a TrainingCheckpoint.");
        }

        return new CheckpointReader(header, data!).Read(network, best, CheckpointText.Read(value), OptimizerText.Read(optimizer, CheckpointText.OptimizerKey));
    }

    private TrainingState Read(NetworkDescription network, NetworkValues best, CheckpointText text, (string Name, OptimizerProgress Progress) optimizer)
    {
        string[] moments = OptimizerMoments.Of(network.Optimizer);
        if (!OptimizerMoments.AreSame(optimizer.Name, network.Optimizer))
        {
            throw new WeightFileException(
                WeightFileError.OptimizerMismatch,
                $"The file has a training by {Text.QuotedText.Of(Encoding.UTF8.GetBytes(optimizer.Name))}, but the network is trained by {network.Optimizer}: declare it with that optimizer, or begin a new training.");
        }

        if (text.Declaration != CheckpointTensors.DeclarationOf(network))
        {
            throw new WeightFileException(
                WeightFileError.NetworkMismatch,
                "The file has a training of a network of the same sizes, but with other layers or regularization, such as another Dropout: declare it as it was, or begin a new training.");
        }

        if (!text.Table.IsPossible(network.Layers.Count))
        {
            throw MetadataJson.Damaged(CheckpointText.Key);
        }

        int parameters = best.Values.Length;
        EpochReport[] history = text.Table.Read(ReadHistory(text.Table.Width)) ?? throw NotFinite(CheckpointTensors.History, "a number that no report of a training that goes on has");
        return new TrainingState
        {
            Best = best.Values,
            Schema = best.Schema,
            Parameters = ReadFloats(CheckpointTensors.Parameters, [parameters]),
            Moments = ReadMoments(moments, parameters),
            Progress = optimizer.Progress,
            Previous = BestEpochs.Of(history).Previous > 0 ? ReadFloats(CheckpointTensors.Previous, [parameters]) : null,
            Initial = ReadFloats(CheckpointTensors.Initial, [parameters]),
            History = history,
            FirstLoss = text.FirstLoss,
            InitialLoss = text.InitialLoss,
            Settings = text.Settings,
        };
    }

    private float[] ReadFloats(string name, int[] extents)
    {
        float[] values = TensorValues.Read(_data, Find(name, ElementType.F32, extents), extents);
        return VectorNorm.IsFinite(values) ? values : throw NotFinite(name, "a NaN or an infinite value");
    }

    /// <summary>A mean of squares may be infinite: what grew so far does not move any more.</summary>
    private float[] ReadMoments(string[] names, int parameters)
    {
        if (names.Length == 0)
        {
            return [];
        }

        int[] extents = [names.Length, parameters];
        float[] values = TensorValues.Read(_data, Find(CheckpointTensors.Moments, ElementType.F32, extents), extents);
        for (int index = 0; index < values.Length; index++)
        {
            bool isGood = OptimizerMoments.IsMeanOfSquares(names[index / parameters]) ? values[index] >= 0 : float.IsFinite(values[index]);
            if (!isGood)
            {
                throw NotFinite(CheckpointTensors.Moments, "a value that no optimizer remembers");
            }
        }

        return values;
    }

    private double[] ReadHistory(int width)
    {
        TensorEntry entry = Find(CheckpointTensors.History, ElementType.F64, null);
        if (entry.Rank != 2 || entry.Rows == 0 || entry.Columns != width)
        {
            throw WrongShape(CheckpointTensors.History, entry, FormattableString.Invariant($"[epochs, {width}]"));
        }

        byte[] bytes = new byte[entry.End - entry.Begin];
        _data.CopyTo((long)entry.Begin, bytes);
        double[] numbers = new double[bytes.Length / sizeof(double)];
        for (int index = 0; index < numbers.Length; index++)
        {
            numbers[index] = BinaryPrimitives.ReadDoubleLittleEndian(bytes.AsSpan(index * sizeof(double)));
        }

        return numbers;
    }

    private TensorEntry Find(string name, ElementType type, int[]? extents)
    {
        byte[] utf8 = Encoding.UTF8.GetBytes(name);
        foreach (TensorEntry entry in _header.Tensors)
        {
            if (!_header.NameOf(entry).SequenceEqual(utf8))
            {
                continue;
            }

            if (entry.Type != type)
            {
                throw new WeightFileException(WeightFileError.UnsupportedDType, $"Tensor \"{name}\" of a checkpoint has another dtype than {type}: the file was changed. Take an older one.");
            }

            return extents is null || entry.HasExtents(extents)
                ? entry
                : throw WrongShape(name, entry, $"[{string.Join(", ", Array.ConvertAll(extents, extent => extent.ToString(CultureInfo.InvariantCulture)))}]");
        }

        throw new WeightFileException(WeightFileError.MissingTensor, $"The file has no tensor \"{name}\", which a checkpoint of this network has: the file was changed. Take an older one.");
    }

    private static WeightFileException WrongShape(string name, in TensorEntry entry, string expected) => new(
        WeightFileError.ShapeMismatch, $"Tensor \"{name}\" has the shape {entry.Shape}, but a checkpoint of this network has {expected} there: the file was changed. Take an older one.");

    private static WeightFileException NotFinite(string name, string what) => new(
        WeightFileError.NonFinite, $"Tensor \"{name}\" has {what}: the file is damaged. Take an older one.");
}
