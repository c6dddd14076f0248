using System.Linq;
using Mlp.Generator.Model;
using Mlp.Serialization;

namespace Mlp.Generator.Parsing;

/// <summary>One tensor that a network must find in a weight file.</summary>
/// <param name="Name">Its name in the file, quoted.</param>
/// <param name="Tensor">The tensor.</param>
/// <param name="Order">How it stands in the file.</param>
internal sealed record LayerTensor(string Name, TensorModel Tensor, FileOrder Order)
{
    /// <summary>Its shape in the file.</summary>
    public string Shape => FileShape.ToString();

    /// <summary>The shape it would have in a layout that turns it round; null for one that is no matrix.</summary>
    public string? Transpose => FileShape.Extents.Count != 2 ? null : Model.Shape.Of([.. FileShape.Extents.Reverse()]).ToString();

    /// <summary>The second extent of a matrix in the file; 0 for one that is no matrix.</summary>
    public int Columns => FileShape.Extents.Count != 2 ? 0 : FileShape.Extents[1];

    /// <summary>Whether a network without it could still be meant: its biases are zero.</summary>
    public bool IsBias => Tensor.IsBias;

    private Shape FileShape => Model.Shape.Of(Order.Stored);
}
