using System;
using Mlp.Text;

namespace Mlp.Serialization;

/// <summary>Asserts that every byte of the data belongs to one tensor.</summary>
internal static class TensorCoverage
{
    /// <summary>Checks that tensors follow one another without a gap or an overlap, and sorts them so.</summary>
    /// <returns>The bytes of data that they describe.</returns>
    /// <exception cref="WeightFileException">They do not.</exception>
    internal static ulong Check(SafetensorsHeader header)
    {
        header.Tensors.Sort(static (a, b) => (a.Begin, a.End).CompareTo((b.Begin, b.End)));
        ulong end = 0;
        foreach (ref readonly TensorEntry tensor in header.Tensors)
        {
            if (tensor.Begin != end)
            {
                string name = QuotedText.Of(header.NameOf(tensor));
                throw tensor.Begin > end
                    ? new WeightFileException(
                        WeightFileError.Gap,
                        FormattableString.Invariant($"Bytes {end} to {tensor.Begin - 1} of the data belong to no tensor, before {name}: the file is damaged."))
                    : new WeightFileException(
                        WeightFileError.Overlap,
                        FormattableString.Invariant($"Tensor {name} begins at byte {tensor.Begin} of the data, inside another one that ends at byte {end}: the file is damaged."));
            }

            end = tensor.End;
        }

        return end;
    }
}
