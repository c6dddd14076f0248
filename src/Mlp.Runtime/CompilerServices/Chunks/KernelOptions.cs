using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace Mlp.CompilerServices;

/// <summary>How the just-in-time compiler treats the methods of kernels.</summary>
/// <remarks>Belongs to emitted code of the same version, and may change in any version.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class KernelOptions
{
    /// <summary>
    /// Optimised at its first call, and never part of another method: one that takes several kernels in has more variables than
    /// the compiler inlines into, and each of their words is a call.
    /// </summary>
    public const MethodImplOptions Kernel = MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization;
}
