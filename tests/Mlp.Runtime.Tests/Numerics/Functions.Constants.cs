using System.Runtime.Intrinsics;
using Mlp.CompilerServices;

namespace Mlp.Runtime.Tests.Numerics;

/// <content>Functions with a number, each with one below and one above its usual value.</content>
internal static partial class Functions
{
    internal readonly struct LeakyReluOfTenth : IVectorFunction
    {
        public static double Bound(float x) => 0.5001;

        public static double Exact(double x) => x > 0 ? x : 0.1f * x;

        public static float Apply(float x) => VectorMath.LeakyRelu(x, 0.1f);

        public static Vector128<float> Apply(Vector128<float> x) => VectorMath.LeakyRelu(x, 0.1f);

        public static Vector256<float> Apply(Vector256<float> x) => VectorMath.LeakyRelu(x, 0.1f);

        public static Vector512<float> Apply(Vector512<float> x) => VectorMath.LeakyRelu(x, 0.1f);
    }

    internal readonly struct LeakyReluOfThree : IVectorFunction
    {
        public static double Bound(float x) => 0.5001;

        public static double Exact(double x) => x > 0 ? x : 3 * x;

        public static float Apply(float x) => VectorMath.LeakyRelu(x, 3f);

        public static Vector128<float> Apply(Vector128<float> x) => VectorMath.LeakyRelu(x, 3f);

        public static Vector256<float> Apply(Vector256<float> x) => VectorMath.LeakyRelu(x, 3f);

        public static Vector512<float> Apply(Vector512<float> x) => VectorMath.LeakyRelu(x, 3f);
    }

    internal readonly struct LeakyReluSlopeOfTenth : IVectorFunction
    {
        public static double Bound(float x) => 0;

        public static double Exact(double x) => x > 0 ? 1 : 0.1f;

        public static float Apply(float x) => VectorMath.LeakyReluSlope(x, 0.1f);

        public static Vector128<float> Apply(Vector128<float> x) => VectorMath.LeakyReluSlope(x, 0.1f);

        public static Vector256<float> Apply(Vector256<float> x) => VectorMath.LeakyReluSlope(x, 0.1f);

        public static Vector512<float> Apply(Vector512<float> x) => VectorMath.LeakyReluSlope(x, 0.1f);
    }

    internal readonly struct EluOfThird : IVectorFunction
    {
        public static double Bound(float x) => 2;

        public static double Exact(double x) => x > 0 ? x : 0.3f * Reference.Expm1(x);

        public static float Apply(float x) => VectorMath.Elu(x, 0.3f);

        public static Vector128<float> Apply(Vector128<float> x) => VectorMath.Elu(x, 0.3f);

        public static Vector256<float> Apply(Vector256<float> x) => VectorMath.Elu(x, 0.3f);

        public static Vector512<float> Apply(Vector512<float> x) => VectorMath.Elu(x, 0.3f);
    }

    internal readonly struct EluOfThree : IVectorFunction
    {
        public static double Bound(float x) => 2;

        public static double Exact(double x) => x > 0 ? x : 3 * Reference.Expm1(x);

        public static float Apply(float x) => VectorMath.Elu(x, 3f);

        public static Vector128<float> Apply(Vector128<float> x) => VectorMath.Elu(x, 3f);

        public static Vector256<float> Apply(Vector256<float> x) => VectorMath.Elu(x, 3f);

        public static Vector512<float> Apply(Vector512<float> x) => VectorMath.Elu(x, 3f);
    }

    internal readonly struct EluSlopeOfThird : IVectorFunction
    {
        public static double Bound(float x) => 0.5001;

        public static bool Accepts(float x) => !(x < -0.3f);

        public static double Exact(double x) => x > 0 ? 1 : x + 0.3f;

        public static float Apply(float x) => VectorMath.EluSlope(x, 0.3f);

        public static Vector128<float> Apply(Vector128<float> x) => VectorMath.EluSlope(x, 0.3f);

        public static Vector256<float> Apply(Vector256<float> x) => VectorMath.EluSlope(x, 0.3f);

        public static Vector512<float> Apply(Vector512<float> x) => VectorMath.EluSlope(x, 0.3f);
    }

    internal readonly struct EluSlopeOfThree : IVectorFunction
    {
        public static double Bound(float x) => 0.5001;

        public static bool Accepts(float x) => !(x < -3f);

        public static double Exact(double x) => x > 0 ? 1 : x + 3;

        public static float Apply(float x) => VectorMath.EluSlope(x, 3f);

        public static Vector128<float> Apply(Vector128<float> x) => VectorMath.EluSlope(x, 3f);

        public static Vector256<float> Apply(Vector256<float> x) => VectorMath.EluSlope(x, 3f);

        public static Vector512<float> Apply(Vector512<float> x) => VectorMath.EluSlope(x, 3f);
    }
}
