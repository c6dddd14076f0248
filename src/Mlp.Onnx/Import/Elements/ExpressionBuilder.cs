using System;
using System.Globalization;
using Mlp.Onnx.Import.Values;

namespace Mlp.Onnx.Import.Elements;

/// <summary>Makes formulas, and shorter ones of those that have a name.</summary>
/// <param name="keepsApart">Whether what a file has as steps of their own stays so: our own files come back as they were.</param>
internal sealed class ExpressionBuilder(bool keepsApart)
{
    // Beyond this, what is subtracted is so much larger than what remains that a product and a sum instead of a difference and a quotient lose digits.
    private const double LargestOffset = 16;

    // Of what is folded, a note names the first ones.
    private const int MostOrigins = 8;

    /// <summary>scale · x + offset.</summary>
    public Expression Affine(Expression child, Numbers scale, Numbers offset, string origin)
    {
        if (keepsApart)
        {
            if (child is AffineExpression { IsLeft: true } left && scale.IsOne && offset.AreAll(0) && Numbers.Near(left.Scale[0] * scale[0], 1))
            {
                return left.Child;
            }

            return child is AffineExpression { IsOpen: true } open && scale.AreAll(1)
                ? new AffineExpression(open.Child, open.Scale, offset, [.. open.Origins, origin])
                : new AffineExpression(child, scale, offset, [origin]) { IsOpen = offset.IsOne && offset[0] == 0 };
        }

        if (scale.AreAll(1) && offset.AreAll(0))
        {
            return child;
        }

        if (child is not AffineExpression inner || !IsSafe(inner.Offset, scale))
        {
            return HardSigmoidOf(child, scale, offset, origin) ?? new AffineExpression(child, scale, offset, [origin]);
        }

        Numbers product = Numbers.Zip(inner.Scale, scale, static (one, other) => one * other);
        Numbers sum = Numbers.Zip(Numbers.Zip(inner.Offset, scale, static (added, factor) => added * factor), offset, static (one, other) => one + other);
        return new AffineExpression(inner.Child, product, sum, inner.Origins.Count < MostOrigins ? [.. inner.Origins, origin] : inner.Origins);
    }

    /// <summary>A multiple of a formula.</summary>
    public Expression Scaled(Expression child, double factor, string origin) =>
        Numbers.Near(factor, 1) ? child : Affine(child, new Numbers([factor]), Numbers.Zero, origin);

    /// <summary>A factor that an activation of several operators leaves.</summary>
    public Expression Left(Expression child, double factor, string origin) => keepsApart && !Numbers.Near(factor, 1)
        ? new AffineExpression(child, new Numbers([factor]), Numbers.Zero, [origin]) { IsLeft = true }
        : Scaled(child, factor, origin);

    /// <summary>min(max(x, low), high).</summary>
    public Expression Clip(Expression child, double low, double high, string origin)
    {
        if (double.IsNegativeInfinity(low) && double.IsPositiveInfinity(high))
        {
            return child;
        }

        if (!keepsApart && child is FunctionExpression { Kind: FunctionKind.Clip } inner && Math.Max(inner.Low, low) < Math.Min(inner.High, high))
        {
            return Clip(inner.Child, Math.Max(inner.Low, low), Math.Min(inner.High, high), origin);
        }

        return !keepsApart && low == 0 && high == 1 && child is AffineExpression { Scale.IsOne: true, Offset.IsOne: true } affine
            && Numbers.Near(affine.Scale[0], 1 / 6.0) && Numbers.Near(affine.Offset[0], 0.5)
            ? Named(affine.Child, Activation.HardSigmoid, origin)
            : new FunctionExpression(child, FunctionKind.Clip, origin) { Low = low, High = high };
    }

    /// <summary>An activation of the runtime.</summary>
    public Expression Named(Expression child, string name, string origin) => new FunctionExpression(child, FunctionKind.Named, origin) { Name = name };

    /// <summary>An activation of the runtime with its number.</summary>
    public Expression Named(Expression child, string name, double number, string origin) =>
        Named(child, string.Create(CultureInfo.InvariantCulture, $"{name}({(float)number})"), origin);

    /// <summary>x above 0, and a slope times x elsewhere.</summary>
    public Expression Leaky(Expression child, double slope, string origin) => (float)slope switch
    {
        0 => Clip(child, 0, double.PositiveInfinity, origin),
        1 => child,
        0.01f => Named(child, Activation.LeakyReLU, origin),
        > 0 => Named(child, Activation.LeakyReLU, slope, origin),
        _ => new FunctionExpression(child, FunctionKind.Slopes, origin) { Slopes = new Numbers([slope]) },
    };

    /// <summary>The logarithm; of 1 + eˣ it is Softplus.</summary>
    public Expression Log(Expression child, string origin) =>
        child is AffineExpression { Scale.IsOne: true, Offset.IsOne: true, Child: FunctionExpression { Kind: FunctionKind.Exp } exponential } affine && affine.Scale[0] == 1 && affine.Offset[0] == 1
            ? Named(exponential.Child, Activation.Softplus, origin)
            : new FunctionExpression(child, FunctionKind.Log, origin);

    /// <summary>Whether a sum may be multiplied out.</summary>
    private static bool IsSafe(Numbers offset, Numbers scale)
    {
        Numbers products = Numbers.Zip(offset, scale, static (added, factor) => added * factor);
        return offset.AreAll(0) || scale.AreAll(1) || scale.AreAll(-1) || Array.TrueForAll(products.Values, static product => Math.Abs(product) <= LargestOffset);
    }

    /// <summary>min(max(0, x + 3), 6) / 6.</summary>
    private Expression? HardSigmoidOf(Expression child, Numbers scale, Numbers offset, string origin) =>
        offset.AreAll(0) && scale.IsOne
        && child is FunctionExpression { Kind: FunctionKind.Clip, Low: 0, Child: AffineExpression { Scale.IsOne: true, Offset.IsOne: true } affine } clip
        && Numbers.Near(clip.High * scale[0], 1) && Numbers.Near(affine.Scale[0] * scale[0], 1 / 6.0) && Numbers.Near(affine.Offset[0] * scale[0], 0.5)
            ? Named(affine.Child, Activation.HardSigmoid, origin)
            : null;
}
