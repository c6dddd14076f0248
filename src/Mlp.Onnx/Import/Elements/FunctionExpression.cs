using Mlp.Onnx.Import.Values;

namespace Mlp.Onnx.Import.Elements;

/// <summary>A function of one value.</summary>
/// <param name="child">The value.</param>
/// <param name="kind">Which function.</param>
/// <param name="origin">The node, in words.</param>
internal sealed class FunctionExpression(Expression child, FunctionKind kind, string origin) : Expression(child.Depth + 1)
{
    /// <summary>The value.</summary>
    public Expression Child => child;

    /// <summary>Which function.</summary>
    public FunctionKind Kind => kind;

    /// <summary>The node, in words.</summary>
    public string Origin => origin;

    /// <summary>The name of a named one, with its number.</summary>
    public string Name { get; init; } = "";

    /// <summary>The least value of a clip, or the probability of a dropout.</summary>
    public double Low { get; init; } = double.NegativeInfinity;

    /// <summary>The greatest value of a clip.</summary>
    public double High { get; init; } = double.PositiveInfinity;

    /// <summary>The slopes.</summary>
    public Numbers Slopes { get; init; } = Numbers.One;
}
