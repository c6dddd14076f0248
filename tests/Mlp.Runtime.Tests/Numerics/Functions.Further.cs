using System;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using Mlp.CompilerServices;

namespace Mlp.Runtime.Tests.Numerics;

/// <content>Functions that later frameworks added.</content>
internal static partial class Functions
{
    internal readonly struct Relu6 : IVectorFunction
    {
        public static double Bound(float x) => 0;

        public static double Exact(double x) => double.IsNaN(x) ? x : Math.Clamp(x, 0, 6);

        public static float Apply(float x) => VectorMath.Relu6(x);

        public static Vector128<float> Apply(Vector128<float> x) => VectorMath.Relu6(x);

        public static Vector256<float> Apply(Vector256<float> x) => VectorMath.Relu6(x);

        public static Vector512<float> Apply(Vector512<float> x) => VectorMath.Relu6(x);
    }

    internal readonly struct Relu6Slope : IVectorFunction
    {
        public static double Bound(float x) => 0;

        public static double Exact(double x) => x is > 0 and < 6 ? 1 : 0;

        public static float Apply(float x) => VectorMath.Relu6Slope(x);

        public static Vector128<float> Apply(Vector128<float> x) => VectorMath.Relu6Slope(x);

        public static Vector256<float> Apply(Vector256<float> x) => VectorMath.Relu6Slope(x);

        public static Vector512<float> Apply(Vector512<float> x) => VectorMath.Relu6Slope(x);
    }

    internal readonly struct HardSigmoid : IVectorFunction
    {
        public static double Bound(float x) => 1.5;

        public static double Exact(double x) => double.IsNaN(x) ? x : Math.Clamp(x + 3, 0, 6) / 6;

        public static float Apply(float x) => VectorMath.HardSigmoid(x);

        public static Vector128<float> Apply(Vector128<float> x) => VectorMath.HardSigmoid(x);

        public static Vector256<float> Apply(Vector256<float> x) => VectorMath.HardSigmoid(x);

        public static Vector512<float> Apply(Vector512<float> x) => VectorMath.HardSigmoid(x);
    }

    internal readonly struct HardSigmoidSlope : IVectorFunction
    {
        public static double Bound(float x) => 0.5001;

        public static double Exact(double x) => x is > 0 and < 1 ? 1 / 6.0 : 0;

        public static float Apply(float x) => VectorMath.HardSigmoidSlope(x);

        public static Vector128<float> Apply(Vector128<float> x) => VectorMath.HardSigmoidSlope(x);

        public static Vector256<float> Apply(Vector256<float> x) => VectorMath.HardSigmoidSlope(x);

        public static Vector512<float> Apply(Vector512<float> x) => VectorMath.HardSigmoidSlope(x);
    }

    internal readonly struct HardSwish : IVectorFunction
    {
        public static double Bound(float x) => 2.5;

        public static double Exact(double x) => x <= -3 ? 0 : x >= 3 ? x : x * (x + 3) / 6;

        public static float Apply(float x) => VectorMath.HardSwish(x);

        public static Vector128<float> Apply(Vector128<float> x) => VectorMath.HardSwish(x);

        public static Vector256<float> Apply(Vector256<float> x) => VectorMath.HardSwish(x);

        public static Vector512<float> Apply(Vector512<float> x) => VectorMath.HardSwish(x);
    }

    internal readonly struct HardSwishSlope : IVectorFunction
    {
        public static bool IsAbsolute => true;

        public static double Bound(float x) => 2e-7;

        public static double Exact(double x) => x <= -3 ? 0 : x >= 3 ? 1 : (x / 3) + 0.5;

        public static float Apply(float x) => VectorMath.HardSwishSlope(x);

        public static Vector128<float> Apply(Vector128<float> x) => VectorMath.HardSwishSlope(x);

        public static Vector256<float> Apply(Vector256<float> x) => VectorMath.HardSwishSlope(x);

        public static Vector512<float> Apply(Vector512<float> x) => VectorMath.HardSwishSlope(x);
    }

    internal readonly struct Selu : IVectorFunction
    {
        public static double Bound(float x) => 2;

        public static double Exact(double x) => Reference.Selu(x);

        public static float Apply(float x) => VectorMath.Selu(x);

        public static Vector128<float> Apply(Vector128<float> x) => VectorMath.Selu(x);

        public static Vector256<float> Apply(Vector256<float> x) => VectorMath.Selu(x);

        public static Vector512<float> Apply(Vector512<float> x) => VectorMath.Selu(x);
    }

    internal readonly struct SeluSlope : IVectorFunction
    {
        public static double Bound(float x) => 0.5001;

        public static bool Accepts(float x) => !(x < -1.7580993f);

        public static double Exact(double x) => x > 0 ? 1.05070102f : x + 1.7580993f;

        public static float Apply(float x) => VectorMath.SeluSlope(x);

        public static Vector128<float> Apply(Vector128<float> x) => VectorMath.SeluSlope(x);

        public static Vector256<float> Apply(Vector256<float> x) => VectorMath.SeluSlope(x);

        public static Vector512<float> Apply(Vector512<float> x) => VectorMath.SeluSlope(x);
    }

    internal readonly struct Mish : IVectorFunction
    {
        public static double Bound(float x) => Fma.IsSupported ? 3 : 3.5;

        public static double Exact(double x) => Reference.Mish(x);

        public static float Apply(float x) => VectorMath.Mish(x);

        public static Vector128<float> Apply(Vector128<float> x) => VectorMath.Mish(x);

        public static Vector256<float> Apply(Vector256<float> x) => VectorMath.Mish(x);

        public static Vector512<float> Apply(Vector512<float> x) => VectorMath.Mish(x);
    }

    internal readonly struct MishSlope : IVectorFunction
    {
        public static bool IsAbsolute => true;

        public static double Bound(float x) => 4e-7;

        public static double Exact(double x) => Reference.MishSlope(x);

        public static float Apply(float x) => VectorMath.MishSlope(x);

        public static Vector128<float> Apply(Vector128<float> x) => VectorMath.MishSlope(x);

        public static Vector256<float> Apply(Vector256<float> x) => VectorMath.MishSlope(x);

        public static Vector512<float> Apply(Vector512<float> x) => VectorMath.MishSlope(x);
    }

    internal readonly struct Softsign : IVectorFunction
    {
        public static double Bound(float x) => 1.5;

        public static double Exact(double x) => double.IsInfinity(x) ? Math.Sign(x) : x / (1 + Math.Abs(x));

        public static float Apply(float x) => VectorMath.Softsign(x);

        public static Vector128<float> Apply(Vector128<float> x) => VectorMath.Softsign(x);

        public static Vector256<float> Apply(Vector256<float> x) => VectorMath.Softsign(x);

        public static Vector512<float> Apply(Vector512<float> x) => VectorMath.Softsign(x);
    }

    internal readonly struct SoftsignSlope : IVectorFunction
    {
        public static double Bound(float x) => 2;

        public static bool Accepts(float x) => x is not (< -1 or > 1);

        public static double Exact(double x) => (1 - Math.Abs(x)) * (1 - Math.Abs(x));

        public static float Apply(float x) => VectorMath.SoftsignSlope(x);

        public static Vector128<float> Apply(Vector128<float> x) => VectorMath.SoftsignSlope(x);

        public static Vector256<float> Apply(Vector256<float> x) => VectorMath.SoftsignSlope(x);

        public static Vector512<float> Apply(Vector512<float> x) => VectorMath.SoftsignSlope(x);
    }
}
