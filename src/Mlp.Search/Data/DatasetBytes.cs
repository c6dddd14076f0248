using System;
using System.IO;
using System.Linq;
using System.Runtime.InteropServices;
using System.Text;
using Mlp.Training;

namespace Mlp.Searching.Data;

/// <summary>A dataset as bytes that travel, and back: samples, the names of classes, and the scalers that it went through.</summary>
internal static class DatasetBytes
{
    private const byte Format = 1;
    private const byte NoScaler = 0;
    private const byte Standard = 1;
    private const byte MinMax = 2;

    // Floats and labels that are copied at a time.
    private const int ValuesAtOnce = 16_384;

    /// <summary>The bytes of a dataset.</summary>
    internal static byte[] Of(Dataset data)
    {
        using var stream = new MemoryStream();
        Write(data, stream);
        return stream.ToArray();
    }

    /// <summary>Writes the bytes of a dataset: a view and a copy of it have the same.</summary>
    /// <exception cref="NotSupportedException">It went through a scaler of another kind.</exception>
    internal static void Write(Dataset data, Stream stream)
    {
        using var writer = new BinaryWriter(stream, Encoding.UTF8, leaveOpen: true);
        writer.Write(Format);
        writer.Write(data.Count);
        writer.Write(data.FeatureCount);
        writer.Write(data.TargetCount);
        writer.Write(data.HasLabels);
        writer.Write(data.ClassCount);
        writer.Write(data.Schema.ClassNames is not null);
        foreach (string name in data.ClassNames)
        {
            writer.Write(name);
        }

        WriteScaler(writer, data.Scaler);
        WriteScaler(writer, data.TargetScaler);
        WriteRows<float>(writer, data.Count, data.FeatureCount, data.ReadFeatures);
        if (data.HasLabels)
        {
            WriteRows<int>(writer, data.Count, 1, data.ReadLabels);
        }
        else
        {
            WriteRows<float>(writer, data.Count, data.TargetCount, data.ReadTargets);
        }
    }

    /// <summary>The dataset of bytes.</summary>
    /// <param name="bytes">What <see cref="Of"/> has made.</param>
    /// <param name="hash">The hash that the dataset must have: <see cref="DatasetHash"/>.</param>
    /// <exception cref="SearchException">The bytes are of no dataset, or of another one.</exception>
    internal static Dataset Read(byte[] bytes, string hash)
    {
        Dataset data;
        try
        {
            data = Read(bytes);
        }
        catch (Exception exception) when (exception is IOException or ArgumentException or OverflowException or InvalidDataException)
        {
            throw new SearchException($"The data with the hash {hash} has arrived damaged: {exception.Message} Begin the search again from the program that has the data.", exception);
        }

        string arrived = DatasetHash.Of(data);
        return arrived == hash
            ? data
            : throw new SearchException($"The data with the hash {hash} has arrived damaged: it has the hash {arrived}. Begin the search again from the program that has the data.");
    }

    private static Dataset Read(byte[] bytes)
    {
        using var reader = new BinaryReader(new MemoryStream(bytes, writable: false), Encoding.UTF8);
        byte format = reader.ReadByte();
        if (format != Format)
        {
            throw new InvalidDataException(FormattableString.Invariant($"its format is {format}, but this version reads {Format}."));
        }

        (int count, int features, int targets, byte labels) = (reader.ReadInt32(), reader.ReadInt32(), reader.ReadInt32(), reader.ReadByte());
        bool hasLabels = labels <= 1 && (labels == 0) == (targets > 0) ? labels == 1 : throw new InvalidDataException("it has neither labels nor targets, or both.");
        string[] classes = new string[Length(reader.ReadInt32(), 1, reader)];
        byte names = reader.ReadByte();
        bool hasNames = names <= 1 ? names == 1 : throw new InvalidDataException("its classes neither have names nor none.");
        for (int index = 0; index < classes.Length; index++)
        {
            classes[index] = reader.ReadString();
        }

        FeatureScaler? scaler = ReadScaler(reader);
        FeatureScaler? targetScaler = ReadScaler(reader);
        float[] values = ReadValues<float>(reader, count, features);
        Dataset data = hasLabels
            ? WithLabels(values, features, ReadValues<int>(reader, count, 1), classes, hasNames)
            : Dataset.FromTargets(values, features, ReadValues<float>(reader, count, targets), targets);
        return scaler is null && targetScaler is null ? data : data.AsScaledBy(scaler, targetScaler);
    }

