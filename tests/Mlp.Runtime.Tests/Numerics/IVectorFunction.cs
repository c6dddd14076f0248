using System.Runtime.Intrinsics;

namespace Mlp.Runtime.Tests.Numerics;

/// <summary>One function of VectorMath with its reference and its bound.</summary>
internal interface IVectorFunction
{
    /// <summary>The largest error allowed for an argument, in ulp of the exact result, or absolute.</summary>
    static abstract double Bound(float x);

    static virtual bool IsAbsolute => false;

    /// <summary>The arguments that the function is specified for.</summary>
    static virtual bool Accepts(float x) => true;

    static abstract double Exact(double x);

    static abstract float Apply(float x);

    static abstract Vector128<float> Apply(Vector128<float> x);

    static abstract Vector256<float> Apply(Vector256<float> x);

    static abstract Vector512<float> Apply(Vector512<float> x);
}
