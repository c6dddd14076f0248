using System;
using System.ComponentModel;
using System.Runtime.InteropServices;

namespace Mlp.CompilerServices;

/// <summary>
/// Scratch memory for one call, off the managed heap and too large for the stack. It starts on a cache line and holds
/// anything.
/// </summary>
/// <remarks>Belongs to emitted code of the same version, and may change in any version.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly ref struct NativeScratch : IDisposable
{
    private readonly nint _allocation;

    /// <summary>Takes the memory.</summary>
    /// <param name="length">The number of floats.</param>
    /// <exception cref="OutOfMemoryException">There is no such memory.</exception>
    public NativeScratch(int length)
    {
        _allocation = AlignedMemory.AllocateNative(length);
    }

    /// <summary>The first float.</summary>
    public ref float Start => ref AlignedMemory.At(_allocation + AlignedMemory.Padding(_allocation));

    /// <summary>Gives the memory back.</summary>
    public void Dispose() => Marshal.FreeHGlobal(_allocation);
}
