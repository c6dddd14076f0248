using System.Globalization;
using System.Linq;

namespace Mlp.Generator.Model.Layers;

/// <summary>What stands around a sample where a window reaches past it: a rule, or numbers for each axis.</summary>
/// <param name="Kind">The rule; null where numbers are given.</param>
/// <param name="Before">The positions before the first, for each axis; empty where a rule says them.</param>
/// <param name="After">The positions behind the last, for each axis; empty where a rule says them.</param>
internal sealed record PaddingModel(PaddingKind? Kind, EquatableArray<int> Before, EquatableArray<int> After)
{
    /// <summary>A rule alone.</summary>
    public static implicit operator PaddingModel(PaddingKind kind) => new(kind, EquatableArray<int>.Empty, EquatableArray<int>.Empty);

    /// <summary>As it is part of a layer's signature, in characters of an identifier; nothing for none.</summary>
    public string Signature => Kind switch
    {
        null => "p" + Join("x", "to"),
        PaddingKind.Valid => "",
        _ => ToString(),
    };

    /// <summary>As one writes it, in the shortest form: <c>Same</c>, <c>1</c>, <c>1, 2</c>, <c>0 1, 0 1</c>.</summary>
    public override string ToString() => Kind?.ToString() ?? Join(", ", " ");

    /// <summary>One number where all are the same; for each axis one where both sides are the same.</summary>
    private string Join(string axes, string sides)
    {
        string[] all = [.. Before.Zip(After, (before, after) => before == after ? Text(before) : Text(before) + sides + Text(after))];
        return string.Join(axes, all.Distinct().Count() == 1 ? all.Take(1) : all);
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
