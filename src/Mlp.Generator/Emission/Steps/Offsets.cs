using Mlp.Generator.Emission.Vectors;

namespace Mlp.Generator.Emission.Steps;

/// <summary>Spells offsets into memory: how many rows of a named stride, and sums of such, without zeros and ones.</summary>
internal static class Offsets
{
    /// <summary>So many strides; a stride of one needs no name.</summary>
    /// <param name="count">How many.</param>
    /// <param name="row">The stride's name: a constant of the method, or a variable.</param>
    /// <param name="stride">The stride where it is known to be one, else 0.</param>
    public static Expression Rows(int count, Expression row, int stride = 0) => count switch
    {
        0 => Expression.Int(0),
        _ when stride == 1 => Expression.Int(count),
        1 => row,
        _ => Expression.Operation($"{Expression.Int(count)} * {row}"),
    };

    /// <summary>So many strides, by a variable.</summary>
    /// <param name="count">The variable.</param>
    /// <param name="row">The stride's name.</param>
    /// <param name="stride">The stride where it is known to be one, else 0.</param>
    public static Expression Rows(Expression count, Expression row, int stride = 0) =>
        stride == 1 ? count : Expression.Operation($"{count} * {row}");

    /// <summary>a + b.</summary>
    public static Expression Sum(Expression a, Expression b) => a.IsZero ? b
        : b.IsZero ? a
        : Expression.Operation($"{a.Operand} + {b}");
}
