using System;
using System.Linq;
using System.Text;

namespace Mlp.Serialization;

/// <summary>Finds the tensors of a network in a file: each is there once, with its shape, and no others are.</summary>
/// <param name="header">The header, its tensors sorted, with the signature as the first value of its metadata.</param>
/// <param name="network">The tensors of the network.</param>
/// <param name="hasMoments">Whether what an optimizer remembers is asked for too: otherwise it may be there.</param>
internal sealed class TensorMatch(SafetensorsHeader header, NetworkTensor[] network, bool hasMoments)
{
    private const int MostNames = 6;
    private const int LongestSignature = 200;

    /// <summary>For each tensor of the network where it is in the file.</summary>
    /// <exception cref="WeightFileException">They do not fit.</exception>
    internal TensorEntry[] Find()
    {
        int[] places = [.. network.Select(tensor => PlaceOf(tensor.Utf8Name))];
        if (places.Contains(-1))
        {
            throw Missing(network[Array.IndexOf(places, -1)]);
        }

        for (int place = 0; place < header.Tensors.Length; place++)
        {
            ReadOnlySpan<byte> name = header.NameOf(header.Tensors[place]);
            if (!places.Contains(place) && !OptimizerMoments.IsPassedOver(name, hasMoments))
            {
                throw Refuse(WeightFileError.UnexpectedTensor, $"The file has a tensor {QuotedText.Of(name)}, which the network does not have: it must have {Names()} alone, beside names that begin with \"mlp.\".");
            }
        }

        var found = new TensorEntry[network.Length];
        for (int index = 0; index < found.Length; index++)
        {
            found[index] = header.Tensors[places[index]];
            CheckShape(network[index], found[index]);
        }

        return found;
    }

    private static string Dimensions(in TensorEntry entry) => entry.Rank switch
    {
        0 => "[]",
        1 => FormattableString.Invariant($"[{entry.Rows}]"),
        2 => FormattableString.Invariant($"[{entry.Rows}, {entry.Columns}]"),
        _ => FormattableString.Invariant($"[{entry.Rows}, {entry.Columns}, …] with {entry.Rank} dimensions"),
    };

    private int PlaceOf(ReadOnlySpan<byte> name)
    {
        for (int place = 0; place < header.Tensors.Length; place++)
        {
            if (header.NameOf(header.Tensors[place]).SequenceEqual(name))
            {
                return place;
            }
        }

        return -1;
    }

    private void CheckShape(NetworkTensor tensor, in TensorEntry entry)
    {
        if (tensor.IsBias)
        {
            if (entry.Rank != 1 || entry.Rows != (ulong)tensor.Outputs)
            {
                throw Refuse(WeightFileError.ShapeMismatch, $"Tensor {tensor.Quoted} has the shape {Dimensions(entry)} in the file, but {tensor.Shape} in the network.");
            }

            return;
        }

        if (entry.Rank != 2 || entry.Rows != (ulong)tensor.Rows || entry.Columns != (ulong)tensor.Columns)
        {
            bool isTranspose = tensor.Moment is null && entry.Rank == 2 && entry.Rows == (ulong)tensor.Columns && entry.Columns == (ulong)tensor.Rows;
            string question = !isTranspose ? string.Empty
                : tensor.Transposed ? " That is its transpose: is this PyTorch layout? Choose it with WeightFileOptions.Layout."
                : " That is its transpose: is this Keras or scikit-learn layout? Choose it with WeightFileOptions.Layout.";
            throw Refuse(WeightFileError.ShapeMismatch, $"Tensor {tensor.Quoted} has the shape {Dimensions(entry)} in the file, but {tensor.Shape} in the network.{question}");
        }
    }

    private WeightFileException Missing(NetworkTensor tensor)
    {
        string there = string.Join(", ", header.Tensors.ToArray().Take(MostNames).Select(entry => QuotedText.Of(header.NameOf(entry))));
        string more = header.Tensors.Length > MostNames ? " …" : string.Empty;
        string advice = tensor.Moment is null
            ? "choose WeightFileOptions.Layout after their names, or rename them"
            : "save the network with OptimizerState once more, or load it without";
        return Refuse(WeightFileError.MissingTensor, $"The file has no tensor {tensor.Quoted} of shape {tensor.Shape}. It has {(there.Length == 0 ? "none" : there)}{more}: {advice}.");
    }

    private string Names() => string.Join(", ", network.Take(MostNames).Select(tensor => tensor.Quoted)) + (network.Length > MostNames ? " …" : string.Empty);

    private WeightFileException Refuse(WeightFileError code, FormattableString message)
    {
        // Cut before it is copied: it may be as long as a header.
        string origin = header.Metadata[0] is { } signature
            ? $" The file says that it is from a network {QuotedText.Of(Encoding.UTF8.GetBytes(signature[..Math.Min(signature.Length, LongestSignature)]))}."
            : string.Empty;
        return new WeightFileException(code, FormattableString.Invariant(message) + origin);
    }
}
