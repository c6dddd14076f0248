using System.Collections.Generic;
using Mlp.Onnx.Import.Values;

namespace Mlp.Onnx.Import.Elements;

/// <summary>scale · x + offset.</summary>
/// <param name="child">x.</param>
/// <param name="scale">The scales.</param>
/// <param name="offset">The offsets.</param>
/// <param name="origins">The nodes that it was made of, in words.</param>
internal sealed class AffineExpression(Expression child, Numbers scale, Numbers offset, IReadOnlyList<string> origins) : Expression(child.Depth + 1)
{
    /// <summary>x.</summary>
    public Expression Child => child;

    /// <summary>The scales.</summary>
    public Numbers Scale => scale;

    /// <summary>The offsets.</summary>
    public Numbers Offset => offset;

    /// <summary>The nodes that it was made of, in words.</summary>
    public IReadOnlyList<string> Origins => origins;

    /// <summary>Whether an offset is still to come: one multiplication, and nothing else.</summary>
    public bool IsOpen { get; init; }

    /// <summary>Whether it is a factor that an activation of several operators has left, which another of them takes away.</summary>
    public bool IsLeft { get; init; }
}
