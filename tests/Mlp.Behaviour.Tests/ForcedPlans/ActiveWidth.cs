using System.Runtime.Intrinsics;
using Mlp.Generator.Planning;

namespace Mlp.Behaviour.Tests.ForcedPlans;

/// <summary>The width of this process: the only one whose kernels would run.</summary>
internal static class ActiveWidth
{
    public static VectorWidth Vectors { get; } =
        Vector512.IsHardwareAccelerated ? VectorWidth.Vector512
        : Vector256.IsHardwareAccelerated ? VectorWidth.Vector256
        : Vector128.IsHardwareAccelerated ? VectorWidth.Vector128
        : VectorWidth.Scalar;
}
