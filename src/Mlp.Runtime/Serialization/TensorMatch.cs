using System;
using System.Linq;
using System.Text;
using Mlp.Text;

namespace Mlp.Serialization;

/// <summary>Finds the tensors of a network in a file: each is there once, with its shape, and no others are.</summary>
/// <param name="header">The header, its tensors sorted, with the signature as the first value of its metadata.</param>
/// <param name="network">The tensors of the network.</param>
/// <param name="options">What is accepted, and whether what an optimizer remembers is asked for too: otherwise it may be there.</param>
internal sealed class TensorMatch(SafetensorsHeader header, NetworkTensor[] network, WeightFileOptions options)
{
    /// <summary>For each tensor of the network where it is in the file; none where it may be missing, and is 0.</summary>
    /// <exception cref="WeightFileException">They do not fit.</exception>
    internal TensorEntry?[] Find()
    {
        int[] places = [.. network.Select(tensor => tensor.IsAbsent ? -1 : PlaceOf(tensor.Utf8Name))];
        NetworkTensor[] missing = [.. network.Where((tensor, index) => places[index] < 0 && !MayBeMissing(tensor))];
        if (missing.Length > 0)
        {
            throw Missing(missing[0], areBiasesAlone: Array.TrueForAll(missing, tensor => tensor.IsBias && tensor.Moment is null));
        }

        for (int place = 0; place < header.Tensors.Length; place++)
        {
            ReadOnlySpan<byte> name = header.NameOf(header.Tensors[place]);
            if (!places.Contains(place) && !OptimizerMoments.IsPassedOver(name, options.OptimizerState) && !(options.IgnoreTensor?.Invoke(Encoding.UTF8.GetString(name)) ?? false))
            {
                throw Refuse(
                    WeightFileError.UnexpectedTensor,
                    TensorRefusals.Unexpected(QuotedText.Of(name), Names(), network.Length > TensorRefusals.MostNames, TensorRefusals.UnexpectedAdvice));
            }
        }

        var found = new TensorEntry?[network.Length];
        for (int index = 0; index < found.Length; index++)
        {
            if (places[index] >= 0)
            {
                found[index] = header.Tensors[places[index]];
                CheckShape(network[index], header.Tensors[places[index]]);
            }
        }

        return found;
    }

    private bool MayBeMissing(NetworkTensor tensor) => tensor.IsAbsent || (options.AllowMissingBiases && tensor.IsBias && tensor.Moment is null);

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
        if (entry.HasExtents(tensor.Stored))
        {
            return;
        }

        string there = entry.Shape;
        bool isTranspose = tensor.Moment is null && tensor.Stored is [int rows, int columns] && entry.HasExtents([columns, rows]);
        throw Refuse(WeightFileError.ShapeMismatch, isTranspose
            ? TensorRefusals.TransposedShape(tensor.Quoted, there, tensor.Shape, tensor.Transposed, TensorRefusals.LayoutAdvice)
            : TensorRefusals.Shape(tensor.Quoted, there, tensor.Shape));
    }

    private WeightFileException Missing(NetworkTensor tensor, bool areBiasesAlone)
    {
        string there = string.Join(", ", header.Tensors.ToArray().Take(TensorRefusals.MostNames).Select(entry => QuotedText.Of(header.NameOf(entry))));
        string advice = areBiasesAlone ? TensorRefusals.BiasesAdvice
            : tensor.Moment is null ? TensorRefusals.NamesAdvice
            : "save the network with OptimizerState once more, or load it without";
        return Refuse(WeightFileError.MissingTensor, TensorRefusals.Missing(tensor.Quoted, tensor.Shape, there, header.Tensors.Length > TensorRefusals.MostNames, advice));
    }

    private string Names() => string.Join(", ", network.Where(tensor => !tensor.IsAbsent).Take(TensorRefusals.MostNames).Select(tensor => tensor.Quoted));

    private WeightFileException Refuse(WeightFileError code, string message) => new(
        code,
        message + (NetworkSignature.Quote(header) is { } signature ? TensorRefusals.Origin(signature) : string.Empty));
}
