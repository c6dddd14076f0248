using System;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;
using Mlp.Serialization;
using Mlp.Text;
using Mlp.Training;

namespace Mlp.Build;

/// <summary>
/// A weight file as text that the generator can read, for a compiler passes on no binary files: what the reader found in it, or
/// why the reader refused it.
/// </summary>
/// <remarks>
/// <code>
/// mlp weights 1
/// file /path/iris.safetensors
/// real /elsewhere/iris.safetensors               where a link leads there
/// content 5f2c…                                  what tells this content from another, in a build
/// network "4-16-3 ReLU Softmax CrossEntropy"     where the file says so
/// tensor [16, 4] "0.weight"
/// 0.1 -0.25 …                                    a line for each row: the shortest digits that give the float back
/// </code>
/// or, after the file, <c>fault Truncated The header describes …</c> alone. What has a name that begins with "mlp." is left out. A
/// tensor of a type that is not read has the line <c>refused UnsupportedDType Tensor …</c> in place of its values, and
/// <c>biases zero</c> stands before the tensors where those that are missing are 0. What else the file knows of its network stands there
/// too: a line <c>fits classes 2 2 class names, {cat, dog}</c>, or <c>inputs</c> or <c>outputs</c>, for what must be as many as the network
/// has, and a line <c>remark Inputs …</c> for what a program must know that uses the weights.
/// </remarks>
internal static class WeightText
{
    /// <summary>The first line.</summary>
    private const string Version = "mlp weights 1";

    /// <summary>More values than any network that is compiled in: those of further tensors are left out.</summary>
    private const int MostValues = 4_000_000;

    // The weights of a convolution of images; a file may have other tensors, which belong to no network.
    private const int MostDimensions = 4;

    /// <summary>What stands before an infinity that was a double.</summary>
    private const string TooLarge = "Large";

    /// <summary>The text of a file. One that is refused has a text too: why.</summary>
    /// <param name="path">What the file is called.</param>
    /// <param name="open">Opens it.</param>
    /// <param name="allowDouble">Whether F64 is read, and rounded.</param>
    /// <param name="zeroBiases">Whether biases that are not in the file are 0.</param>
    /// <param name="wasRead">Whether the reader had a look at the file, be it to refuse it.</param>
    /// <param name="identity">Lines that tell which file it was; left out where it was not read.</param>
    internal static StringBuilder Of(string path, Func<Stream> open, bool allowDouble, bool zeroBiases, out bool wasRead, string identity = "")
    {
        wasRead = true;
        StringBuilder body;
        try
        {
            using Stream stream = open();
            body = Read(stream, allowDouble, zeroBiases);
        }
        catch (WeightFileException exception)
        {
            body = Fault(exception.Code.ToString(), exception.Message);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            wasRead = false;
            body = Fault("Unreadable", exception.Message);
        }

        return body.Insert(0, $"{Version}\nfile {OneLine(path)}\n{(wasRead ? identity : "")}");
    }

    private static StringBuilder Read(Stream stream, bool allowDouble, bool zeroBiases)
    {
        var input = new SafetensorsInput(stream);
        SafetensorsHeader header = HeaderReader.Read(input.ReadHeader(), [NetworkSignature.Key, .. NetworkMetadata.Keys]);
        NetworkMetadata metadata = NetworkMetadata.Read(header.Metadata[1..]);
        ByteChunks data = input.ReadData(TensorCoverage.Check(header));
        var text = new StringBuilder();
        if (NetworkSignature.Quote(header) is { } signature)
        {
            text.Append("network ").Append(signature).Append('\n');
        }

        Append(text, metadata);
        if (zeroBiases)
        {
            text.Append("biases zero\n");
        }

        int values = 0;
        foreach (ref readonly TensorEntry entry in header.Tensors)
        {
            if (header.NameOf(entry).StartsWith(NetworkSignature.Prefix))
            {
                continue;
            }

            text.Append(CultureInfo.InvariantCulture, $"tensor {entry.Shape} {QuotedText.Of(header.NameOf(entry))}\n");
            if (!ElementTypes.IsRead(entry.Type, allowDouble))
            {
                // Whether it is one of the network's tensors is not known here.
                string complaint = TensorRefusals.Type(QuotedText.Of(header.NameOf(entry)), entry.Type == ElementType.F64);
                text.Append("refused ").Append(WeightFileError.UnsupportedDType).Append(' ').Append(OneLine(complaint)).Append('\n');
            }
            else if (ExtentsOf(entry) is { } extents && extents.Aggregate(1L, static (product, extent) => Math.Min(product * extent, MostValues + 1L)) <= MostValues - values)
            {
                values += Append(text, data, entry, extents);
            }
        }

        return text;
    }

    private static void Append(StringBuilder text, NetworkMetadata metadata)
    {
        if (metadata.Schema is { } schema)
        {
            if (schema.ClassNames is { } names)
            {
                Fits("classes", names.Count, RowMajor.Invariant($"{names.Count} class names, {DataSchema.Quote(names)}"));
                text.Append("remark Its classes are ").Append(DataSchema.Quote(names)).Append(".\n");
            }

            if (schema.Scaler is { } scaler)
            {
                Fits("inputs", scaler.FeatureCount, RowMajor.Invariant($"a scaler of {scaler.FeatureCount} features"));
                text.Append("remark Its inputs must go through ").Append(scaler).Append(" first.\n");
            }

            if (schema.TargetScaler is { } targets)
            {
                Fits("outputs", targets.FeatureCount, RowMajor.Invariant($"a target scaler of {targets.FeatureCount} targets"));
                text.Append("remark Its outputs must go back through ").Append(targets).Append(".\n");
            }
        }

        if (metadata.Canary is { } canary)
        {
            Fits("inputs", canary.InputSize, RowMajor.Invariant($"a canary of {canary.InputSize} inputs"));
            Fits("outputs", canary.OutputSize, RowMajor.Invariant($"a canary of {canary.OutputSize} outputs"));
        }

        void Fits(string what, int count, string words) => text.Append(CultureInfo.InvariantCulture, $"fits {what} {count} {words}\n");
    }

    /// <summary>The dimensions; null where there is none, where one is more than a network may have, or where there are more of them than a layer's tensor has.</summary>
    private static int[]? ExtentsOf(in TensorEntry entry)
    {
        if (entry.Rank is 0 or > MostDimensions)
        {
            return null;
        }

        int[] extents = new int[entry.Rank];
        for (int dimension = 0; dimension < extents.Length; dimension++)
        {
            if (entry.Extents[dimension] > MostValues)
            {
                return null;
            }

            extents[dimension] = (int)entry.Extents[dimension];
        }

        return extents;
    }

    private static int Append(StringBuilder text, ByteChunks data, in TensorEntry entry, int[] extents)
    {
        (float[] values, int columns) = (TensorValues.Read(data, entry, extents), extents[^1]);
        for (int index = 0; index < values.Length; index++)
        {
            // Whether a double was infinite or is so as a float alone is not known here, and the reader says as much.
            bool isLarge = entry.Type == ElementType.F64 && float.IsInfinity(values[index]);
            text.Append(CultureInfo.InvariantCulture, $"{(isLarge ? TooLarge : "")}{values[index]:R}").Append((index + 1) % columns == 0 ? '\n' : ' ');
        }

        return values.Length;
    }

    private static StringBuilder Fault(string code, string message) => new($"fault {code} {OneLine(message)}\n");

    private static string OneLine(string text) => text.ReplaceLineEndings(" ");
}
