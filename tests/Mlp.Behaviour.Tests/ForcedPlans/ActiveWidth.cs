using System.Runtime.Intrinsics;
using Mlp.Generator.Planning;

namespace Mlp.Behaviour.Tests.ForcedPlans;

/// <summary>The width of this process: the only one whose kernels would run.</summary>
internal static class ActiveWidth
{
    /// <summary>Without vectors there are no plans: the runtime interprets, and 128 bits in software would take hours.</summary>
    public static bool HasKernels => Vector128.IsHardwareAccelerated;

    public static VectorWidth Vectors { get; } =
        Vector512.IsHardwareAccelerated ? VectorWidth.Vector512
        : Vector256.IsHardwareAccelerated ? VectorWidth.Vector256
        : VectorWidth.Vector128;
}
