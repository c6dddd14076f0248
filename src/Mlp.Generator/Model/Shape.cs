using System.Globalization;
using System.Linq;

namespace Mlp.Generator.Model;

/// <summary>The extents of one sample between two layers, or of a tensor of parameters; row-major, channels last.</summary>
/// <param name="Extents">One extent or more, each at least 1.</param>
internal sealed record Shape(EquatableArray<int> Extents)
{
    /// <summary>The number of values.</summary>
    public int Size => Extents.Aggregate(1, (size, extent) => size * extent);

    /// <summary>The last extent, along which neighbours are: channels, or the values of a sample without a shape.</summary>
    public int Channels => Extents[Extents.Count - 1];

    /// <summary>As messages and tables have it: <c>28 × 28 × 1</c>.</summary>
    public string Spoken => Join(" × ");

    /// <summary>The values one after another.</summary>
    public Shape Flat => Of(Size);

    public static Shape Of(params int[] extents) => new(extents.ToEquatableArray());

    /// <summary>The extents joined: <c>28x28x1</c>.</summary>
    public string Join(string separator) => string.Join(separator, Extents.Select(extent => extent.ToString(CultureInfo.InvariantCulture)));

    /// <summary>As messages and comments have it: <c>[16, 4]</c>.</summary>
    public override string ToString() => $"[{Join(", ")}]";
}
