using System;
using System.Linq;

namespace Mlp.Generator.Benchmarks;

/// <summary>What an attribute says of a network.</summary>
/// <param name="Sizes">The layers from the inputs to the outputs, as in <c>4-16-3</c>.</param>
/// <param name="Hidden">The activation of hidden layers, where there are any.</param>
/// <param name="Output">The activation of the output layer.</param>
public sealed record NetworkShape(string Sizes, string Hidden = "ReLU", string Output = "Softmax")
{
    private bool HasHidden => Sizes.Count(letter => letter == '-') > 1;

    /// <summary>A source file that declares a network of this shape.</summary>
    public string Declare(string typeName, bool trains = true)
    {
        string sizes = Sizes.Replace("-", ", ", StringComparison.Ordinal);
        string hidden = HasHidden ? $", Hidden = \"{Hidden}\"" : "";
        string predicts = trains ? "" : ", Trains = false";
        return $"""
            namespace Networks;

            [Mlp.Mlp({sizes}{hidden}, Output = "{Output}"{predicts})]
            public sealed partial class {typeName};

            """;
    }

    public override string ToString()
    {
        string[] sizes = Sizes.Split('-');
        string layers = sizes.Length > 12 && sizes.Distinct().Count() == 1 ? $"{sizes[0]} ({sizes.Length} times)" : Sizes;
        return HasHidden ? $"{layers} {Hidden} {Output}" : $"{layers} {Output}";
    }
}
