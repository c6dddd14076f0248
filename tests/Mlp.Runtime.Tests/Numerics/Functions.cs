using System;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using Mlp.CompilerServices;

namespace Mlp.Runtime.Tests.Numerics;

/// <summary>Every function of VectorMath, with the bound its documentation states.</summary>
internal static partial class Functions
{
    internal readonly struct Exp : IVectorFunction
    {
        public static double Bound(float x) => 1;

        public static double Exact(double x) => Math.Exp(x);

        public static float Apply(float x) => VectorMath.Exp(x);

        public static Vector128<float> Apply(Vector128<float> x) => VectorMath.Exp(x);

        public static Vector256<float> Apply(Vector256<float> x) => VectorMath.Exp(x);

        public static Vector512<float> Apply(Vector512<float> x) => VectorMath.Exp(x);
    }

    internal readonly struct Log : IVectorFunction
    {
        public static double Bound(float x) => 1;

        public static double Exact(double x) => Math.Log(x);

        public static float Apply(float x) => VectorMath.Log(x);

        public static Vector128<float> Apply(Vector128<float> x) => VectorMath.Log(x);

        public static Vector256<float> Apply(Vector256<float> x) => VectorMath.Log(x);

        public static Vector512<float> Apply(Vector512<float> x) => VectorMath.Log(x);
    }

    internal readonly struct Log1p : IVectorFunction
    {
        public static double Bound(float x) => 2;

        public static double Exact(double x) => Reference.Log1p(x);

        public static float Apply(float x) => VectorMath.Log1p(x);

        public static Vector128<float> Apply(Vector128<float> x) => VectorMath.Log1p(x);

        public static Vector256<float> Apply(Vector256<float> x) => VectorMath.Log1p(x);

        public static Vector512<float> Apply(Vector512<float> x) => VectorMath.Log1p(x);
    }

    internal readonly struct Expm1 : IVectorFunction
    {
        public static double Bound(float x) => 2;

        public static double Exact(double x) => Reference.Expm1(x);

        public static float Apply(float x) => VectorMath.Expm1(x);

        public static Vector128<float> Apply(Vector128<float> x) => VectorMath.Expm1(x);

        public static Vector256<float> Apply(Vector256<float> x) => VectorMath.Expm1(x);

        public static Vector512<float> Apply(Vector512<float> x) => VectorMath.Expm1(x);
    }

    internal readonly struct Tanh : IVectorFunction
    {
        public static double Bound(float x) => 2;

        public static double Exact(double x) => Math.Tanh(x);

        public static float Apply(float x) => VectorMath.Tanh(x);

        public static Vector128<float> Apply(Vector128<float> x) => VectorMath.Tanh(x);

        public static Vector256<float> Apply(Vector256<float> x) => VectorMath.Tanh(x);

        public static Vector512<float> Apply(Vector512<float> x) => VectorMath.Tanh(x);
    }

    internal readonly struct Sigmoid : IVectorFunction
    {
        public static double Bound(float x) => 2;

        public static double Exact(double x) => Reference.Sigmoid(x);

        public static float Apply(float x) => VectorMath.Sigmoid(x);

        public static Vector128<float> Apply(Vector128<float> x) => VectorMath.Sigmoid(x);

        public static Vector256<float> Apply(Vector256<float> x) => VectorMath.Sigmoid(x);

        public static Vector512<float> Apply(Vector512<float> x) => VectorMath.Sigmoid(x);
    }

    internal readonly struct Softplus : IVectorFunction
    {
        public static double Bound(float x) => 2.5;

        public static double Exact(double x) => Reference.Softplus(x);

        public static float Apply(float x) => VectorMath.Softplus(x);

        public static Vector128<float> Apply(Vector128<float> x) => VectorMath.Softplus(x);

        public static Vector256<float> Apply(Vector256<float> x) => VectorMath.Softplus(x);

        public static Vector512<float> Apply(Vector512<float> x) => VectorMath.Softplus(x);
    }

    internal readonly struct ArcTan : IVectorFunction
    {
        public static double Bound(float x) => 2.5;

        public static double Exact(double x) => Math.Atan(x);

        public static float Apply(float x) => VectorMath.ArcTan(x);

        public static Vector128<float> Apply(Vector128<float> x) => VectorMath.ArcTan(x);

        public static Vector256<float> Apply(Vector256<float> x) => VectorMath.ArcTan(x);

        public static Vector512<float> Apply(Vector512<float> x) => VectorMath.ArcTan(x);
    }

    internal readonly struct Erf : IVectorFunction
    {
        public static double Bound(float x) => 1.5;

        public static double Exact(double x) => Reference.Erf(x);

        public static float Apply(float x) => VectorMath.Erf(x);

        public static Vector128<float> Apply(Vector128<float> x) => VectorMath.Erf(x);

        public static Vector256<float> Apply(Vector256<float> x) => VectorMath.Erf(x);

        public static Vector512<float> Apply(Vector512<float> x) => VectorMath.Erf(x);
    }

    internal readonly struct Elu : IVectorFunction
    {
        public static double Bound(float x) => 2;

        public static double Exact(double x) => x > 0 ? x : Reference.Expm1(x);

        public static float Apply(float x) => VectorMath.Elu(x);

        public static Vector128<float> Apply(Vector128<float> x) => VectorMath.Elu(x);

        public static Vector256<float> Apply(Vector256<float> x) => VectorMath.Elu(x);

        public static Vector512<float> Apply(Vector512<float> x) => VectorMath.Elu(x);
    }

    internal readonly struct Silu : IVectorFunction
    {
        public static double Bound(float x) => x > -80 ? 2 : 3;

        public static double Exact(double x) => Reference.Silu(x);

        public static float Apply(float x) => VectorMath.Silu(x);

        public static Vector128<float> Apply(Vector128<float> x) => VectorMath.Silu(x);

        public static Vector256<float> Apply(Vector256<float> x) => VectorMath.Silu(x);

        public static Vector512<float> Apply(Vector512<float> x) => VectorMath.Silu(x);
    }

    internal readonly struct Gelu : IVectorFunction
    {
        public static double Bound(float x) => x >= 0 ? 3 : Fma.IsSupported ? 6 : 7.5;

        public static double Exact(double x) => Reference.Gelu(x);

        public static float Apply(float x) => VectorMath.Gelu(x);

        public static Vector128<float> Apply(Vector128<float> x) => VectorMath.Gelu(x);

        public static Vector256<float> Apply(Vector256<float> x) => VectorMath.Gelu(x);

        public static Vector512<float> Apply(Vector512<float> x) => VectorMath.Gelu(x);
    }
}
