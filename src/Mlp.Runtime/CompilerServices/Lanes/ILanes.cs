namespace Mlp.CompilerServices;

/// <summary>
/// The operations that the formulas of <see cref="VectorMath"/> and of <see cref="OptimizerKernels"/> are written in, over a raw
/// value of one, four, eight or sixteen floats: a formula is written once and is the same algorithm at every width.
/// </summary>
/// <typeparam name="TVector">A <see cref="float"/> or a hardware vector of floats.</typeparam>
/// <remarks>Every operation is exact or correctly rounded, except <c>MultiplyAdd</c>: fused only where the hardware fuses.</remarks>
internal interface ILanes<TVector>
    where TVector : struct
{
    /// <summary>How many floats there are: 1, 4, 8 or 16.</summary>
    static abstract int Count { get; }

    /// <summary>The floats from a place on.</summary>
    static abstract TVector Load(ref float place);

    /// <summary>Writes the floats from a place on.</summary>
    static abstract void Store(TVector x, ref float place);

    /// <summary>The value in every lane.</summary>
    static abstract TVector Create(float value);

    /// <summary>a + b.</summary>
    static abstract TVector Add(TVector a, TVector b);

    /// <summary>a + b.</summary>
    static abstract TVector Add(TVector a, float b);

    /// <summary>a − b.</summary>
    static abstract TVector Subtract(TVector a, TVector b);

    /// <summary>a − b.</summary>
    static abstract TVector Subtract(float a, TVector b);

    /// <summary>a · b.</summary>
    static abstract TVector Multiply(TVector a, TVector b);

    /// <summary>a · b.</summary>
    static abstract TVector Multiply(TVector a, float b);

    /// <summary>a / b.</summary>
    static abstract TVector Divide(TVector a, TVector b);

    /// <summary>√x.</summary>
    static abstract TVector SquareRoot(TVector x);

    /// <summary>a · b + c, fused where the hardware fuses.</summary>
    static abstract TVector MultiplyAdd(TVector a, TVector b, TVector c);

    /// <summary>a · b + c, fused where the hardware fuses.</summary>
    static abstract TVector MultiplyAdd(TVector a, TVector b, float c);

    /// <summary>a · b + c, fused where the hardware fuses.</summary>
    static abstract TVector MultiplyAdd(TVector a, float b, TVector c);

    /// <summary>a · b + c, fused where the hardware fuses.</summary>
    static abstract TVector MultiplyAdd(TVector a, float b, float c);

    /// <summary>The smaller of both; a NaN in x is passed on.</summary>
    static abstract TVector Min(float bound, TVector x);

    /// <summary>The larger of both; a NaN in x is passed on.</summary>
    static abstract TVector Max(float bound, TVector x);

    /// <summary>The larger of both; a NaN in b is passed on.</summary>
    static abstract TVector Max(TVector a, TVector b);

    /// <summary>−x, the sign bit turned.</summary>
    static abstract TVector Negate(TVector x);

    /// <summary>|x|.</summary>
    static abstract TVector Abs(TVector x);

    /// <summary>x with the sign bit of <paramref name="sign"/> set in it as well: copies the sign onto a value without one.</summary>
    static abstract TVector OrSign(TVector x, TVector sign);

    /// <summary>a &lt; b ? then : otherwise; a NaN in a or b is not less.</summary>
    static abstract TVector WhereLess(TVector a, TVector b, TVector then, TVector otherwise);

    /// <summary>x with the last 12 bits of its significand cleared: its square is exact.</summary>
    static abstract TVector LeadingHalf(TVector x);

    /// <summary>Whether <see cref="Scale"/> is one instruction, which no result slows down.</summary>
    static abstract bool ScalesAtOnce { get; }

    /// <summary>Whether MultiplyAdd rounds once.</summary>
    static abstract bool Fuses { get; }

    /// <summary>
    /// value · 2ⁿ, rounded once and right into the subnormal range, for integers n from −254 to 254.
    /// <paramref name="shifted"/> is n + <see cref="VectorMath.RoundingShift"/>, from which n's bits can be read.
    /// </summary>
    static abstract TVector Scale(TVector value, TVector n, TVector shifted);

    /// <summary>2ⁿ for integers n from −126 to 127, with the same arguments as Scale.</summary>
    static abstract TVector PowerOfTwo(TVector n, TVector shifted);

    /// <summary>The smaller one of |x| and a bound; where x is NaN it is NaN or the bound.</summary>
    static abstract TVector ClampedMagnitude(float bound, TVector x);

    /// <summary>2^(k − 127), k being the last eight bits of a lane and the ninth being zero; 0 for k = 0.</summary>
    static abstract TVector PowerOfTwoIn(TVector bits);

    /// <summary>
    /// The exponent field, in place, of x / pivot: the bits to subtract from x's to bring it into [pivot, 2 · pivot).
    /// <paramref name="pivotBits"/> are the bits of the pivot.
    /// </summary>
    static abstract TVector ExponentBits(TVector x, int pivotBits);

    /// <summary>The bits of a minus the bits of b, as integers.</summary>
    static abstract TVector SubtractBits(TVector a, TVector b);

    /// <summary>The bits of x, read as an integer and converted to float.</summary>
    static abstract TVector ConvertBits(TVector x);
}
