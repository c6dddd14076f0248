using Mlp.Onnx.Import.Values;

namespace Mlp.Onnx.Import.Elements;

/// <summary>Whether two formulas are the same, or one is a multiple of the other, but for the rounding of constants.</summary>
internal static class Proportion
{
    /// <summary>Whether two formulas are the same.</summary>
    public static bool AreSame(Expression left, Expression right) => ReferenceEquals(left, right) || (left, right) switch
    {
        (AffineExpression one, AffineExpression other) => one.Scale.IsNear(other.Scale) && one.Offset.IsNear(other.Offset) && AreSame(one.Child, other.Child),
        (FunctionExpression one, FunctionExpression other) => one.Kind == other.Kind && one.Name == other.Name
            && Numbers.Near(one.Low, other.Low) && Numbers.Near(one.High, other.High) && one.Slopes.IsNear(other.Slopes) && AreSame(one.Child, other.Child),
        _ => false,
    };

    /// <summary>c, where left = c · right; null where there is none.</summary>
    public static double? Of(Expression left, Expression right)
    {
        if (AreSame(left, right))
        {
            return 1;
        }

        (Expression core, Numbers scale, Numbers offset) = Flattened(left);
        (Expression other, Numbers otherScale, Numbers otherOffset) = Flattened(right);
        double ratio = scale[0] / otherScale[0];
        return double.IsFinite(ratio) && ratio != 0 && AreSame(core, other)
            && scale.IsNear(otherScale.Map(number => number * ratio)) && offset.IsNear(otherOffset.Map(number => number * ratio))
            ? ratio
            : null;
    }

    /// <summary>A formula as scale · core + offset, whose core is neither.</summary>
    public static (Expression Core, Numbers Scale, Numbers Offset) Flattened(Expression formula)
    {
        (Numbers scale, Numbers offset) = (Numbers.One, Numbers.Zero);
        Expression core = formula;
        while (core is AffineExpression affine)
        {
            offset = Numbers.Zip(Numbers.Zip(scale, affine.Offset, static (factor, added) => factor * added), offset, static (one, other) => one + other);
            scale = Numbers.Zip(scale, affine.Scale, static (one, other) => one * other);
            core = affine.Child;
        }

        return (core, scale, offset);
    }

    /// <summary>A formula as a factor and the rest.</summary>
    public static (double Factor, Expression Core) Stripped(Expression formula)
    {
        double factor = 1;
        while (formula is AffineExpression { Scale.IsOne: true } affine && affine.Offset.AreAll(0) && affine.Scale[0] != 0)
        {
            factor *= affine.Scale[0];
            formula = affine.Child;
        }

        return (factor, formula);
    }
}
