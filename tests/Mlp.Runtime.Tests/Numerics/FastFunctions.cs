using System;
using System.Runtime.Intrinsics;
using Mlp.CompilerServices;

namespace Mlp.Runtime.Tests.Numerics;

/// <summary>Every function of FastVectorMath, with the bound its documentation states.</summary>
internal static class FastFunctions
{
    /// <summary>Below, e^x may be 0: −125.5 ln 2.</summary>
    private const float LowestExponent = -86.98f;

    /// <summary>Below, e^−x is infinite.</summary>
    private const float HighestExponent = -88.72f;

    internal readonly struct Exp : IVectorFunction
    {
        public static double Bound(float x) => 4;

        public static bool Accepts(float x) => !(x < LowestExponent);

        public static double Exact(double x) => Math.Exp(x);

        public static float Apply(float x) => FastVectorMath.Exp(x);

        public static Vector128<float> Apply(Vector128<float> x) => FastVectorMath.Exp(x);

        public static Vector256<float> Apply(Vector256<float> x) => FastVectorMath.Exp(x);

        public static Vector512<float> Apply(Vector512<float> x) => FastVectorMath.Exp(x);
    }

    internal readonly struct Tanh : IVectorFunction
    {
        public static double Bound(float x) => 4;

        public static double Exact(double x) => Math.Tanh(x);

        public static float Apply(float x) => FastVectorMath.Tanh(x);

        public static Vector128<float> Apply(Vector128<float> x) => FastVectorMath.Tanh(x);

        public static Vector256<float> Apply(Vector256<float> x) => FastVectorMath.Tanh(x);

        public static Vector512<float> Apply(Vector512<float> x) => FastVectorMath.Tanh(x);
    }

    internal readonly struct Sigmoid : IVectorFunction
    {
        public static double Bound(float x) => 4;

        public static bool Accepts(float x) => !(x < HighestExponent);

        public static double Exact(double x) => Reference.Sigmoid(x);

        public static float Apply(float x) => FastVectorMath.Sigmoid(x);

        public static Vector128<float> Apply(Vector128<float> x) => FastVectorMath.Sigmoid(x);

        public static Vector256<float> Apply(Vector256<float> x) => FastVectorMath.Sigmoid(x);

        public static Vector512<float> Apply(Vector512<float> x) => FastVectorMath.Sigmoid(x);
    }

    internal readonly struct Softplus : IVectorFunction
    {
        public static double Bound(float x) => 4;

        public static bool Accepts(float x) => !(x < LowestExponent);

        public static double Exact(double x) => Reference.Softplus(x);

        public static float Apply(float x) => FastVectorMath.Softplus(x);

        public static Vector128<float> Apply(Vector128<float> x) => FastVectorMath.Softplus(x);

        public static Vector256<float> Apply(Vector256<float> x) => FastVectorMath.Softplus(x);

        public static Vector512<float> Apply(Vector512<float> x) => FastVectorMath.Softplus(x);
    }

    internal readonly struct Elu : IVectorFunction
    {
        public static double Bound(float x) => 4;

        public static double Exact(double x) => x > 0 ? x : Reference.Expm1(x);

        public static float Apply(float x) => FastVectorMath.Elu(x);

        public static Vector128<float> Apply(Vector128<float> x) => FastVectorMath.Elu(x);

        public static Vector256<float> Apply(Vector256<float> x) => FastVectorMath.Elu(x);

        public static Vector512<float> Apply(Vector512<float> x) => FastVectorMath.Elu(x);
    }

    internal readonly struct Silu : IVectorFunction
    {
        public static double Bound(float x) => 4;

        public static bool Accepts(float x) => !(x < HighestExponent);

        public static double Exact(double x) => Reference.Silu(x);

        public static float Apply(float x) => FastVectorMath.Silu(x);

        public static Vector128<float> Apply(Vector128<float> x) => FastVectorMath.Silu(x);

        public static Vector256<float> Apply(Vector256<float> x) => FastVectorMath.Silu(x);

        public static Vector512<float> Apply(Vector512<float> x) => FastVectorMath.Silu(x);
    }

    internal readonly struct SoftplusSlope : IVectorFunction
    {
        public static double Bound(float x) => 4;

        public static bool Accepts(float x) => !(x < 0);

        public static double Exact(double x) => -Reference.Expm1(-x);

        public static float Apply(float x) => FastVectorMath.SoftplusSlope(x);

        public static Vector128<float> Apply(Vector128<float> x) => FastVectorMath.SoftplusSlope(x);

        public static Vector256<float> Apply(Vector256<float> x) => FastVectorMath.SoftplusSlope(x);

        public static Vector512<float> Apply(Vector512<float> x) => FastVectorMath.SoftplusSlope(x);
    }

    internal readonly struct SiluSlope : IVectorFunction
    {
        public static bool IsAbsolute => true;

        public static double Bound(float x) => 5e-7;

        public static double Exact(double x) => Reference.SiluSlope(x);

        public static float Apply(float x) => FastVectorMath.SiluSlope(x);

        public static Vector128<float> Apply(Vector128<float> x) => FastVectorMath.SiluSlope(x);

        public static Vector256<float> Apply(Vector256<float> x) => FastVectorMath.SiluSlope(x);

        public static Vector512<float> Apply(Vector512<float> x) => FastVectorMath.SiluSlope(x);
    }

    internal readonly struct EluOfThird : IVectorFunction
    {
        public static double Bound(float x) => 4;

        public static double Exact(double x) => x > 0 ? x : 0.3f * Reference.Expm1(x);

        public static float Apply(float x) => FastVectorMath.Elu(x, 0.3f);

        public static Vector128<float> Apply(Vector128<float> x) => FastVectorMath.Elu(x, 0.3f);

        public static Vector256<float> Apply(Vector256<float> x) => FastVectorMath.Elu(x, 0.3f);

        public static Vector512<float> Apply(Vector512<float> x) => FastVectorMath.Elu(x, 0.3f);
    }

    internal readonly struct Selu : IVectorFunction
    {
        public static double Bound(float x) => 4;

        public static double Exact(double x) => Reference.Selu(x);

        public static float Apply(float x) => FastVectorMath.Selu(x);

        public static Vector128<float> Apply(Vector128<float> x) => FastVectorMath.Selu(x);

        public static Vector256<float> Apply(Vector256<float> x) => FastVectorMath.Selu(x);

        public static Vector512<float> Apply(Vector512<float> x) => FastVectorMath.Selu(x);
    }

    internal readonly struct Mish : IVectorFunction
    {
        public static double Bound(float x) => 4;

        public static bool Accepts(float x) => !(x < LowestExponent);

        public static double Exact(double x) => Reference.Mish(x);

        public static float Apply(float x) => FastVectorMath.Mish(x);

        public static Vector128<float> Apply(Vector128<float> x) => FastVectorMath.Mish(x);

        public static Vector256<float> Apply(Vector256<float> x) => FastVectorMath.Mish(x);

        public static Vector512<float> Apply(Vector512<float> x) => FastVectorMath.Mish(x);
    }

    internal readonly struct MishSlope : IVectorFunction
    {
        public static bool IsAbsolute => true;

        public static double Bound(float x) => 6e-7;

        public static double Exact(double x) => Reference.MishSlope(x);

        public static float Apply(float x) => FastVectorMath.MishSlope(x);

        public static Vector128<float> Apply(Vector128<float> x) => FastVectorMath.MishSlope(x);

        public static Vector256<float> Apply(Vector256<float> x) => FastVectorMath.MishSlope(x);

        public static Vector512<float> Apply(Vector512<float> x) => FastVectorMath.MishSlope(x);
    }
}
