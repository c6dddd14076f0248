using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace Mlp.CompilerServices;

/// <summary>The words of kernels that are the same at every width.</summary>
/// <remarks>Belongs to emitted code of the same version, and may change in any version.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Floats
{
    /// <summary>A float in memory.</summary>
    /// <param name="start">Another one.</param>
    /// <param name="offset">How many floats behind that it is. It is not checked.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ref float At(ref float start, int offset) => ref Unsafe.Add(ref start, offset);
}
