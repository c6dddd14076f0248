namespace Mlp;

/// <summary>
/// How exact the functions of a network are: those of its activations, of softmax and of its loss. Names compare without case.
/// An ulp is the spacing of floats where the exact result is.
/// </summary>
public static class MathMode
{
    /// <summary>Exponential within 1 ulp; sigmoid, tanh and ELU within 2; subnormal results are right.</summary>
    public const string Default = "Default";

    /// <summary>
    /// All of these within 4 ulp, as C++ compilers have it under <c>-ffast-math</c>, in fewer operations; results below 1.7·10⁻³⁸ may be 0 (SiLU: below 3·10⁻³⁷). NaN, infinities and ranges are as in <see cref="Default"/>: sigmoid and softmax stay
    /// within 0 and 1, tanh within ±1. GELU and ArcTan are the same in both modes.
    /// </summary>
    public const string Fast = "Fast";
}
