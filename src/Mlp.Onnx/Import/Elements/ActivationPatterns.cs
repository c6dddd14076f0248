using System;
using Mlp.Onnx.Import.Values;

namespace Mlp.Onnx.Import.Elements;

/// <summary>Activations that files spell with several operators: two formulas of one value meet.</summary>
/// <param name="builder">Makes formulas.</param>
internal sealed class ActivationPatterns(ExpressionBuilder builder)
{
    /// <summary>What two formulas are together; null where they are no formula that is known.</summary>
    /// <param name="kind">How they meet.</param>
    /// <param name="left">One.</param>
    /// <param name="right">The other.</param>
    /// <param name="origin">The node, in words.</param>
    public Expression? Match(PairKind kind, Expression left, Expression right, string origin) => kind switch
    {
        PairKind.Product => Product(left, right, origin),
        PairKind.Sum => Sum(left, right, origin) ?? Rectified(left, right, origin) ?? Rectified(right, left, origin),
        _ => Maximum(left, right, origin),
    };

    private Expression? Product(Expression left, Expression right, string origin)
    {
        (double leftFactor, Expression leftRest) = Proportion.Stripped(left);
        (double rightFactor, Expression rightRest) = Proportion.Stripped(right);
        return (Gated(leftRest, rightRest, origin) ?? Gated(rightRest, leftRest, origin)) is not var (factor, activation)
            ? null
            : builder.Left(activation, factor * leftFactor * rightFactor, origin);
    }

    /// <summary>x times a gate that is a function of x: a factor, and the activation.</summary>
    private (double Factor, Expression Activation)? Gated(Expression value, Expression gate, string origin) => gate switch
    {
        FunctionExpression { Kind: FunctionKind.Named, Name: Activation.Sigmoid } sigmoid => Gated(value, sigmoid.Child, 1, Activation.SiLU, origin),
        FunctionExpression { Kind: FunctionKind.Named, Name: Activation.HardSigmoid } hard => Gated(value, hard.Child, 1, Activation.HardSwish, origin),
        FunctionExpression { Kind: FunctionKind.Named, Name: Activation.Tanh, Child: FunctionExpression { Kind: FunctionKind.Named, Name: Activation.Softplus } softplus } =>
            Gated(value, softplus.Child, 1, Activation.Mish, origin),
        FunctionExpression { Kind: FunctionKind.Clip, Low: 0, High: > 0 and < double.PositiveInfinity } clip =>
            Gated(value, Affine(clip.Child, 6 / clip.High, -3, origin), clip.High, Activation.HardSwish, origin),
        AffineExpression { Child: FunctionExpression { Kind: FunctionKind.Erf } error, Scale.IsOne: true, Offset.IsOne: true } affine when Numbers.Near(affine.Scale[0], affine.Offset[0]) =>
            Gated(value, Affine(error.Child, Math.Sqrt(2), 0, origin), 2 * affine.Scale[0], Activation.GELU, origin),
        _ => null,
    };

    private (double Factor, Expression Activation)? Gated(Expression value, Expression argument, double gateFactor, string name, string origin)
    {
        if (Proportion.Of(value, argument) is not { } ratio)
        {
            return null;
        }

        // The argument may have been through constants that were rounded; the value has not.
        bool isValue = Numbers.Near(ratio, 1);
        return (gateFactor * (isValue ? 1 : ratio), builder.Named(isValue ? value : argument, name, origin));
    }

    private static Expression? Sum(Expression left, Expression right, string origin)
    {
        (Expression core, Numbers scale, Numbers offset) = Proportion.Flattened(left);
        (Expression other, Numbers otherScale, Numbers otherOffset) = Proportion.Flattened(right);
        Numbers sum = Numbers.Zip(scale, otherScale, static (one, more) => one + more);
        return Proportion.AreSame(core, other) && Array.TrueForAll(sum.Values, static number => number != 0)
            ? new AffineExpression(core, sum, Numbers.Zip(offset, otherOffset, static (one, more) => one + more), [origin])
            : null;
    }

    /// <summary>max(x, 0) + s · max(−x, 0) is x with slopes −s below 0.</summary>
    private static Expression? Rectified(Expression positive, Expression negative, string origin)
    {
        (Expression core, Numbers scale, Numbers offset) = Proportion.Flattened(negative);
        return IsRectifier(positive, out Expression? value) && offset.AreAll(0) && IsRectifier(core, out Expression? negated)
            && Proportion.Of(negated, value) is { } ratio && Numbers.Near(ratio, -1)
            ? new FunctionExpression(value, FunctionKind.Slopes, origin) { Slopes = scale.Map(static number => -number) }
            : null;
    }

    private static bool IsRectifier(Expression formula, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out Expression? value)
    {
        value = formula is FunctionExpression { Kind: FunctionKind.Clip, Low: 0, High: double.PositiveInfinity } clip ? clip.Child : null;
        return value is not null;
    }

    /// <summary>max(x, s x) is x with the slope s below 0.</summary>
    private Expression? Maximum(Expression left, Expression right, string origin) => Proportion.Of(left, right) switch
    {
        >= 0 and <= 1 and var slope => builder.Leaky(right, slope, origin),
        > 1 and var slope => builder.Leaky(left, 1 / slope, origin),
        _ => null,
    };

    private static AffineExpression Affine(Expression child, double scale, double offset, string origin) =>
        new(child, new Numbers([scale]), new Numbers([offset]), [origin]);
}