    private static Dataset WithLabels(float[] values, int features, int[] labels, string[] classes, bool hasNames)
    {
        if (hasNames || labels.DefaultIfEmpty(-1).Max() == classes.Length - 1)
        {
            return Dataset.FromLabels(values, features, labels, hasNames ? classes : null);
        }

        // Part of a dataset, without the last of its classes, which have no names: one more sample says how many there are, and is left out.
        Dataset more = Dataset.FromLabels([.. values, .. new float[features]], features, [.. labels, classes.Length - 1]);
        return more.Subset(..labels.Length).Compact();
    }

    /// <summary>Some rows of a dataset, in place where they stand one behind the other, and otherwise in the buffer.</summary>
    private delegate ReadOnlySpan<TValue> RowReader<TValue>(int start, int count, Span<TValue> buffer);

    private static void WriteRows<TValue>(BinaryWriter writer, int rows, int columns, RowReader<TValue> read)
        where TValue : unmanaged
    {
        int most = Math.Min(rows, Math.Max(1, ValuesAtOnce / columns));
        var buffer = new TValue[most * columns];
        for (int start = 0; start < rows; start += most)
        {
            writer.Write(MemoryMarshal.AsBytes(read(start, Math.Min(most, rows - start), buffer)));
        }
    }

    private static void WriteScaler(BinaryWriter writer, FeatureScaler? scaler)
    {
        switch (scaler)
        {
            case null:
                writer.Write(NoScaler);
                break;
            case StandardScaler standard:
                writer.Write(Standard);
                writer.Write(standard.FeatureCount);
                writer.Write(MemoryMarshal.AsBytes(standard.Mean));
                writer.Write(MemoryMarshal.AsBytes(standard.StandardDeviation));
                break;
            case MinMaxScaler range:
                writer.Write(MinMax);
                writer.Write(range.FeatureCount);
                writer.Write(MemoryMarshal.AsBytes(range.Minimum));
                writer.Write(MemoryMarshal.AsBytes(range.Maximum));
                writer.Write(range.Lower);
                writer.Write(range.Upper);
                break;
            default:
                throw new NotSupportedException($"The data went through {scaler}, a kind of scaler that searches do not know.");
        }
    }

    private static FeatureScaler? ReadScaler(BinaryReader reader)
    {
        byte kind = reader.ReadByte();
        if (kind == NoScaler)
        {
            return null;
        }

        int features = reader.ReadInt32();
        double[] first = ReadValues<double>(reader, features, 1);
        double[] second = ReadValues<double>(reader, features, 1);
        return kind switch
        {
            Standard => new StandardScaler(first, second),
            MinMax => new MinMaxScaler(first, second, reader.ReadDouble(), reader.ReadDouble()),
            _ => throw new InvalidDataException(FormattableString.Invariant($"it has a scaler of kind {kind}.")),
        };
    }

    private static TValue[] ReadValues<TValue>(BinaryReader reader, int rows, int columns)
        where TValue : unmanaged
    {
        var values = new TValue[Length(checked(rows * columns), Marshal.SizeOf<TValue>(), reader)];
        reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(values.AsSpan()));
        return values;
    }

    /// <summary>A length that is claimed, where there are so many bytes.</summary>
    private static int Length(int claimed, int size, BinaryReader reader) => claimed >= 0 && (long)claimed * size <= reader.BaseStream.Length - reader.BaseStream.Position
        ? claimed
        : throw new InvalidDataException(FormattableString.Invariant($"it claims {claimed} values, but ends before them."));
}
