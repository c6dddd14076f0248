using System.Collections.Generic;

namespace Mlp.Benchmarks.Peers;

/// <summary>An argument of an ONNX operation.</summary>
/// <param name="Name">Its name in the standard.</param>
/// <param name="Numbers">Its numbers.</param>
/// <param name="IsList">Whether the standard has a list there, were it of one number.</param>
internal sealed record OnnxAttribute(string Name, IReadOnlyList<int> Numbers, bool IsList = true)
{
    /// <summary>A number that is no list.</summary>
    public static OnnxAttribute One(string name, int number) => new(name, [number], IsList: false);
}
