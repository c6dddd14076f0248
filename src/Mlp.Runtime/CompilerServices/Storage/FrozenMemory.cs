using System;
using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Mlp.CompilerServices;

/// <summary>Weights that are data of an assembly, on a cache line: kernels are up to a fifth faster there.</summary>
/// <remarks>
/// Belongs to emitted code of the same version, and may change in any version.
/// An assembly's data stands on 8-byte boundaries, and where it is mapped is settled when it is loaded. So what does not happen to
/// stand on a cache line is copied once, off the managed heap, and kept for as long as the process lives.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class FrozenMemory
{
    /// <summary>The address of the data, or of a copy of it, on a cache line.</summary>
    /// <param name="data">Data of an assembly: it does not move.</param>
    /// <exception cref="OutOfMemoryException">There is no memory for a copy.</exception>
    public static nint Align(ReadOnlySpan<float> data)
    {
        nint address = AlignedMemory.Address(ref MemoryMarshal.GetReference(data));
        if (AlignedMemory.Padding(address) == 0)
        {
            return address;
        }

        nint copy = AlignedMemory.AllocateNative(data.Length);
        copy += AlignedMemory.Padding(copy);
        data.CopyTo(MemoryMarshal.CreateSpan(ref At(copy), data.Length));
        return copy;
    }

    /// <summary>The first float at an address.</summary>
    /// <param name="address">What <see cref="Align"/> returned.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ref float At(nint address) => ref AlignedMemory.At(address);
}
