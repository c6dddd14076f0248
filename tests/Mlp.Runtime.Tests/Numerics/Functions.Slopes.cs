using System;
using System.Runtime.Intrinsics;
using Mlp.CompilerServices;

namespace Mlp.Runtime.Tests.Numerics;

internal static partial class Functions
{
    internal readonly struct Relu : IVectorFunction
    {
        public static double Bound(float x) => 0;

        public static double Exact(double x) => double.IsNaN(x) ? x : Math.Max(0, x);

        public static float Apply(float x) => VectorMath.Relu(x);

        public static Vector128<float> Apply(Vector128<float> x) => VectorMath.Relu(x);

        public static Vector256<float> Apply(Vector256<float> x) => VectorMath.Relu(x);

        public static Vector512<float> Apply(Vector512<float> x) => VectorMath.Relu(x);
    }

    internal readonly struct LeakyRelu : IVectorFunction
    {
        public static double Bound(float x) => 0.5001;

        public static double Exact(double x) => x > 0 ? x : 0.01f * x;

        public static float Apply(float x) => VectorMath.LeakyRelu(x);

        public static Vector128<float> Apply(Vector128<float> x) => VectorMath.LeakyRelu(x);

        public static Vector256<float> Apply(Vector256<float> x) => VectorMath.LeakyRelu(x);

        public static Vector512<float> Apply(Vector512<float> x) => VectorMath.LeakyRelu(x);
    }

    internal readonly struct SiluSlope : IVectorFunction
    {
        public static bool IsAbsolute => true;

        public static double Bound(float x) => 3e-7;

        public static double Exact(double x) => Reference.SiluSlope(x);

        public static float Apply(float x) => VectorMath.SiluSlope(x);

        public static Vector128<float> Apply(Vector128<float> x) => VectorMath.SiluSlope(x);

        public static Vector256<float> Apply(Vector256<float> x) => VectorMath.SiluSlope(x);

        public static Vector512<float> Apply(Vector512<float> x) => VectorMath.SiluSlope(x);
    }

    internal readonly struct GeluSlope : IVectorFunction
    {
        public static bool IsAbsolute => true;

        public static double Bound(float x) => 4e-7;

        public static double Exact(double x) => Reference.GeluSlope(x);

        public static float Apply(float x) => VectorMath.GeluSlope(x);

        public static Vector128<float> Apply(Vector128<float> x) => VectorMath.GeluSlope(x);

        public static Vector256<float> Apply(Vector256<float> x) => VectorMath.GeluSlope(x);

        public static Vector512<float> Apply(Vector512<float> x) => VectorMath.GeluSlope(x);
    }

    internal readonly struct ArcTanSlope : IVectorFunction
    {
        public static double Bound(float x) => 2.5;

        public static bool Accepts(float x) => float.IsNaN(x) || Math.Abs(x) < 1.8e19f;

        public static double Exact(double x) => 1 / (1 + (x * x));

        public static float Apply(float x) => VectorMath.ArcTanSlope(x);

        public static Vector128<float> Apply(Vector128<float> x) => VectorMath.ArcTanSlope(x);

        public static Vector256<float> Apply(Vector256<float> x) => VectorMath.ArcTanSlope(x);

        public static Vector512<float> Apply(Vector512<float> x) => VectorMath.ArcTanSlope(x);
    }

    internal readonly struct SoftplusSlope : IVectorFunction
    {
        public static double Bound(float x) => 2;

        public static bool Accepts(float x) => !(x < 0);

        public static double Exact(double x) => -Reference.Expm1(-x);

        public static float Apply(float x) => VectorMath.SoftplusSlope(x);

        public static Vector128<float> Apply(Vector128<float> x) => VectorMath.SoftplusSlope(x);

        public static Vector256<float> Apply(Vector256<float> x) => VectorMath.SoftplusSlope(x);

        public static Vector512<float> Apply(Vector512<float> x) => VectorMath.SoftplusSlope(x);
    }

    internal readonly struct EluSlope : IVectorFunction
    {
        public static double Bound(float x) => 0.5001;

        public static bool Accepts(float x) => !(x < -1);

        public static double Exact(double x) => x > 0 ? 1 : x + 1;

        public static float Apply(float x) => VectorMath.EluSlope(x);

        public static Vector128<float> Apply(Vector128<float> x) => VectorMath.EluSlope(x);

        public static Vector256<float> Apply(Vector256<float> x) => VectorMath.EluSlope(x);

        public static Vector512<float> Apply(Vector512<float> x) => VectorMath.EluSlope(x);
    }

    internal readonly struct ReluSlope : IVectorFunction
    {
        public static double Bound(float x) => 0;

        public static bool Accepts(float x) => !(x < 0);

        public static double Exact(double x) => x > 0 ? 1 : 0;

        public static float Apply(float x) => VectorMath.ReluSlope(x);

        public static Vector128<float> Apply(Vector128<float> x) => VectorMath.ReluSlope(x);

        public static Vector256<float> Apply(Vector256<float> x) => VectorMath.ReluSlope(x);

        public static Vector512<float> Apply(Vector512<float> x) => VectorMath.ReluSlope(x);
    }

    internal readonly struct LeakyReluSlope : IVectorFunction
    {
        public static double Bound(float x) => 0;

        public static double Exact(double x) => x > 0 ? 1 : 0.01f;

        public static float Apply(float x) => VectorMath.LeakyReluSlope(x);

        public static Vector128<float> Apply(Vector128<float> x) => VectorMath.LeakyReluSlope(x);

        public static Vector256<float> Apply(Vector256<float> x) => VectorMath.LeakyReluSlope(x);

        public static Vector512<float> Apply(Vector512<float> x) => VectorMath.LeakyReluSlope(x);
    }

    internal readonly struct ZeroSubnormal : IVectorFunction
    {
        public static double Bound(float x) => 0;

        public static double Exact(double x) => Math.Abs(x) < Math.ScaleB(1, -126) ? 0 : x;

        public static float Apply(float x) => VectorMath.ZeroSubnormal(x);

        public static Vector128<float> Apply(Vector128<float> x) => VectorMath.ZeroSubnormal(x);

        public static Vector256<float> Apply(Vector256<float> x) => VectorMath.ZeroSubnormal(x);

        public static Vector512<float> Apply(Vector512<float> x) => VectorMath.ZeroSubnormal(x);
    }

    internal readonly struct SigmoidSlope : IVectorFunction
    {
        public static double Bound(float x) => 1.5;

        public static bool Accepts(float x) => x is not (< 0 or > 1);

        public static double Exact(double x) => x * (1 - x);

        public static float Apply(float x) => VectorMath.SigmoidSlope(x);

        public static Vector128<float> Apply(Vector128<float> x) => VectorMath.SigmoidSlope(x);

        public static Vector256<float> Apply(Vector256<float> x) => VectorMath.SigmoidSlope(x);

        public static Vector512<float> Apply(Vector512<float> x) => VectorMath.SigmoidSlope(x);
    }

    internal readonly struct TanhSlope : IVectorFunction
    {
        public static bool IsAbsolute => true;

        public static double Bound(float x) => 6e-8;

        public static bool Accepts(float x) => x is not (< -1 or > 1);

        public static double Exact(double x) => 1 - (x * x);

        public static float Apply(float x) => VectorMath.TanhSlope(x);

        public static Vector128<float> Apply(Vector128<float> x) => VectorMath.TanhSlope(x);

        public static Vector256<float> Apply(Vector256<float> x) => VectorMath.TanhSlope(x);

        public static Vector512<float> Apply(Vector512<float> x) => VectorMath.TanhSlope(x);
    }
}
