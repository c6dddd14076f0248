using System;

namespace Mlp.CompilerServices;

/// <summary>
/// A sum that carries what rounding takes from it: as good as if it were made in twice the precision and rounded at the end. For
/// whatever is added up over samples, of which there may be any number.
/// </summary>
/// <remarks>
/// Each addition s = a + x is followed by its own error, which is a number: e = (a − (s − t)) + (x − t), t = s − a [Knuth, TAOCP 2,
/// 4.2.2, theorem B], and the errors are added up beside. With u = 2⁻⁵³ the result is off by at most u |S| + γ² Σ |x|,
/// γ = n u / (1 − n u) [Ogita, Rump, Oishi 2005, proposition 4.5]: for every n up to 2³¹, more than an array has room for, that is
/// <b>half an ulp and 2⁻⁴³ Σ |x|</b>. The errors wait for nothing, so it takes no longer than a plain sum. A NaN, an infinity
/// and an overflow are what they are in a plain sum.
/// </remarks>
internal struct CompensatedSum
{
    private double _sum;
    private double _error;

    /// <summary>The sum.</summary>
    internal readonly double Value => double.IsFinite(_error) ? _sum + _error : _sum;

    /// <summary>Adds one more number.</summary>
    internal void Add(double value)
    {
        double sum = _sum + value;
        double rest = sum - _sum;
        _error += (_sum - (sum - rest)) + (value - rest);
        _sum = sum;
    }

    /// <summary>
    /// The sum divided by a number of samples, within an ulp: the quotient is corrected by what it leaves of the sum and its
    /// errors. The mean of equal <see cref="float"/> values is that value, however many there are.
    /// </summary>
    /// <param name="count">The number of samples, 1 or more.</param>
    internal readonly double Mean(int count)
    {
        double quotient = _sum / count;
        return double.IsFinite(_error) && double.IsFinite(quotient)
            ? quotient + ((Math.FusedMultiplyAdd(-quotient, count, _sum) + _error) / count)
            : quotient;
    }
}
